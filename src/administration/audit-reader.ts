// Reads the audit trail page by page.
import type { AuditEntry, AuditQuery } from '../contracts/audit.ts'
import type { Store } from '../contracts/store.ts'
import { LatchkeyError } from '../errors.ts'

const MOST_ENTRIES = 1_000

/** Reads the audit trail: `auth.audit`. */
export interface AuditReader {
  /**
   * Returns entries, newest first; at most `limit`, by default 100. For the next page, call `list({ …, before: lastEntry.id })`.
   * @throws LatchkeyError `config_option_invalid` if the limit is not a whole number from 1 to 1,000.
   */
  list(query?: Partial<AuditQuery>): Promise<readonly AuditEntry[]>
}

export function createAuditReader(store: () => Store): AuditReader {
  return {
    async list({ userId, before, limit = 100 } = {}) {
      if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ENTRIES) {
        throw new LatchkeyError('config_option_invalid', {
          detail: `limit must be a whole number from 1 to ${MOST_ENTRIES}.`,
        })
      }
      return store().audit.list({ userId, before, limit })
    },
  }
}
