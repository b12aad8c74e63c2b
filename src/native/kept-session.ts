// What a client stores between two starts: one text, for the keychain or another protected storage of the platform.
import { NativeClientError } from './native-client-error.ts'

/** Where the session is stored. It contains tokens: use a keychain, a keystore, or a file that only this user can read. */
export interface SessionStorage {
  /** Returns the text that was saved last, complete even while another process saves; null if there is none. */
  load(): string | null | Promise<string | null>
  /** Replaces the text; null removes it. It must be stored durably when the promise resolves. */
  save(text: string | null): void | Promise<void>
  /**
   * Runs the work while no other process of this client runs work under this lock. Needed if several processes run at once, such as those
   * of a command line, because concurrent refreshes would end the session. Default: a lock within this process.
   */
  readonly lock?: (<T>(work: () => Promise<T>) => Promise<T>) | undefined
}

export interface KeptSession {
  readonly accessToken: string
  readonly refreshToken: string
  /** The idempotency key for the one refresh with this token: with it, a lost answer can be requested again. */
  readonly refreshKey: string
  readonly isBound: boolean
  /** Milliseconds since 1970. */
  readonly expiresAt: number
  /** The key of the proofs; null for tokens that are not bound. */
  readonly privateJwk: JsonWebKey | null
}

/** Identifies the client that the session was made for: a session of another server or client is ignored. */
export interface SessionOwner {
  readonly issuer: string
  readonly clientId: string
}

export function writeSession(session: KeptSession, { issuer, clientId }: SessionOwner): string {
  return JSON.stringify({ version: 1, issuer, clientId, ...session })
}

/** Null for an empty text, and for one that another version or another client has written. */
export function readSession(text: string | null, { issuer, clientId }: SessionOwner): KeptSession | null {
  if (text === null || text === '') return null
  try {
    const kept = JSON.parse(text)
    const isOurs = kept.version === 1 && kept.issuer === issuer && kept.clientId === clientId
    return isOurs && typeof kept.refreshToken === 'string' ? kept : null
  } catch {
    return null
  }
}

/** Reads the token endpoint's answer. @throws NativeClientError `answer_invalid` */
export function sessionIn(
  body: Readonly<Record<string, unknown>>,
  {
    now,
    privateJwk,
    refreshKey,
  }: { readonly now: number; readonly privateJwk: JsonWebKey | null; readonly refreshKey: string },
): KeptSession {
  const { access_token, refresh_token, expires_in, token_type } = body
  const type = String(token_type).toLowerCase()
  const isUsable =
    typeof access_token === 'string' && typeof refresh_token === 'string' && typeof expires_in === 'number'
  // RFC 9449 §5: a server that returns a plain token although a bound one was requested has not bound it.
  if (!isUsable || type !== (privateJwk ? 'dpop' : 'bearer')) {
    throw new NativeClientError(
      'answer_invalid',
      `The token endpoint answered no session (token_type ${type}).`,
    )
  }
  return {
    accessToken: access_token,
    refreshToken: refresh_token,
    refreshKey,
    isBound: privateJwk !== null,
    expiresAt: now + expires_in * 1000,
    privateJwk,
  }
}
