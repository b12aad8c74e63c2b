// A store in one SQLite file. Right for one server; the file needs no set-up.
import type { Store } from '../contracts/store.ts'
import { sqlStore } from './parts/sql/sql-store.ts'
import { SqliteDatabase } from './parts/sqlite/sqlite-database.ts'
import { type SqliteHandle, sqliteSource } from './parts/sqlite/sqlite-source.ts'

export type { SqliteHandle }

/**
 * A store in this file, or in memory for `:memory:`, on the SQLite that Node carries; or in the database of a handle that the
 * application has opened, of `node:sqlite`, `better-sqlite3` or `bun:sqlite`, which stays open when the store is closed. A file
 * and its folder are made at the first use; nothing is opened before.
 *
 * Throws `config_option_invalid` for what is no such handle. Methods throw `store_unavailable` while the file cannot be read or
 * written, or foreign keys are off on the handle, and work again as soon as that is put right.
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
