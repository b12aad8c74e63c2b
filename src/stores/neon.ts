// A store in PostgreSQL over HTTP, through `@neondatabase/serverless`: one request for each method, and no connection.
import type { Store } from '../contracts/store.ts'
import { LatchkeyError } from '../errors.ts'
import { loadNeon } from './parts/neon/load-neon.ts'
import { checkSchema } from './parts/postgres/check-schema.ts'
import { defineSqlStore } from './parts/sql/define-sql-store.ts'

/** The part of what `neon(url)` of `@neondatabase/serverless` answers that the store uses, whatever options it was made with. */
export interface NeonSql {
  query(sql: string, values?: never[], options?: never): unknown
  transaction(queries: never, options?: never): unknown
}

/** Options of `neon()`. */
export interface NeonOptions {
  /**
   * The schema in which the tables are. `migrate` makes it where it is missing. Default: the first one of the connection's search
   * path.
   */
  readonly schema?: string | undefined
  /**
   * Whether servers with `postgres(url)` on the same database learn which sessions ended, by NOTIFY. Default: true. This store
   * itself hears nothing, and reads the database at each check.
   */
  readonly notify?: boolean | undefined
}

/** As `postgres.ts` has its transactions: each statement sees what others have committed until then. */
const TRANSACTION = { isolationLevel: 'ReadCommitted', fullResults: true, arrayMode: false } as const
const QUERY = { fullResults: true, arrayMode: false } as const

interface NeonAnswer {
  readonly rows: readonly object[]
  /** Null of statements that count nothing. */
  readonly rowCount: number | null
}

/** The same with the options above. */
interface Neon {
  query(sql: string, values: unknown[], options: typeof QUERY): PromiseLike<NeonAnswer>
  transaction(queries: PromiseLike<NeonAnswer>[], options: typeof TRANSACTION): Promise<NeonAnswer[]>
}

/**
 * A store in this database: `postgres://user:password@host/database`, or what `neon(url)` of the package `@neondatabase/serverless`
 * has answered. Needs that package. Over WebSockets, its `Pool` fits `postgres(pool, { connections: 'per-use' })`.
 *
 * Throws `config_option_invalid`. Methods throw `store_unavailable` while the server does not answer, and work again as soon as it
 * does.
 */
export function neon(urlOrSql: string | NeonSql, { schema, notify }: NeonOptions = {}): Store {
  checkSchema('neon', schema)
  const isUrl = typeof urlOrSql === 'string'
  if (isUrl ? !/^postgres(?:ql)?:\/\//i.test(urlOrSql) : typeof urlOrSql?.transaction !== 'function') {
    // It may hold a password, so it is not repeated.
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
