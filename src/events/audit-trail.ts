// Writes the audit trail: events that concern a user become rows of the store. What concerns nobody we know, such as a
// stranger's refused callback, is logged only, so that nobody can fill the table from outside.
import type { AuditEntry } from '../contracts/audit.ts'
import type { AuthEvent } from '../contracts/events.ts'
import type { Store } from '../contracts/store.ts'
import { lowestIdAt } from '../crypto/time-ordered-id.ts'

/** How often one process looks for entries that are too old, and how many it deletes then. */
const SWEEP_EVERY_MILLISECONDS = 3_600_000
const MOST_SWEPT = 10_000

/** Refusals of something that a signed-in person did. Misspelled addresses and outages are for the log. */
const DEEDS = /^(account|attempt|provider|session)_/

export interface AuditTrailParts {
  readonly store: Store
  /** Null: entries are kept for ever. */
  readonly keepMilliseconds: number | null
  readonly newId: () => string
}

export interface AuditTrail {
  /** Rejects with `store_unavailable`. */
  readonly append: (event: AuthEvent) => Promise<void>
}

export function createAuditTrail({ store, keepMilliseconds, newId }: AuditTrailParts): AuditTrail {
  let sweptAt = 0

  return {
    async append(event) {
      const fields = entryFields(event)
      if (!fields) return
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

/** Null for what is not written. */
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
    case 'user_updated':
      return event.changed.join(' ')
    default:
      return null
  }
}
