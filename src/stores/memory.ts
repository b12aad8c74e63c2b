// A store in this process's memory, for development, tests and experiments. Its data is lost when the process exits.
// No method awaits anything, so each is atomic.
import type { Store } from '../contracts/store.ts'
import { memoryAudit } from './parts/memory/memory-audit.ts'
import { MemoryRecords } from './parts/memory/memory-records.ts'
import { memorySessions } from './parts/memory/memory-sessions.ts'
import { memoryTokens } from './parts/memory/memory-tokens.ts'
import { memoryUsers } from './parts/memory/memory-users.ts'

/**
 * A store in memory; its data is lost when the process exits. Needs no migrations.
 *
 * @example
 * ```ts
 * import { latchkey } from 'latchkey'
 * import { google } from 'latchkey/providers/google'
 * import { memory } from 'latchkey/stores/memory'
 *
 * const auth = latchkey({ providers: [google()], store: memory() })
 * ```
 */
export function memory(): Store {
  const records = new MemoryRecords()
  const { marks } = records
  return {
    name: 'memory',
    watch: records.changes.watch,
    migrate: async () => [],
    pendingMigrations: async () => [],
    close: async () => {},
    users: memoryUsers(records),
    sessions: memorySessions(records),
    marks: {
      useOnce: async (key, expiresAt) => marks.useOnce(key, expiresAt),
      isUsed: async (key) => marks.has(key),
      sweep: async (now, limit) => marks.sweep(now, limit),
    },
    tokens: memoryTokens(records),
    audit: memoryAudit(),
  }
}
