// A store in MySQL or MariaDB, through `mysql2`.
import type { Pool } from 'mysql2'
import type { Store } from '../contracts/store.ts'
import { LatchkeyError } from '../errors.ts'
import { MysqlEngine } from './parts/mysql/mysql-engine.ts'
import { NetworkDatabase } from './parts/sql/network-database.ts'
import { sqlStore } from './parts/sql/sql-store.ts'

/** A pool of `mysql2`, or of `mysql2/promise`. */
export type MysqlPool = Pool | { readonly pool: unknown; getConnection(): Promise<unknown> }

/**
 * A store in this database: `mysql://user:password@host/database`, or the application's own pool of `mysql2` or `mysql2/promise`,
 * which stays open when the store is closed. Needs the package `mysql2`; connects on first use.
 *
 * Throws `config_option_invalid` for any other object. Methods throw `store_unavailable` while the server does not answer, and work
 * again as soon as it does.
 *
 * @example
 * ```ts
 * import { mysql } from 'latchkey/stores/mysql'
 *
 * const store = mysql(process.env.DATABASE_URL ?? '')
 * ```
 */
export function mysql(urlOrPool: string | MysqlPool): Store {
  return sqlStore(
    new NetworkDatabase(new MysqlEngine(typeof urlOrPool === 'string' ? urlOrPool : poolOf(urlOrPool))),
  )
}

/** The pool of `mysql2/promise` wraps a callback pool, in its property `pool`. */
function poolOf(pool: MysqlPool): Pool {
  for (const each of [pool, (pool as { pool?: unknown } | null)?.pool]) {
    const { promise, getConnection } = (each ?? {}) as Partial<Pool>
    if (typeof promise === 'function' && typeof getConnection === 'function') return each as Pool
  }
  const detail =
    'mysql() takes mysql://…, or a pool of mysql2 or mysql2/promise. A single connection cannot be shared by requests.'
  throw new LatchkeyError('config_option_invalid', { detail })
}
