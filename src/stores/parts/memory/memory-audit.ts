// The memory store's audit trail. It forgets its oldest entries, since memory must stay bounded.
import type { AuditEntry, AuditQuery } from '../../../contracts/audit.ts'
import { LimitedMap } from '../../../web/limited-map.ts'

/** About 10 MB. */
const MOST_ENTRIES = 30_000

export class MemoryAudit {
  readonly #entries = new LimitedMap<string, AuditEntry>(MOST_ENTRIES)

  append(entry: AuditEntry): void {
    this.#entries.set(entry.id, Object.freeze({ ...entry }))
  }

  list({ userId, before, limit }: AuditQuery): readonly AuditEntry[] {
    return [...this.#entries.values()]
      .filter((entry) => userId === undefined || entry.userId === userId)
      .filter(({ id }) => before === undefined || id < before)
      .sort((a, b) => (a.id < b.id ? 1 : -1))
      .slice(0, limit)
  }

  deleteBefore(id: string, limit: number): number {
    const old = [...this.#entries.keys()]
      .filter((each) => each < id)
      .sort()
      .slice(0, limit)
    for (const each of old) this.#entries.delete(each)
    return old.length
  }
}
