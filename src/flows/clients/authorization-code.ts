// The code that a client brings from the browser to the token endpoint: sealed, for one use, for a minute. It holds no
// session: that is made when the code is redeemed.
import type { EpochMilliseconds } from '../../contracts/user.ts'
import { timeOrderedHandle } from '../../crypto/time-ordered-handle.ts'
import type { ClientAuthorization } from '../../oauth/clients/authorization-request.ts'
import type { Parts } from '../request/parts.ts'

const CODE_SECONDS = 60

/** Short keys: this stands in an address. */
export interface CodePayload {
  /** The handle of the session that will come of it: a code that is used twice ends it. */
  readonly i: string
  /** The session in which the person said yes. */
  readonly s: string
  /** The client. */
  readonly c: string
  /** Where the code was sent. */
  readonly r: string
  /** The challenge. */
  readonly h: string
  /** The thumbprint that was announced (`dpop_jkt`). */
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

/** Null for what is not one of our codes; an expired one throws. */
export async function openCode(parts: Parts, code: string): Promise<OpenedCode | 'expired' | null> {
  const opened = await parts.seal.open<CodePayload>('client-code', code, { now: parts.settings.now() })
  if (opened.state === 'valid') return { ...opened.payload, expiresAt: opened.expiresAt }
  return opened.state === 'expired' ? 'expired' : null
}
