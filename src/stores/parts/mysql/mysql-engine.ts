// MySQL and MariaDB through `mysql2`, which is loaded at the first connection. Values are sent separately from the statement.
import type { Dialect } from 'kysely'
import type { Pool } from 'mysql2'
import type { PoolConnection, ResultSetHeader } from 'mysql2/promise'
import { LatchkeyError } from '../../../errors.ts'
import { within } from '../../../outbound/within.ts'
import type { NetworkConnection, NetworkEngine } from '../sql/network-database.ts'
import type { SqlValue } from '../sql/query.ts'
import type { SqlFailure } from '../sql/sql-failure.ts'
import { loadMysql2 } from './load-mysql2.ts'
import { classifyMysqlError, isMysqlDuplicate } from './mysql-error.ts'
import { mysqlTraits } from './mysql-traits.ts'

const CONNECT_MILLISECONDS = 5_000
const QUERY_MILLISECONDS = 10_000
/** If this many requests already wait for a connection, further ones fail at once. */
const MOST_WAITING = 1_000

export class MysqlEngine implements NetworkEngine {
  readonly traits: NetworkEngine['traits'] = mysqlTraits
  // At the default level, each transaction would see the rows as they were when it began.
  readonly begin: readonly string[] = ['set transaction isolation level read committed', 'start transaction']
  readonly #url: string | null
  #pool: Promise<Pool> | undefined

  constructor(urlOrPool: string | Pool) {
    this.#url = typeof urlOrPool === 'string' ? urlOrPool : null
    if (typeof urlOrPool !== 'string') this.#pool = Promise.resolve(urlOrPool)
  }

  async connect(): Promise<NetworkConnection> {
    const pool = await this.#open()
    return new MysqlConnection(await getConnection(pool))
  }

  async openMigrator(): Promise<Dialect> {
    const { MysqlDialect } = await import('kysely')
    return new MysqlDialect({
      pool: async () => {
        const pool = await this.#open()
        // Kysely closes the pool that it is given; this one belongs to the store.
        return { getConnection: (done) => pool.getConnection(done), end: (done) => done(undefined) }
      },
    })
  }

  async close(): Promise<void> {
    const pool = this.#pool
    this.#pool = Promise.reject(new LatchkeyError('store_unavailable', { detail: 'The store is closed.' }))
    this.#pool.catch(() => {})
    // A connection that was still being opened fails, which closes it too.
    if (this.#url !== null)
      await (await pool)
        ?.promise()
        .end()
        .catch(() => undefined)
  }

  classify(error: unknown): SqlFailure {
    return classifyMysqlError(error)
  }

  #open(): Promise<Pool> {
    this.#pool ??= openPool(this.#url ?? '')
    return this.#pool
  }
}

async function openPool(uri: string): Promise<Pool> {
  const mysql2 = await loadMysql2()
  return mysql2.createPool({
    uri,
    charset: 'utf8mb4',
    connectTimeout: CONNECT_MILLISECONDS,
    enableKeepAlive: true,
    queueLimit: MOST_WAITING,
  })
}

/** The driver alone would wait without limit while all connections are in use. */
async function getConnection(pool: Pool): Promise<PoolConnection> {
  const connecting = pool.promise().getConnection()
  try {
    return await within(CONNECT_MILLISECONDS, connecting, 'no connection in time')
  } catch (error) {
    // A connection that arrives too late goes back to the pool.
    connecting.then(
      (connection) => connection.release(),
      () => undefined,
    )
    throw error
  }
}

class MysqlConnection implements NetworkConnection {
  readonly #connection: PoolConnection

  constructor(connection: PoolConnection) {
    this.#connection = connection
  }

  async run({
    sql,
    values,
    orNothing,
  }: Parameters<NetworkConnection['run']>[0]): ReturnType<NetworkConnection['run']> {
    try {
      const [answer] = await this.#connection.execute(
        { sql, timeout: QUERY_MILLISECONDS, typeCast: readBytesAsText },
        values as SqlValue[],
      )
      if (Array.isArray(answer)) return { rows: answer, changes: 0 }
      return { rows: [], changes: (answer as ResultSetHeader).affectedRows }
    } catch (error) {
      if (orNothing && isMysqlDuplicate(error)) return { rows: [], changes: 0 }
      throw error
    }
  }

  async command(sql: string): Promise<void> {
    await this.#connection.query({ sql, timeout: QUERY_MILLISECONDS })
  }

  release(isUsable: boolean): void {
    if (isUsable) this.#connection.release()
    else this.#connection.destroy()
  }
}

interface Field {
  readonly type: string
  string(encoding: 'utf8'): string | null
}

/** Keys are stored as bytes, and read as text. */
function readBytesAsText(field: Field, next: () => unknown): unknown {
  return field.type === 'VAR_STRING' ? field.string('utf8') : next()
}
