// A store on the application's own Kysely instance: it uses its connections and pool, without its plugins.
import type { Kysely } from 'kysely'
import type { Store } from '../contracts/store.ts'
import { LatchkeyError } from '../errors.ts'
import { checkSchema } from './parts/postgres/check-schema.ts'
import { postgresAnnouncement } from './parts/postgres/postgres-announcement.ts'
import { callbackDatabase, type RunStatement } from './parts/sql/callback-database.ts'
import type { SqlLanguage } from './parts/sql/database.ts'
import { sqlStore } from './parts/sql/sql-store.ts'

/** Options of `kysely()`. */
export interface KyselyOptions {
  /** Which database the instance speaks to. */
  readonly dialect: SqlLanguage
  /** PostgreSQL only: the schema that holds the tables. Default: the first one on the connection's search path. */
  readonly schema?: string | undefined
  /** PostgreSQL only: whether to notify listening servers of ended sessions. Default: true. */
  readonly notify?: boolean | undefined
}

/**
 * A store on a Kysely instance of the application, which stays open when the store is closed: `kysely(db, { dialect: 'postgres' })`.
 * The store opens no connection of its own, so it hears no other servers, and each session check is one query.
 *
 * Throws `config_option_invalid` if `db` is not a Kysely instance, for an unknown dialect, and for a schema that is invalid or set for
 * another dialect. Methods throw `store_unavailable` while the database does not answer, and work again as soon as it does.
 *
 * @example
 * ```ts
 * import type { Kysely } from 'kysely'
 * import { kysely } from 'latchkey/stores/kysely'
 *
 * export function storeOn(db: Kysely<Tables>) {
 *   return kysely(db, { dialect: 'postgres' })
 * }
 *
 * interface Tables {
 *   notes: { id: string; text: string }
 * }
 * ```
 */
export function kysely<Tables>(db: Kysely<Tables>, { dialect, schema, notify = true }: KyselyOptions): Store {
  if (typeof db?.executeQuery !== 'function' || typeof db.transaction !== 'function') {
    throw new LatchkeyError('config_option_invalid', { detail: 'kysely() takes an instance of Kysely.' })
  }
  if (!['sqlite', 'postgres', 'mysql'].includes(dialect)) {
    const detail = `kysely(db, { dialect }) must be "sqlite", "postgres" or "mysql"; found ${JSON.stringify(dialect)}.`
    throw new LatchkeyError('config_option_invalid', { detail })
  }
  if (schema !== undefined && dialect !== 'postgres') {
    throw new LatchkeyError('config_option_invalid', {
      detail: 'kysely(db, { schema }) is for PostgreSQL only: leave it out.',
    })
  }
  checkSchema('kysely', schema)
  const plain = db.withoutPlugins()
  return sqlStore(
    callbackDatabase({
      name: `kysely-${dialect}`,
      language: dialect,
      schema,
      announcement: dialect === 'postgres' && notify ? postgresAnnouncement : undefined,
      run: runnerOf(plain),
      transaction(work) {
        const transaction = plain.transaction()
        // SQLite has only one isolation level.
        const leveled = dialect === 'sqlite' ? transaction : transaction.setIsolationLevel('read committed')
        return leveled.execute((inside) => work(runnerOf(inside)))
      },
      // MySQL commits at each CREATE TABLE, so migrations need the lock of Kysely's migrator.
      openMigrator: dialect === 'mysql' ? async () => ({ db: plain, close: async () => {} }) : undefined,
    }),
  )
}

function runnerOf(db: Pick<Kysely<unknown>, 'executeQuery'>): RunStatement {
  return async (sql, parameters) => {
    const { rows, numAffectedRows = 0n } = await db.executeQuery<object>({
      sql,
      parameters,
      query: { kind: 'RawNode', sqlFragments: [sql], parameters: [] },
      queryId: { queryId: '' },
    })
    return { rows, changes: Number(numAffectedRows) }
  }
}
