// The authorization code of a first-party client: sealed, for one use, valid for a minute. The session is created when the code
// is redeemed.
import type { EpochMilliseconds } from '../../contracts/user.ts'
import { timeOrderedHandle } from '../../crypto/time-ordered-handle.ts'
import type { ClientAuthorization } from '../../oauth/clients/authorization-request.ts'
import type { Parts } from '../request/parts.ts'

const CODE_SECONDS = 60

/** Short keys, since this is part of a URL. */
export interface CodePayload {
  /** The id of the session that the code will create, so that a second use of the code can end it. */
  readonly i: string
  /** The session in which the person consented. */
  readonly s: string
  /** The client. */
  readonly c: string
  /** The redirect URI. */
  readonly r: string
  /** The PKCE challenge. */
  readonly h: string
  /** The key thumbprint of the request (`dpop_jkt`). */
  readonly j?: string
}

export interface OpenedCode extends CodePayload {
  readonly expiresAt: EpochMilliseconds
}

export async function sealCode(parts: Parts, asked: ClientAuthorization, sessionId: string): Promise<string> {
  const moment = parts.settings.now()
  const payload: CodePayload = {
    i: timeOrderedHandle(moment, parts.platform),
    s: sessionId,
    c: asked.client.id,
    r: asked.redirectUri,
    h: asked.challenge,
    ...(asked.thumbprint === null ? {} : { j: asked.thumbprint }),
  }
  return parts.seal.seal('client-code', payload, { expiresAt: moment + CODE_SECONDS * 1000 })
}

/** Returns null if the code was not issued here, and 'expired' if it is too old. */
export async function openCode(parts: Parts, code: string): Promise<OpenedCode | 'expired' | null> {
  const opened = await parts.seal.open<CodePayload>('client-code', code, { now: parts.settings.now() })
  if (opened.state === 'valid') return { ...opened.payload, expiresAt: opened.expiresAt }
  return opened.state === 'expired' ? 'expired' : null
}
