// A store in PostgreSQL, through `pg`. Also for what speaks its protocol; docs/stores.md says what to mind there.
import type { Pool } from 'pg'
import type { Store } from '../contracts/store.ts'
import { PostgresEngine } from './postgres/postgres-engine.ts'
import { NetworkDatabase } from './sql/network-database.ts'
import { SqlStore } from './sql/sql-store.ts'

/**
 * A store in this database: `postgres://user:password@host/database`, or a `pg` pool of the application's own, which
 * stays open when the store is closed. Needs the package `pg`; connects at its first use.
 *
 * Methods throw `store_unavailable` while the server does not answer, and work again as soon as it does.
 */
export function postgres(urlOrPool: string | Pool): Store {
  return new SqlStore(new NetworkDatabase(new PostgresEngine(urlOrPool)))
}
