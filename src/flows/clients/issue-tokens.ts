// What a client is given: a short-lived access token and a refresh token for one use. Both are seals around the `id.secret`
// of a stored session, so that the session's end is theirs.
import type { FirstPartyClient } from '../../contracts/client.ts'
import type { EpochMilliseconds } from '../../contracts/user.ts'
import { randomText } from '../../crypto/platform.ts'
import { SESSION_SCOPE } from '../../oauth/clients/token-request.ts'
import type { Parts } from '../request/parts.ts'
import { clientJson } from './client-answer.ts'

/** What a refresh token holds; short keys, since it travels. */
export interface RefreshPayload {
  /** `id.secret` of the stored session. */
  readonly t: string
  /** The client. */
  readonly c: string
  /** Names this token. */
  readonly i: string
  /** Names the refresh token that it was given for; null for the first. */
  readonly p: string | null
  /** Thumbprint of the key that it is bound to. */
  readonly j?: string
}

export interface Issue {
  readonly client: FirstPartyClient
  readonly sessionToken: string
  /** The absolute end of the session. */
  readonly endsAt: EpochMilliseconds
  readonly thumbprint: string | null
  /** The refresh token that is used up for this; null at the first. */
  readonly parent: string | null
}

/** The answer of the token endpoint (RFC 6749 §5.1, RFC 9449 §5). */
export async function issueTokens(parts: Parts, issue: Issue): Promise<Response> {
  const { now, accessTokenSeconds } = parts.settings
  const { client, sessionToken, thumbprint, endsAt } = issue
  const moment = now()
  const accessEndsAt = Math.min(moment + accessTokenSeconds * 1000, endsAt)
  const grant = { token: sessionToken, clientId: client.id, thumbprint }
  return clientJson({
    access_token: await parts.bearer.seal(grant, accessEndsAt),
    token_type: thumbprint === null ? 'Bearer' : 'DPoP',
    expires_in: Math.floor((accessEndsAt - moment) / 1000),
    scope: SESSION_SCOPE,
    refresh_token: await sealRefreshToken(parts, issue, moment),
  })
}

/** Until when a refresh token that is made now can be used, as far as the session's idle time goes. */
export function refreshEndOf({ settings }: Parts, moment: number, endsAt: EpochMilliseconds): number {
  return Math.min(moment + settings.idleSeconds * 1000, endsAt)
}

async function sealRefreshToken(parts: Parts, issue: Issue, moment: number): Promise<string> {
  const { client, sessionToken, thumbprint, endsAt, parent } = issue
  const payload: RefreshPayload = {
    t: sessionToken,
    c: client.id,
    i: randomText(12, parts.platform.randomBytes),
    p: parent,
    ...(thumbprint === null ? {} : { j: thumbprint }),
  }
  return parts.seal.seal('client-refresh', payload, { expiresAt: refreshEndOf(parts, moment, endsAt) })
}
