// The audit trail: one row for each event that concerns a user, appended and never changed. Rows hold ids, codes and the
// device, so nothing has to be redacted later. They are kept when the user is deleted.
import type { AuthEventType } from './events.ts'
import type { EpochMilliseconds } from './user.ts'

/** One entry of the audit trail, as a store keeps it. */
export interface AuditEntry {
  /** A UUID version 7, so ids sort by time. */
  readonly id: string
  readonly at: EpochMilliseconds
  readonly type: AuthEventType
  readonly userId: string
  readonly sessionId: string | null
  readonly accountId: string | null
  readonly provider: string | null
  /** The reason, in one word: an error code, who ended a session, how the person signed in, or which fields changed. */
  readonly reason: string | null
  /** Also in the log line of the same request. */
  readonly referenceId: string | null
  readonly userAgent: string | null
  readonly clientAddress: string | null
}

/** Selects entries of the audit trail, newest first. */
export interface AuditQuery {
  /** Default: the entries of all users. */
  readonly userId?: string | undefined
  /** The id of the last entry of the previous page: only older entries are returned. */
  readonly before?: string | undefined
  readonly limit: number
}
