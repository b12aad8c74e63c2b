// Who is signed in at this provider in which browser, for prompt=none, max_age and the logout pages. The cookie's name contains
// the port, since cookies ignore ports, and its path contains the provider.
import { createExpiringMap } from './expiring-map.ts'
import { randomToken } from './random-token.ts'

export interface BrowserSession {
  /** The cookie's value. */
  readonly id: string
  /** The session's public id (`sid`, OpenID Connect Back-Channel Logout §2.1). */
  readonly sid: string
  readonly personKey: string
  /** Milliseconds since the epoch. */
  authenticatedAt: number
  acr: string
  /** The scopes that the person has allowed in this session. */
  readonly consented: Set<string>
}

export interface BrowserSessions {
  find(request: Request): BrowserSession | null
  start(personKey: string): BrowserSession
  end(session: BrowserSession): void
  /** The value of a `Set-Cookie` header. */
  cookie(session: BrowserSession): string
  clearingCookie(): string
  list(): readonly BrowserSession[]
}

/** No authentication was checked: OpenID Connect Core §2 calls this level `0`. */
const defaultAcr = '0'
const sessionLifetimeSeconds = 12 * 3600

export function createBrowserSessions(options: {
  readonly now: () => number
  readonly cookieName: string
  readonly path: string
}): BrowserSessions {
  const { now, cookieName, path } = options
  const sessions = createExpiringMap<BrowserSession>({ now })
  const attributes = `Path=${path}; HttpOnly; SameSite=Lax`

  return {
    find(request) {
      const id = readCookie(request, cookieName)
      return id === null ? null : sessions.find(id)
    },
    start(personKey) {
      const session = {
        id: randomToken(),
        sid: randomToken().slice(0, 22),
        personKey,
        authenticatedAt: now(),
        acr: defaultAcr,
        consented: new Set<string>(),
      }
      sessions.set(session.id, session, now() + sessionLifetimeSeconds * 1000)
      return session
    },
    end(session) {
      sessions.delete(session.id)
    },
    cookie: (session) => `${cookieName}=${session.id}; ${attributes}; Max-Age=${sessionLifetimeSeconds}`,
    clearingCookie: () => `${cookieName}=; ${attributes}; Max-Age=0`,
    list: () => sessions.list(),
  }
}

function readCookie(request: Request, name: string): string | null {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = pair.trim().split('=')
    if (key === name && value) return value
  }
  return null
}
