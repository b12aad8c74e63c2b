// The tokens of a first-party client: a short-lived access token and a one-time refresh token. Both contain the sealed
// `id.secret` of a stored session, so they are invalid once the session has ended.
import type { FirstPartyClient } from '../../contracts/client.ts'
import type { EpochMilliseconds } from '../../contracts/user.ts'
import { randomText } from '../../crypto/platform.ts'
import { SESSION_SCOPE } from '../../oauth/clients/token-request.ts'
import type { Parts } from '../request/parts.ts'
import { clientJson } from './client-answer.ts'

/** The content of a refresh token; short keys, since it is sent in requests. */
export interface RefreshPayload {
  /** `id.secret` of the stored session. */
  readonly t: string
  /** The client. */
  readonly c: string
  /** The id of this token. */
  readonly i: string
  /** The id of the refresh token that it replaces; null for the first. */
  readonly p: string | null
  /** Thumbprint of the key to which it is bound. */
  readonly j?: string
}

export interface Issue {
  readonly client: FirstPartyClient
  readonly sessionToken: string
  /** The absolute end of the session. */
  readonly endsAt: EpochMilliseconds
  readonly thumbprint: string | null
  /** The id of the refresh token that is used for this; null at first. */
  readonly parent: string | null
}

/** Returns the token response (RFC 6749 §5.1, RFC 9449 §5). */
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

/** Returns the expiry of a refresh token that is issued now: the session's idle time, limited by its absolute end. */
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
