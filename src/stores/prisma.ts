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
  /** Of PostgreSQL: the schema in which the tables are. Default: the first one of the connection's search path. */
  readonly schema?: string | undefined
  /** Of PostgreSQL: whether servers that listen learn which sessions ended. Default: true. */
  readonly notify?: boolean | undefined
}

const LANGUAGES: Readonly<Record<PrismaOptions['provider'], SqlLanguage>> = {
  postgresql: 'postgres',
  mysql: 'mysql',
  sqlite: 'sqlite',
}

/** Milliseconds: for a connection, and for the whole of a transaction. */
const LIMITS = { maxWait: 5_000, timeout: 10_000 }

/**
 * A store on a Prisma client of the application, which stays connected when the store is closed:
 * `prisma(client, { provider: 'postgresql' })`. Nothing is opened beside it, so other servers are not heard and each session check is
 * one query. The tables may belong to Prisma's own migrations (`latchkey schema --prisma`).
 *
 * Throws `config_option_invalid` for what is no client and for an unknown provider. Methods throw `store_unavailable` while the
 * database does not answer, and work again as soon as it does.
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
  // SQLite has one level only.
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

/** MySQL ends a transaction at each CREATE TABLE, and Prisma gives no connection out that could hold a lock. */
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
    // Prisma counts rows, or answers them.
    if (!/^(?:select|pragma)\b/i.test(sql))
      return { rows: [], changes: await client.$executeRawUnsafe(sql, ...values) }
    return { rows: await client.$queryRawUnsafe(sql, ...values), changes: 0 }
  }
}
