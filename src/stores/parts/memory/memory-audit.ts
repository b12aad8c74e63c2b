// The memory store's audit trail. It drops its oldest entries to keep memory bounded.
import type { AuditEntry } from '../../../contracts/audit.ts'
import type { AuditStore } from '../../../contracts/store.ts'
import { LimitedMap } from '../../../web/limited-map.ts'

/** About 10 MB. */
const MOST_ENTRIES = 30_000

export function memoryAudit(): AuditStore {
  const entries = new LimitedMap<string, AuditEntry>(MOST_ENTRIES)
  return {
    async append(entry) {
      entries.set(entry.id, Object.freeze({ ...entry }))
    },
    list: async ({ userId, before, limit }) =>
      [...entries.values()]
        .filter((entry) => userId === undefined || entry.userId === userId)
        .filter(({ id }) => before === undefined || id < before)
        .sort((a, b) => (a.id < b.id ? 1 : -1))
        .slice(0, limit),
    async deleteBefore(id, limit) {
      const old = [...entries.keys()]
        .filter((each) => each < id)
        .sort()
        .slice(0, limit)
      for (const each of old) entries.delete(each)
      return old.length
    },
  }
}
