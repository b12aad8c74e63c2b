// The application's own sessions: on the server, in memory. The browser has a random id, and nothing else.
import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Attempt, Identity, TokenKeeper, TokenSet } from 'latchkey/oauth'

const COOKIE = 'provider-api-session'
const LIFETIME_SECONDS = 12 * 3600
const MOST_ATTEMPTS = 10

/** Who signed in, with the tokens that call their API. */
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

  /** Called after a refresh. */
  save(tokens: TokenSet): void {
    this.tokens = tokens
  }
}

export class BrowserSession {
  readonly endsAt: number = Date.now() + LIFETIME_SECONDS * 1000
  readonly #attempts: Map<string, Attempt>
  signedIn: SignedIn | null = null

  /** Logins that other tabs have under way go on. */
  constructor(before: BrowserSession | undefined) {
    this.#attempts = new Map(before ? before.#attempts : [])
  }

  /** One for each tab; the oldest makes room. */
  keepAttempt(attempt: Attempt): void {
    const [oldest] = this.#attempts.keys()
    if (oldest && this.#attempts.size >= MOST_ATTEMPTS) this.#attempts.delete(oldest)
    this.#attempts.set(attempt.state, attempt)
  }

  /** Reads it and uses it up. */
  takeAttempt(state = ''): Attempt | null {
    const attempt = this.#attempts.get(state) ?? null
    this.#attempts.delete(state)
    return attempt
  }
}

export interface Sessions {
  find(c: Context): BrowserSession | null
  /** A session with a new id; the one before ends (session fixation). */
  start(c: Context): BrowserSession
  end(c: Context): void
}

export function createSessions(origin: string): Sessions {
  const sessions = new Map<string, BrowserSession>()
  const secure = origin.startsWith('https:')
  // A reader of this memory finds no id that a browser could send.
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
