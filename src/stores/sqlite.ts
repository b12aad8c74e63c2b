// A store in one SQLite file. Suits a single server; the file needs no setup.
import type { Store } from '../contracts/store.ts'
import { sqlStore } from './parts/sql/sql-store.ts'
import { SqliteDatabase } from './parts/sqlite/sqlite-database.ts'
import { type SqliteHandle, sqliteSource } from './parts/sqlite/sqlite-source.ts'

export type { SqliteHandle }

/**
 * A store in this file, or in memory for `:memory:`, on the SQLite that is built into Node; or on a handle of `node:sqlite`,
 * `better-sqlite3` or `bun:sqlite` that the application opened, which stays open when the store is closed. The file and its folder
 * are created on first use; nothing is opened before.
 *
 * Throws `config_option_invalid` for any other value. Methods throw `store_unavailable` while the file cannot be read or
 * written, or foreign keys are off on the handle, and work again as soon as that is fixed.
 *
 * @example
 * ```ts
 * import { sqlite } from 'latchkey/stores/sqlite'
 *
 * const store = sqlite('app.db')
 * ```
 */
export function sqlite(fileOrHandle: string | SqliteHandle): Store {
  return sqlStore(new SqliteDatabase(sqliteSource(fileOrHandle, 'node')))
}
