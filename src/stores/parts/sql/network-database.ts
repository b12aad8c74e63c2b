// A database across a network: connections come from a pool, each transaction has its own connection, and work that
// conflicts with another transaction is run again.
import type { Dialect } from 'kysely'
import type { SessionChange } from '../../../contracts/session-watch.ts'
import { LatchkeyError } from '../../../errors.ts'
import { type HeartbeatWatch, heartbeatWatch, type OpenChannelWith } from '../heartbeat-watch.ts'
import type { MigratorAccess, SqlDatabase, SqlTraits } from './database.ts'
import { findSessionSql } from './find-session-sql.ts'
import type { Answer, Query } from './query.ts'
import { repeatOnConflict } from './repeat-on-conflict.ts'
import type { StoredSessionRow } from './rows.ts'
import { runSteps } from './run-steps.ts'
import { type SqlFailure, toStoreError } from './sql-failure.ts'
import type { Step } from './unit.ts'

export interface NetworkConnection {
  run(query: Query<unknown>): Promise<Answer<unknown>>
  /** Runs SQL without values or result, such as COMMIT. */
  command(sql: string): Promise<void>
  /** Returns the connection to the pool, or closes it if it may be broken. */
  release(isUsable: boolean): void
}

/** What the driver's side must implement. It may throw errors of any kind. */
export interface NetworkEngine {
  readonly traits: SqlTraits
  /** The SQL that begins a transaction in which each query sees what other transactions have committed before it. */
  readonly begin: readonly string[]
  connect(): Promise<NetworkConnection>
  /** Opens a Kysely dialect for its migrator. */
  openMigrator(): Promise<Dialect>
  close(): Promise<void>
  /** Says why a query failed. */
  classify(error: unknown): SqlFailure
  /** The channel between servers. Absent if the engine has none. */
  readonly channel?: NetworkChannel | undefined
}

export interface NetworkChannel {
  /** Absent if connections cannot be kept open. Then this process hears no changes, so it remembers no sessions. */
  readonly open?: OpenChannelWith | undefined
  /** The query that sends a message when its transaction commits. */
  readonly announcement: (message: string) => Query<unknown>
}

export class NetworkDatabase implements SqlDatabase {
  readonly traits: SqlTraits
  readonly #engine: NetworkEngine
  readonly #findSessionSql: string
  readonly announcement: SqlDatabase['announcement']
  readonly hearOthers: SqlDatabase['hearOthers']
  #watch: HeartbeatWatch | undefined

  constructor(engine: NetworkEngine) {
    this.traits = engine.traits
    const { channel } = engine
    this.announcement = channel?.announcement
    const open = channel?.open
    this.hearOthers = open && ((tell) => this.#hear(open, tell))
    this.#engine = engine
    this.#findSessionSql = findSessionSql(engine.traits)
  }

  run<Row>(query: Query<Row>): Promise<Answer<Row>> {
    return this.#repeatedly((connection) => connection.run(query)) as Promise<Answer<Row>>
  }

  atomically(steps: readonly Step[]): Promise<readonly Answer<unknown>[]> {
    return this.#repeatedly(async (connection) => {
      for (const sql of this.#engine.begin) await connection.command(sql)
      try {
        const answers = await runSteps(steps, (query) => connection.run(query))
        await connection.command('commit')
        return answers
      } catch (error) {
        // Closing a broken connection also ends its transaction.
        if (this.#leavesUsable(error)) await connection.command('rollback')
        throw error
      }
    })
  }

  async findSession(sessionId: string): Promise<StoredSessionRow | null> {
    const query = { sql: this.#findSessionSql, values: [sessionId], orNothing: false }
    const { rows } = await this.run<StoredSessionRow>(query)
    return rows[0] ?? null
  }

  async openMigrator(): Promise<MigratorAccess> {
    const [{ Kysely }, dialect] = await Promise.all([import('kysely'), this.#engine.openMigrator()])
    const db = new Kysely({ dialect })
    return { db, close: () => db.destroy() }
  }

  isMissingTable(error: unknown): boolean {
    return error instanceof LatchkeyError && this.#engine.classify(error.cause).kind === 'missing-table'
  }

  async close(): Promise<void> {
    await this.#watch?.close()
    await this.#engine.close()
  }

  #hear(open: OpenChannelWith, tell: (change: SessionChange) => void): () => boolean {
    const watch = heartbeatWatch({ open, tell, id: crypto.randomUUID() })
    this.#watch = watch
    return watch.isTrusted
  }

  async #repeatedly<Result>(use: (connection: NetworkConnection) => Promise<Result>): Promise<Result> {
    const classify = (error: unknown): SqlFailure => this.#engine.classify(error)
    try {
      return await repeatOnConflict(() => this.#withConnection(use), classify)
    } catch (error) {
      throw toStoreError(this.traits.name, classify(error), error)
    }
  }

  async #withConnection<Result>(use: (connection: NetworkConnection) => Promise<Result>): Promise<Result> {
    const connection = await this.#engine.connect()
    let isUsable = false
    try {
      const result = await use(connection)
      isUsable = true
      return result
    } catch (error) {
      isUsable = this.#leavesUsable(error)
      throw error
    } finally {
      connection.release(isUsable)
    }
  }

  /** Latchkey's own errors, and known errors of the server, leave a connection usable. Any other error may have broken it. */
  #leavesUsable(error: unknown): boolean {
    return error instanceof LatchkeyError || this.#engine.classify(error).kind !== 'other'
  }
}
