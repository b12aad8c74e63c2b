// Lets the application list and end a person's sessions. It works with handles only; a session's token exists only in the browser.
import type { Session, SessionIdentity, SessionRecord } from '../contracts/session.ts'
import type { Store } from '../contracts/store.ts'
import type { UserId, UserProfile } from '../contracts/user.ts'
import type { Events } from '../events/events.ts'
import { readDetails } from '../sessions/session-details.ts'
import type { SessionSignal, SignalledSession } from '../sessions/session-signals.ts'
import type { SessionSource } from '../sessions/session-source.ts'
import { describeUserAgent } from '../web/describe-user-agent.ts'

/** One signed-in browser or first-party client. */
export interface SessionInfo extends SessionIdentity {
  /** A handle, not a credential: it can end the session but does not grant access. */
  readonly id: string
  readonly userId: string
  /** The first-party client that has the session (the option `clients`); null for a browser. */
  readonly clientId: string | null
  /** For display, such as "Firefox on Linux". A hint only, since any client can send any value. */
  readonly device: string
  /** The `User-Agent` header, as last seen; null if there was none. */
  readonly userAgent: string | null
  readonly clientAddress: string | null
  readonly createdAt: Date
  /** When the person proved who they are; the beginning of 1970 if no moment is proven. */
  readonly authenticatedAt: Date
  /** Up to an hour old: it is updated when the expiry is extended. */
  readonly lastSeenAt: Date
  /** Rolling expiry: extended by use, never past `endsAt`. */
  readonly expiresAt: Date
  /** Absolute expiry: never extended. */
  readonly endsAt: Date
}

/** A user whom the application's own login has signed in. */
export interface OwnLoginUser extends Partial<UserProfile> {
  readonly id: UserId
}

/** Options of `auth.sessions.start`. */
export interface StartOptions {
  /** The request of the login: for the device in the session list, and to end this browser's previous session. */
  readonly source?: SessionSource | undefined
  /** Names the login on the account page and in events, in the form of a provider's id. Default: `password`. */
  readonly login?: string | undefined
  /** When the person proved who they are. Default: now. */
  readonly authenticatedAt?: Date | undefined
}

export interface SessionStart {
  readonly user: OwnLoginUser
  readonly options: StartOptions
}

/** A session that the application started after its own login. */
export interface StartedOwnSession {
  readonly session: Session
  /** Set-Cookie values that the answer must carry. */
  readonly setCookies: readonly string[]
}

/** The sessions of users outside of any request: `auth.sessions`. */
export interface SessionList {
  /**
   * Starts a session after the application's own login, such as a password form during a migration. People who signed in this way
   * can link a provider on the account page. It checks no password and calls no gate: the caller must have checked both. With
   * the option `users`, the row must exist; without it, the user is stored under this id at the first call.
   * @throws LatchkeyError `user_not_found`, `config_option_invalid`, `config_origin_missing`.
   */
  start(user: OwnLoginUser, options?: StartOptions): Promise<StartedOwnSession>
  /**
   * Returns an AbortSignal that fires within a second after this session ends on any server: by sign-out, by an administrator, or by
   * expiry. For work that outlives its request: WebSockets, streams. Call `release()` when the signal is no longer needed. It also fires
   * if the store cannot be reached for more than 30 seconds. A sealed session (no store) ends on other servers only by its expiry.
   *
   * @example
   * ```ts
   * import type { Auth, Session } from 'latchkey'
   *
   * declare const auth: Auth
   *
   * export function closeWithSession(session: Session, socket: WebSocket): void {
   *   const ended = auth.sessions.signal(session)
   *   ended.addEventListener('abort', () => socket.close(4401, 'signed out'))
   *   socket.addEventListener('close', () => ended.release())
   * }
   * ```
   */
  signal(session: SignalledSession): SessionSignal
  /** The valid sessions of a user, newest first. */
  list(userId: string): Promise<readonly SessionInfo[]>
  /** Ends a session. Returns false if it does not exist (any more). */
  end(sessionId: string): Promise<boolean>
  /** Ends all sessions of a user, or all except one. Returns the handles of the sessions that ended. */
  endAll(userId: string, options?: { readonly except?: string | undefined }): Promise<readonly string[]>
}

export interface SessionListParts {
  readonly store: () => Store
  readonly events: Events
  readonly now: () => number
  readonly start: SessionList['start']
  readonly signal: SessionList['signal']
}

export function createSessionList({ store, events, now, start, signal }: SessionListParts): SessionList {
  return {
    start,
    signal,

    list: async (userId) => (await store().sessions.list(userId, now())).map(toInfo),

    async end(sessionId) {
      const found = await store().sessions.find(sessionId)
      if (!found || !(await store().sessions.delete(sessionId))) return false
      await events.emit({
        type: 'session_ended',
        userId: found.session.userId,
        sessionId,
        by: 'application',
      })
      return true
    },

    async endAll(userId, { except } = {}) {
      const sessionIds = await store().sessions.deleteOfUser(userId, except ?? null)
      if (sessionIds.length > 0) {
        await events.emit({ type: 'sessions_ended', userId, sessionIds, by: 'application' })
      }
      return sessionIds
    },
  }
}

function toInfo(record: SessionRecord): SessionInfo {
  const { id, userId, provider, issuer, subject, providerSessionId, userAgent, clientAddress } = record
  return {
    id,
    userId,
    clientId: readDetails(record.details).clientId,
    provider,
    issuer,
    subject,
    providerSessionId,
    device: describeUserAgent(userAgent),
    userAgent,
    clientAddress,
    createdAt: new Date(record.createdAt),
    authenticatedAt: new Date(record.authenticatedAt),
    lastSeenAt: new Date(record.lastSeenAt),
    expiresAt: new Date(record.expiresAt),
    endsAt: new Date(record.endsAt),
  }
}
