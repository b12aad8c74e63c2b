// The application's own sessions: on the server, in memory. The browser has only a random id.
import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Attempt, Identity, TokenKeeper, TokenSet } from 'latchkey/oauth'

const COOKIE = 'provider-api-session'
const LIFETIME_SECONDS = 12 * 3600
const MOST_ATTEMPTS = 10

/** The user who signed in, with the tokens for the provider's API. */
export class SignedIn implements TokenKeeper {
  readonly provider: string
  readonly identity: Identity
  tokens: TokenSet

  constructor(provider: string, identity: Identity, tokens: TokenSet) {
    this.provider = provider
    this.identity = identity
    this.tokens = tokens
  }

  find(): TokenSet {
    return this.tokens
  }

  /** Called after each refresh. */
  save(tokens: TokenSet): void {
    this.tokens = tokens
  }
}

export class BrowserSession {
  readonly endsAt: number = Date.now() + LIFETIME_SECONDS * 1000
  readonly #attempts: Map<string, Attempt>
  signedIn: SignedIn | null = null

  /** Takes over the logins that are in progress in other tabs. */
  constructor(before: BrowserSession | undefined) {
    this.#attempts = new Map(before ? before.#attempts : [])
  }

  /** One for each tab; if there are too many, the oldest is dropped. */
  keepAttempt(attempt: Attempt): void {
    const [oldest] = this.#attempts.keys()
    if (oldest && this.#attempts.size >= MOST_ATTEMPTS) this.#attempts.delete(oldest)
    this.#attempts.set(attempt.state, attempt)
  }

  /** Returns the attempt and removes it. */
  takeAttempt(state = ''): Attempt | null {
    const attempt = this.#attempts.get(state) ?? null
    this.#attempts.delete(state)
    return attempt
  }
}

export interface Sessions {
  find(c: Context): BrowserSession | null
  /** Starts a session with a new id and ends the previous one, against session fixation. */
  start(c: Context): BrowserSession
  end(c: Context): void
}

export function createSessions(origin: string): Sessions {
  const sessions = new Map<string, BrowserSession>()
  const secure = origin.startsWith('https:')
  // Hashed, so that nothing in this memory can be used as a cookie.
  const keyOf = (c: Context) => hash(getCookie(c, COOKIE) ?? '')

  return {
    find(c) {
      const session = sessions.get(keyOf(c)) ?? null
      return session && session.endsAt > Date.now() ? session : null
    },
    start(c) {
      const before = sessions.get(keyOf(c))
      sessions.delete(keyOf(c))
      for (const [key, { endsAt }] of sessions) if (endsAt <= Date.now()) sessions.delete(key)
      const id = randomBytes(32).toString('base64url')
      const session = new BrowserSession(before)
      sessions.set(hash(id), session)
      setCookie(c, COOKIE, id, {
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
        secure,
        maxAge: LIFETIME_SECONDS,
      })
      return session
    },
    end(c) {
      sessions.delete(keyOf(c))
      deleteCookie(c, COOKIE, { path: '/', secure })
    },
  }
}

function hash(id: string): string {
  return createHash('sha256').update(id).digest('base64url')
}
