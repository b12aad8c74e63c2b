// A store in PostgreSQL, or a database with its protocol, through `pg`. docs/stores.md lists what to watch for with the latter.
import type { Pool } from 'pg'
import { isOnWorkers } from '../contracts/on-workers.ts'
import type { Store } from '../contracts/store.ts'
import { LatchkeyError } from '../errors.ts'
import { checkSchema } from './parts/postgres/check-schema.ts'
import { PostgresEngine } from './parts/postgres/postgres-engine.ts'
import { NetworkDatabase } from './parts/sql/network-database.ts'
import { sqlStore } from './parts/sql/sql-store.ts'

/** Options of `postgres()`. */
export interface PostgresOptions {
  /**
   * Whether servers notify each other of ended sessions through LISTEN and NOTIFY, so that each may remember the sessions that it
   * has read. Default: true. Set `false` for databases without them, such as CockroachDB; then every check reads the database.
   */
  readonly notify?: boolean | undefined
  /**
   * The schema that holds the tables, for several applications in one database. `migrate` creates it if it is missing.
   * Default: the first one on the connection's search path.
   */
  readonly schema?: string | undefined
  /**
   * `kept`: connections stay open in a pool. `per-use`: each query or transaction opens a connection and closes it, and this process
   * does not listen to other servers, so every check reads the database; for runtimes where a connection belongs to the request that
   * opened it. Put a pooler in front, such as Hyperdrive. Default: `per-use` on Cloudflare Workers, otherwise `kept`. The
   * application's own pool manages its connections itself; `per-use` then only turns off listening.
   */
  readonly connections?: 'kept' | 'per-use' | undefined
}

/**
 * A store in this database: `postgres://user:password@host/database`, or the application's own `pg` pool, which
 * stays open when the store is closed. Needs the package `pg`; connects on first use.
 *
 * Throws `config_option_invalid` for any other object, and for an invalid `schema` or `connections`. Methods throw
 * `store_unavailable` while the server does not answer, and work again as soon as it does.
 *
 * @example
 * ```ts
 * import { postgres } from 'latchkey/stores/postgres'
 *
 * const store = postgres(process.env.DATABASE_URL ?? '', { schema: 'latchkey' })
 * ```
 */
export function postgres(
  urlOrPool: string | Pool,
  { notify = true, schema, connections = usualConnections() }: PostgresOptions = {},
): Store {
  checkSchema('postgres', schema)
  if (typeof urlOrPool !== 'string' && !isPool(urlOrPool)) {
    const detail =
      'postgres() takes postgres://…, or a Pool of pg. A single Client cannot be shared by requests.'
    throw new LatchkeyError('config_option_invalid', { detail })
  }
  if (connections !== 'kept' && connections !== 'per-use') {
    const detail = `postgres({ connections }) must be "kept" or "per-use"; found ${JSON.stringify(connections).slice(0, 40)}.`
    throw new LatchkeyError('config_option_invalid', { detail })
  }
  const keepsConnections = connections === 'kept'
  return sqlStore(new NetworkDatabase(new PostgresEngine(urlOrPool, { notify, schema, keepsConnections })))
}

/** Accepts a pool of another copy of the package, or of another package with its interface. */
function isPool(pool: unknown): pool is Pool {
  const { connect, totalCount } = (pool ?? {}) as Partial<Pool>
  return typeof connect === 'function' && typeof totalCount === 'number'
}

/** https://developers.cloudflare.com/workers/runtime-apis/tcp-sockets: a socket belongs to one request. */
function usualConnections(): 'kept' | 'per-use' {
  return isOnWorkers() ? 'per-use' : 'kept'
}
