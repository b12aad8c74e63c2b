// A store in one SQLite file, on the SQLite that is built into Bun.
import type { Store } from '../contracts/store.ts'
import { sqlStore } from './parts/sql/sql-store.ts'
import type { BunDatabase } from './parts/sqlite/bun-sqlite-connection.ts'
import { SqliteDatabase } from './parts/sqlite/sqlite-database.ts'
import { sqliteSource } from './parts/sqlite/sqlite-source.ts'

export type { BunDatabase }

/**
 * A store in this file, or in memory for `:memory:`, through `bun:sqlite`; or in the application's own `Database`, which stays open
 * when the store is closed. It behaves like `sqlite` of `latchkey/stores/sqlite`.
 *
 * Throws `config_option_invalid` for any other value. Methods throw `store_unavailable` while the file cannot be read or
 * written, or foreign keys are off on the `Database`, and work again as soon as that is fixed.
 */
export function bunSqlite(fileOrDatabase: string | BunDatabase): Store {
  return sqlStore(new SqliteDatabase(sqliteSource(fileOrDatabase, 'bun')))
}
