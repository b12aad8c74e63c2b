// A store in one SQLite file, on the SQLite that Node carries. Right for one server; the file needs no set-up.
import type { Store } from '../contracts/store.ts'
import { sqlStore } from './parts/sql/sql-store.ts'
import { SqliteDatabase } from './parts/sqlite/sqlite-database.ts'

/**
 * A store in this file, or in memory for `:memory:`. The file and its folder are made at the first use; nothing
 * is opened before. Methods throw `store_unavailable` while the file cannot be read or written, and work again as
 * soon as it can be.
 */
export function sqlite(file: string): Store {
  return sqlStore(new SqliteDatabase(file))
}
