// PostgreSQL through `pg`, which is loaded at the first connection. It uses no named prepared statements, so a pooler in
// between (PgBouncer) can run in any mode.
import type { Dialect } from 'kysely'
import type { Pool, PoolClient, PoolConfig } from 'pg'
import { LatchkeyError } from '../../../errors.ts'
import type { NetworkChannel, NetworkConnection, NetworkEngine } from '../sql/network-database.ts'
import type { SqlFailure } from '../sql/sql-failure.ts'
import { restoreNul, withoutNul } from '../sql/text-without-nul.ts'
import { loadPg } from './load-pg.ts'
import { postgresAnnouncement } from './postgres-announcement.ts'
import { openPostgresChannel } from './postgres-channel.ts'
import { classifyPostgresError } from './postgres-error.ts'
import { postgresTraits } from './postgres-traits.ts'

const CONNECT_MILLISECONDS = 5_000
const QUERY_MILLISECONDS = 10_000

export interface PostgresEngineOptions {
  readonly notify: boolean
  readonly schema?: string | undefined
  /** `false`: each connection is used once, and none listens. Default: true. */
  readonly keepsConnections?: boolean | undefined
}

export class PostgresEngine implements NetworkEngine {
  readonly traits: NetworkEngine['traits']
  readonly begin: readonly string[] = ['begin isolation level read committed']
  readonly channel: NetworkChannel | undefined
  readonly #url: string | null
  readonly #keepsConnections: boolean
  #pool: Promise<Pool> | undefined

  constructor(urlOrPool: string | Pool, { notify, schema, keepsConnections = true }: PostgresEngineOptions) {
    this.#keepsConnections = keepsConnections
    this.traits = { ...postgresTraits, schema }
    this.#url = typeof urlOrPool === 'string' ? urlOrPool : null
    if (typeof urlOrPool !== 'string') this.#pool = Promise.resolve(urlOrPool)
    if (!notify) return
    this.channel = {
      announcement: postgresAnnouncement,
      open: keepsConnections
        ? async (listener) => openPostgresChannel((await this.#open()).options, listener)
        : undefined,
    }
  }

  async connect(): Promise<NetworkConnection> {
    return new PostgresConnection(await (await this.#open()).connect())
  }

  async openMigrator(): Promise<Dialect> {
    const { PostgresDialect } = await import('kysely')
    return new PostgresDialect({
      pool: async () => {
        const pool = await this.#open()
        // Kysely closes the pool that it is given; this one belongs to the store.
        return { connect: () => pool.connect(), end: async () => {}, options: {} }
      },
    })
  }

  async close(): Promise<void> {
    const pool = this.#pool
    this.#pool = Promise.reject(new LatchkeyError('store_unavailable', { detail: 'The store is closed.' }))
    this.#pool.catch(() => {})
    if (this.#url !== null) await (await pool)?.end()
  }

  classify(error: unknown): SqlFailure {
    return classifyPostgresError(error)
  }

  #open(): Promise<Pool> {
    this.#pool ??= openPool({
      connectionString: this.#url ?? '',
      ...(!this.#keepsConnections && { maxUses: 1, keepAlive: false }),
    })
    return this.#pool
  }
}

async function openPool(config: PoolConfig): Promise<Pool> {
  const pg = await loadPg()
  const pool = new pg.Pool({
    application_name: 'latchkey',
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    keepAlive: true,
    ...config,
  })
  // An idle connection that the server closed is replaced at the next use.
  pool.on('error', ignore)
  return pool
}

class PostgresConnection implements NetworkConnection {
  readonly #client: PoolClient

  constructor(client: PoolClient) {
    this.#client = client
    client.on('error', ignore)
  }

  async run({ sql, values }: Parameters<NetworkConnection['run']>[0]): ReturnType<NetworkConnection['run']> {
    const query = { text: sql, values: values.map(withoutNul), query_timeout: QUERY_MILLISECONDS }
    const { rows, rowCount } = await this.#client.query(query)
    return { rows: rows.map(restoreNul), changes: rowCount ?? 0 }
  }

  async command(sql: string): Promise<void> {
    await this.#client.query({ text: sql, query_timeout: QUERY_MILLISECONDS } as { text: string })
  }

  release(isUsable: boolean): void {
    this.#client.off('error', ignore)
    this.#client.release(!isUsable)
  }
}

/** A broken connection also fails the query under way. An unhandled `error` event would end the process. */
function ignore(): void {}
