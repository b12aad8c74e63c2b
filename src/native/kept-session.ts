// What a client keeps between two starts: one text, for the keychain or whatever the platform protects secrets with.
import { NativeClientError } from './native-client-error.ts'

/** Where the session is kept. It holds tokens: a keychain, a keystore, a file that only this user can read. */
export interface SessionStorage {
  /** The text that was saved last, whole even while another process saves; null where there is none. */
  load(): string | null | Promise<string | null>
  /** Replaces it; null removes it. It must be kept when the answer comes. */
  save(text: string | null): void | Promise<void>
  /**
   * Runs the work while no other process of this client does: where several run beside each other, such as a command line, two refreshes
   * at once would end the session. Default: this process alone.
   */
  readonly lock?: (<T>(work: () => Promise<T>) => Promise<T>) | undefined
}

export interface KeptSession {
  readonly accessToken: string
  readonly refreshToken: string
  /** Names the one refresh for which this token is good: an answer that was lost can be asked for again with it. */
  readonly refreshKey: string
  readonly isBound: boolean
  /** Milliseconds since 1970. */
  readonly expiresAt: number
  /** Of the proofs; null for tokens that are not bound. */
  readonly privateJwk: JsonWebKey | null
}

/** For whom it was made: another server's, or another client's, is none. */
export interface SessionOwner {
  readonly issuer: string
  readonly clientId: string
}

export function writeSession(session: KeptSession, { issuer, clientId }: SessionOwner): string {
  return JSON.stringify({ version: 1, issuer, clientId, ...session })
}

/** Null for nothing, and for what this version or this client has not written. */
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

/** What the token endpoint answered. @throws NativeClientError `answer_invalid` */
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
  // RFC 9449 §5: a server that answers a plain token where a bound one was asked for has not bound it.
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
