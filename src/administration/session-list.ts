// The sessions of a person in the application's hands: to show, and to end. Handles only; a token is in the browser alone.
import type { SessionIdentity, SessionRecord } from '../contracts/session.ts'
import type { Store } from '../contracts/store.ts'
import type { Events } from '../events/events.ts'
import { describeUserAgent } from '../web/describe-user-agent.ts'

/** One signed-in browser. */
export interface SessionInfo extends SessionIdentity {
  /** A handle, not a credential: it ends the session, and opens nothing. */
  readonly id: string
  readonly userId: string
  /** For people: "Firefox on Linux". A hint, since whoever sends the header writes in it what they like. */
  readonly device: string
  readonly userAgent: string | null
  readonly clientAddress: string | null
  readonly createdAt: Date
  /** When the person proved who they are. */
  readonly authenticatedAt: Date
  /** Up to an hour old: it is written when the expiry is moved. */
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly endsAt: Date
}

export interface SessionList {
  /** The living sessions of a user, newest first. */
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
}

export function createSessionList({ store, events, now }: SessionListParts): SessionList {
  return {
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
