// The audit trail: one row for each event that concerns a user, added and never changed. It holds handles, codes and the
// device, so there is nothing to redact later, and it outlives the user that it is about.
import type { AuthEventType } from './events.ts'
import type { EpochMilliseconds } from './user.ts'

/** What a store keeps of an event. */
export interface AuditEntry {
  /** A UUID version 7: in the order in which things happened. */
  readonly id: string
  readonly at: EpochMilliseconds
  readonly type: AuthEventType
  readonly userId: string
  readonly sessionId: string | null
  readonly accountId: string | null
  readonly provider: string | null
  /** Why, in one word: an error code, who ended a session, how somebody signed in, which fields changed. */
  readonly reason: string | null
  /** Stands in the log line of the same request. */
  readonly referenceId: string | null
  readonly userAgent: string | null
  readonly clientAddress: string | null
}

/** Which entries to read: newest first. */
export interface AuditQuery {
  /** Default: everybody's. */
  readonly userId?: string | undefined
  /** The id of the last entry that was read: goes on with older ones. */
  readonly before?: string | undefined
  readonly limit: number
}
