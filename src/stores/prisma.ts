// A store on the application's own Prisma client.
import type { Store } from '../contracts/store.ts'
import { LatchkeyError } from '../errors.ts'
import { checkSchema } from './parts/postgres/check-schema.ts'
import { postgresAnnouncement } from './parts/postgres/postgres-announcement.ts'
import { prismaCause } from './parts/prisma/prisma-cause.ts'
import { callbackDatabase, type RunStatement } from './parts/sql/callback-database.ts'
import type { SqlLanguage } from './parts/sql/database.ts'
import { sqlStore } from './parts/sql/sql-store.ts'

/** The part of a generated client that the store uses. */
export interface PrismaLike {
  $queryRawUnsafe(sql: string, ...values: never[]): PromiseLike<unknown>
  $executeRawUnsafe(sql: string, ...values: never[]): PromiseLike<number>
  $transaction(work: never, options?: never): PromiseLike<unknown>
}

/** Options of `prisma()`. */
export interface PrismaOptions {
  /** The `provider` of the schema's `datasource`. */
  readonly provider: 'postgresql' | 'mysql' | 'sqlite'
  /** PostgreSQL only: the schema that holds the tables. Default: the first one on the connection's search path. */
  readonly schema?: string | undefined
  /** PostgreSQL only: whether to notify listening servers of ended sessions. Default: true. */
  readonly notify?: boolean | undefined
}

const LANGUAGES: Readonly<Record<PrismaOptions['provider'], SqlLanguage>> = {
  postgresql: 'postgres',
  mysql: 'mysql',
  sqlite: 'sqlite',
}

/** Milliseconds to wait for a connection, and for a whole transaction. */
const LIMITS = { maxWait: 5_000, timeout: 10_000 }

/**
 * A store on a Prisma client of the application, which stays connected when the store is closed:
 * `prisma(client, { provider: 'postgresql' })`. The store opens no connection of its own, so it hears no other servers, and each
 * session check is one query. Prisma's own migrations may manage the tables (`latchkey schema --prisma`).
 *
 * Throws `config_option_invalid` if `client` is not a Prisma client, for an unknown provider, and for a schema that is invalid or set
 * for another database. Methods throw `store_unavailable` while the database does not answer, and work again as soon as it does.
 */
export function prisma(client: PrismaLike, { provider, schema, notify = true }: PrismaOptions): Store {
  if (typeof client?.$queryRawUnsafe !== 'function' || typeof client.$transaction !== 'function') {
    throw new LatchkeyError('config_option_invalid', { detail: 'prisma() takes a Prisma client.' })
  }
  if (!Object.hasOwn(LANGUAGES, provider)) {
    const detail = `prisma(client, { provider }) must be "postgresql", "mysql" or "sqlite"; found ${JSON.stringify(provider)}.`
    throw new LatchkeyError('config_option_invalid', { detail })
  }
  if (schema !== undefined && provider !== 'postgresql') {
    throw new LatchkeyError('config_option_invalid', {
      detail: 'prisma(client, { schema }) is for PostgreSQL only: leave it out.',
    })
  }
  checkSchema('prisma', schema)
  // SQLite has only one isolation level.
  const options = provider === 'sqlite' ? LIMITS : { ...LIMITS, isolationLevel: 'ReadCommitted' }
  const owned = client as unknown as OwnedClient
  return sqlStore(
    callbackDatabase({
      name: `prisma-${provider}`,
      language: LANGUAGES[provider],
      schema,
      announcement: provider === 'postgresql' && notify ? postgresAnnouncement : undefined,
      causeOf: prismaCause,
      openMigrator: provider === 'mysql' ? refuseToMigrate : undefined,
      run: runnerOf(owned),
      transaction: (work) => owned.$transaction((inside) => work(runnerOf(inside)), options),
    }),
  )
}

/** MySQL commits at each CREATE TABLE, and Prisma exposes no connection that could hold a lock. */
async function refuseToMigrate(): Promise<never> {
  const detail =
    'On MySQL the tables are not made through Prisma: let its own migrations make them (latchkey schema --prisma), or run latchkey migrate with DATABASE_URL.'
  throw new LatchkeyError('store_unavailable', { detail })
}

interface Statements {
  $queryRawUnsafe(sql: string, ...values: unknown[]): Promise<object[]>
  $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number>
}

interface OwnedClient extends Statements {
  $transaction<Result>(work: (inside: Statements) => Promise<Result>, options: object): Promise<Result>
}

function runnerOf(client: Statements): RunStatement {
  return async (sql, values) => {
    // Prisma either counts rows or returns them.
    if (!/^(?:select|pragma)\b/i.test(sql))
      return { rows: [], changes: await client.$executeRawUnsafe(sql, ...values) }
    return { rows: await client.$queryRawUnsafe(sql, ...values), changes: 0 }
  }
}
