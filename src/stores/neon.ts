// A store in PostgreSQL over HTTP, through `@neondatabase/serverless`: one request per method, and no open connection.
import type { Store } from '../contracts/store.ts'
import { LatchkeyError } from '../errors.ts'
import { loadNeon } from './parts/neon/load-neon.ts'
import { checkSchema } from './parts/postgres/check-schema.ts'
import { defineSqlStore } from './parts/sql/define-sql-store.ts'

/** The part of the result of `neon(url)` (`@neondatabase/serverless`) that the store uses; any options of `neon` are fine. */
export interface NeonSql {
  query(sql: string, values?: never[], options?: never): unknown
  transaction(queries: never, options?: never): unknown
}

/** Options of `neon()`. */
export interface NeonOptions {
  /**
   * The schema that holds the tables. `migrate` creates it if it is missing. Default: the first one on the connection's search path.
   */
  readonly schema?: string | undefined
  /**
   * Whether to notify servers that use `postgres(url)` on the same database of ended sessions, through NOTIFY. Default: true. This
   * store itself hears nothing, and reads the database at each check.
   */
  readonly notify?: boolean | undefined
}

/** The isolation level that `postgres.ts` uses: each statement sees what other transactions have committed before it. */
const TRANSACTION = { isolationLevel: 'ReadCommitted', fullResults: true, arrayMode: false } as const
const QUERY = { fullResults: true, arrayMode: false } as const

interface NeonAnswer {
  readonly rows: readonly object[]
  /** `null` for statements that count no rows. */
  readonly rowCount: number | null
}

/** `NeonSql` as the store calls it, with the options above. */
interface Neon {
  query(sql: string, values: unknown[], options: typeof QUERY): PromiseLike<NeonAnswer>
  transaction(queries: PromiseLike<NeonAnswer>[], options: typeof TRANSACTION): Promise<NeonAnswer[]>
}

/**
 * A store in this database: `postgres://user:password@host/database`, or the result of `neon(url)` of the package
 * `@neondatabase/serverless`, which must be installed. For WebSockets, pass its `Pool` to `postgres(pool, { connections: 'per-use' })`.
 *
 * Throws `config_option_invalid` for any other value and for an invalid schema. Methods throw `store_unavailable` while the server
 * does not answer, and work again as soon as it does.
 */
export function neon(urlOrSql: string | NeonSql, { schema, notify }: NeonOptions = {}): Store {
  checkSchema('neon', schema)
  const isUrl = typeof urlOrSql === 'string'
  if (isUrl ? !/^postgres(?:ql)?:\/\//i.test(urlOrSql) : typeof urlOrSql?.transaction !== 'function') {
    // The URL may contain a password, so the message does not repeat it.
    const detail = 'neon() takes postgres://…, or what neon(url) of @neondatabase/serverless answers.'
    throw new LatchkeyError('config_option_invalid', { detail })
  }
  let opened: Promise<NeonSql> | undefined

  function open(): Promise<NeonSql> | NeonSql {
    if (!isUrl) return urlOrSql
    opened ??= loadNeon().then(({ neon: connect }) => connect(urlOrSql))
    return opened
  }

  return defineSqlStore({
    name: 'neon',
    language: 'postgres',
    schema,
    notify,
    async batch(statements) {
      const database = (await open()) as unknown as Neon
      const queries = statements.map(({ sql, values }) => database.query(sql, [...values], QUERY))
      const [only] = queries
      const answers =
        queries.length === 1 && only ? [await only] : await database.transaction(queries, TRANSACTION)
      return answers.map((answer) => ({ rows: answer.rows, changes: answer.rowCount ?? 0 }))
    },
  })
}
