// The sessions of a person in the application's hands: to show, and to end. Handles only; a token is in the browser alone.
import type { Session, SessionIdentity, SessionRecord } from '../contracts/session.ts'
import type { Store } from '../contracts/store.ts'
import type { UserId, UserProfile } from '../contracts/user.ts'
import type { Events } from '../events/events.ts'
import { readDetails } from '../sessions/session-details.ts'
import type { SessionSignal, SignalledSession } from '../sessions/session-signals.ts'
import type { SessionSource } from '../sessions/session-source.ts'
import { describeUserAgent } from '../web/describe-user-agent.ts'

/** One signed-in browser, or client of the application's own. */
export interface SessionInfo extends SessionIdentity {
  /** A handle, not a credential: it ends the session, and opens nothing. */
  readonly id: string
  readonly userId: string
  /** The first-party client that holds it (the option `clients`); null for a browser. */
  readonly clientId: string | null
  /** For people: "Firefox on Linux". A hint, since any client can send any value. */
  readonly device: string
  readonly userAgent: string | null
  readonly clientAddress: string | null
  readonly createdAt: Date
  /** When the person proved who they are; the beginning of 1970 where nothing proves a moment. */
  readonly authenticatedAt: Date
  /** Up to an hour old: it is written when the expiry is moved. */
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly endsAt: Date
}

/** A user after a login of the application's own. */
export interface OwnLoginUser extends Partial<UserProfile> {
  readonly id: UserId
}

/** Options of `auth.sessions.start`. */
export interface StartOptions {
  /** The request of the login: for the device in the session list, and to end the session that this browser had before. */
  readonly source?: SessionSource | undefined
  /** Names the login on the account page and in events; looks like the id of a provider and is none. Default: `password`. */
  readonly login?: string | undefined
  /** When the person proved who they are. Default: now. */
  readonly authenticatedAt?: Date | undefined
}

export interface SessionStart {
  readonly user: OwnLoginUser
  readonly options: StartOptions
}

/** A session that the application started after a login of its own. */
export interface StartedOwnSession {
  readonly session: Session
  /** Set-Cookie values that the answer must carry. */
  readonly setCookies: readonly string[]
}

/** The sessions of users outside of any request: `auth.sessions`. */
export interface SessionList {
  /**
   * Starts a session after a login of the application's own, such as a password form that people still have: for the time of
   * moving over. Signed in like that, they link a provider on the account page. Checks no password and asks no gate: the caller
   * has. With `users`, the row must exist; without, the user is stored under this id at the first call.
   * @throws LatchkeyError `user_not_found`, `config_option_invalid`, `config_origin_missing`.
   */
  start(user: OwnLoginUser, options?: StartOptions): Promise<StartedOwnSession>
  /**
   * An AbortSignal that fires within a second when this session ends on any server: signed out, ended by an administrator, expired.
   * For what outlives its request: WebSockets, streams. Call `release()` when the signal is no longer needed. While the store cannot be
   * asked for more than 30 seconds it fires too. A sealed session (no store) ends elsewhere only by its expiry.
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
  /** False when there is no such session (any more). */
  end(sessionId: string): Promise<boolean>
  /** Ends all sessions of a user, or all but one. Answers the handles that ended. */
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
