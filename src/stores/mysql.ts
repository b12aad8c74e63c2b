// A store in MySQL or MariaDB, through `mysql2`.
import type { Pool } from 'mysql2'
import type { Store } from '../contracts/store.ts'
import { MysqlEngine } from './parts/mysql/mysql-engine.ts'
import { NetworkDatabase } from './parts/sql/network-database.ts'
import { sqlStore } from './parts/sql/sql-store.ts'

/**
 * A store in this database: `mysql://user:password@host/database`, or a `mysql2` pool of the application's own, which
 * stays open when the store is closed. Needs the package `mysql2`; connects at its first use.
 *
 * Methods throw `store_unavailable` while the server does not answer, and work again as soon as it does.
 */
export function mysql(urlOrPool: string | Pool): Store {
  return sqlStore(new NetworkDatabase(new MysqlEngine(urlOrPool)))
}
