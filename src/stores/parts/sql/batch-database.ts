// A database that takes a list of statements in one call, and runs all of them or none: it has no interactive transactions, or
// offers them only through a callback.
import { LatchkeyError } from '../../../errors.ts'
import type { SqlDatabase, SqlTraits } from './database.ts'
import { findSessionSql } from './find-session-sql.ts'
import type { Answer, Query } from './query.ts'
import { repeatOnConflict } from './repeat-on-conflict.ts'
import type { StoredSessionRow } from './rows.ts'
import { type SqlFailure, toStoreError } from './sql-failure.ts'
import type { Step } from './unit.ts'

/** What the driver's side must implement. It may throw errors of any kind. */
export interface BatchEngine {
  readonly traits: SqlTraits
  /** Runs the steps in this order, all or nothing. Returns one answer per step. Idle steps may be skipped. */
  batch(steps: readonly Step[]): Promise<readonly Answer<unknown>[]>
  /** Runs one query on its own. Default: a batch of one. */
  readonly run?: ((query: Query<unknown>) => Promise<Answer<unknown>>) | undefined
  /** Says why a query failed. */
  classify(error: unknown): SqlFailure
  readonly announcement?: SqlDatabase['announcement']
  readonly openMigrator?: SqlDatabase['openMigrator']
  readonly close?: (() => Promise<void>) | undefined
}

export class BatchDatabase implements SqlDatabase {
  readonly traits: SqlTraits
  readonly announcement: SqlDatabase['announcement']
  readonly openMigrator: SqlDatabase['openMigrator']
  readonly #engine: BatchEngine
  readonly #findSessionSql: string
  #isClosed = false

  constructor(engine: BatchEngine) {
    this.traits = engine.traits
    this.announcement = engine.announcement
    this.openMigrator = engine.openMigrator
    this.#engine = engine
    this.#findSessionSql = findSessionSql(engine.traits)
  }

  async run<Row>(query: Query<Row>): Promise<Answer<Row>> {
    const { run } = this.#engine
    const answer = run ? await this.#repeatedly(() => run(query)) : (await this.atomically([{ query }]))[0]
    return answer as Answer<Row>
  }

  atomically(steps: readonly Step[]): Promise<readonly Answer<unknown>[]> {
    return this.#repeatedly(() => this.#engine.batch(steps))
  }

  async findSession(sessionId: string): Promise<StoredSessionRow | null> {
    const query = { sql: this.#findSessionSql, values: [sessionId], orNothing: false }
    const { rows } = await this.run<StoredSessionRow>(query)
    return rows[0] ?? null
  }

  isMissingTable(error: unknown): boolean {
    return error instanceof LatchkeyError && this.#engine.classify(error.cause).kind === 'missing-table'
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#engine.close?.()
  }

  async #repeatedly<Result>(ask: () => Promise<Result>): Promise<Result> {
    if (this.#isClosed) throw new LatchkeyError('store_unavailable', { detail: 'The store is closed.' })
    const classify = (error: unknown): SqlFailure => this.#engine.classify(error)
    try {
      return await repeatOnConflict(ask, classify)
    } catch (error) {
      throw toStoreError(this.traits.name, classify(error), error)
    }
  }
}
