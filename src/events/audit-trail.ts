// Writes the audit trail: events that concern a user become rows of the store. Events without a known user, such as a
// stranger's refused callback, are only logged, so that outsiders cannot fill the table.
import type { AuditEntry } from '../contracts/audit.ts'
import type { AuthEvent } from '../contracts/events.ts'
import type { Store } from '../contracts/store.ts'
import { lowestIdAt } from '../crypto/time-ordered-id.ts'

/** How often one process deletes entries that are too old, and how many at once. */
const SWEEP_EVERY_MILLISECONDS = 3_600_000
const MOST_SWEPT = 10_000

/** Refusals of a signed-in person's action. Unknown addresses and outages are only logged. */
const DEEDS = /^(account|attempt|provider|session)_/

/** Refusals that one process writes for one user per day; the log has all of them. */
const MOST_REFUSALS = 20
const WINDOW_MILLISECONDS = 86_400_000
const MOST_COUNTED = 10_000

interface Written {
  readonly since: number
  readonly count: number
}

export interface AuditTrailParts {
  readonly store: Store
  /** Null: entries are kept forever. */
  readonly keepMilliseconds: number | null
  readonly newId: () => string
}

export interface AuditTrail {
  /** Rejects with `store_unavailable`. */
  readonly append: (event: AuthEvent) => Promise<void>
}

export function createAuditTrail({ store, keepMilliseconds, newId }: AuditTrailParts): AuditTrail {
  let sweptAt = 0
  const written = new Map<string, Written>()

  /** Whether this event may be written: refusals only up to a daily limit per user. */
  function isWithinBounds(event: AuthEvent, userId: string): boolean {
    if (event.type !== 'refused') return true
    const at = event.at.getTime()
    const before = written.get(userId)
    const current = before && at - before.since < WINDOW_MILLISECONDS ? before : { since: at, count: 0 }
    if (written.size >= MOST_COUNTED) written.clear()
    written.set(userId, { since: current.since, count: current.count + 1 })
    return current.count < MOST_REFUSALS
  }

  return {
    async append(event) {
      const fields = entryFields(event)
      // Otherwise any user could fill the table, one row for each refused request.
      if (!fields || (fields.userId !== null && !isWithinBounds(event, fields.userId))) return
      const at = event.at.getTime()
      await store.audit.append({
        id: newId(),
        at,
        type: event.type,
        ...fields,
        referenceId: event.referenceId,
        userAgent: event.userAgent,
        clientAddress: event.clientAddress,
      })
      if (keepMilliseconds === null || at - sweptAt < SWEEP_EVERY_MILLISECONDS) return
      sweptAt = at
      await store.audit.deleteBefore(lowestIdAt(at - keepMilliseconds), MOST_SWEPT)
    },
  }
}

type EntryFields = Pick<AuditEntry, 'userId' | 'sessionId' | 'accountId' | 'provider' | 'reason'>

/** Returns null for events that are not written. */
function entryFields(event: AuthEvent): EntryFields | null {
  if (!('userId' in event) || event.userId === null) return null
  if (event.type === 'refused' && !DEEDS.test(event.code)) return null
  return {
    userId: event.userId,
    sessionId: 'sessionId' in event ? event.sessionId : null,
    accountId: 'accountId' in event ? event.accountId : null,
    provider: 'provider' in event ? event.provider : null,
    reason: reasonOf(event),
  }
}

function reasonOf(event: AuthEvent): string | null {
  switch (event.type) {
    case 'signed_in':
      return event.intent
    case 'refused':
      return event.code
    case 'session_ended':
    case 'sessions_ended':
      return event.by
    case 'provider_notified':
      return `${event.notification} ${event.outcome}`
    case 'user_updated':
      return event.changed.join(' ')
    default:
      return null
  }
}
