// A store in PostgreSQL, through `pg`. Also for what speaks its protocol; docs/stores.md says what to mind there.
import type { Pool } from 'pg'
import type { Store } from '../contracts/store.ts'
import { PostgresEngine } from './parts/postgres/postgres-engine.ts'
import { NetworkDatabase } from './parts/sql/network-database.ts'
import { sqlStore } from './parts/sql/sql-store.ts'

export interface PostgresOptions {
  /**
   * Whether servers hear by LISTEN and NOTIFY which sessions ended, so that each may remember those that it has read.
   * Default: true. False for databases without them, such as CockroachDB; then every check reads the database.
   */
  readonly notify?: boolean | undefined
}

/**
 * A store in this database: `postgres://user:password@host/database`, or a `pg` pool of the application's own, which
 * stays open when the store is closed. Needs the package `pg`; connects at its first use.
 *
 * Methods throw `store_unavailable` while the server does not answer, and work again as soon as it does.
 */
export function postgres(urlOrPool: string | Pool, { notify = true }: PostgresOptions = {}): Store {
  return sqlStore(new NetworkDatabase(new PostgresEngine(urlOrPool, notify)))
}
