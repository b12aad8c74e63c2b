// SQLite as a store's database. Calls are synchronous, so no other work can run between the parts of a transaction.
// Statements are prepared once per connection.
import type { SessionChange } from '../../../contracts/session-watch.ts'
import { LatchkeyError } from '../../../errors.ts'
import type { SqlDatabase, SqlTraits } from '../sql/database.ts'
import { findSessionSql, toStoredSessionRow } from '../sql/find-session-sql.ts'
import type { Answer, Query, SqlValue } from '../sql/query.ts'
import type { StoredSessionRow } from '../sql/rows.ts'
import { runStepsAtOnce } from '../sql/run-steps.ts'
import type { Step } from '../sql/unit.ts'
import type { SqliteConnection, SqliteRow, SqliteSource, SqliteStatement } from './sqlite-connection.ts'
import { isBeyondRepair, isMissingTable, translateSqliteError } from './sqlite-error.ts'
import { sqliteTraits } from './sqlite-traits.ts'
import { toSqliteValue } from './sqlite-value.ts'

/** More than the number of fixed statements; only those with a list of ids vary. */
const MOST_PREPARED = 100

/** How long a session that another process ended may still be served from memory. */
const LOOK_EVERY_MILLISECONDS = 200

export class SqliteDatabase implements SqlDatabase {
  readonly traits: SqlTraits = sqliteTraits
  readonly #source: SqliteSource
  readonly #prepared = new Map<string, SqliteStatement>()
  #connection: SqliteConnection | undefined
  #findSession: SqliteStatement | undefined
  #dataVersion: SqliteStatement | undefined
  #isClosed = false

  constructor(source: SqliteSource) {
    this.#source = source
  }

  findSession(sessionId: string): StoredSessionRow | null {
    return this.#guard(() => {
      this.#findSession ??= this.#open().prepare(findSessionSql(sqliteTraits))
      const values = this.#findSession.get(sessionId)
      return values ? toStoredSessionRow(values) : null
    })
  }

  async run<Row>(query: Query<Row>): Promise<Answer<Row>> {
    return this.#guard(() => this.#runNow(query))
  }

  async atomically(steps: readonly Step[]): Promise<readonly Answer<unknown>[]> {
    return this.#guard(() => {
      const connection = this.#open()
      // Takes the write lock at once: a transaction that reads first may fail to get it later.
      connection.exec('begin immediate')
      try {
        const answers = runStepsAtOnce(steps, (query) => this.#runNow(query))
        connection.exec('commit')
        return answers
      } catch (error) {
        if (connection.isInTransaction()) connection.exec('rollback')
        throw error
      }
    })
  }

  /** `data_version` changes when another connection commits, in this process or another. */
  hearOthers(tell: (change: SessionChange) => void): () => boolean {
    let version: unknown
    let lookedAt = Number.NEGATIVE_INFINITY
    return () => {
      const now = performance.now()
      if (now - lookedAt < LOOK_EVERY_MILLISECONDS) return true
      lookedAt = now
      const seen = this.#guard(() => {
        this.#dataVersion ??= this.#open().prepare('pragma data_version')
        return this.#dataVersion.all([])[0]?.[0]
      })
      if (seen !== version) tell({ kind: 'everything' })
      version = seen
      return true
    }
  }

  isMissingTable(error: unknown): boolean {
    return error instanceof LatchkeyError && isMissingTable(error.cause)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#disconnect()
  }

  #runNow<Row>({ sql, values }: Query<Row>): Answer<Row> {
    const statement = this.#prepare(sql)
    const { columns } = statement
    const bound = values.map(toSqliteValue)
    if (columns.length === 0) return { rows: [], changes: statement.run(bound) }
    return { rows: statement.all(bound).map((row) => toRow<Row>(columns, row)), changes: 0 }
  }

  #prepare(sql: string): SqliteStatement {
    const known = this.#prepared.get(sql)
    if (known) return known
    const statement = this.#open().prepare(sql)
    if (this.#prepared.size < MOST_PREPARED) this.#prepared.set(sql, statement)
    return statement
  }

  #open(): SqliteConnection {
    if (this.#isClosed) throw new LatchkeyError('store_unavailable', { detail: 'The store is closed.' })
    this.#connection ??= this.#source.open()
    return this.#connection
  }

  #disconnect(): void {
    if (this.#source.isOurs) this.#connection?.close()
    this.#connection = undefined
    this.#findSession = undefined
    this.#dataVersion = undefined
    this.#prepared.clear()
  }

  #guard<Result>(use: () => Result): Result {
    try {
      return use()
    } catch (error) {
      // The file may be repaired while this process runs: the next call opens it again.
      if (isBeyondRepair(error)) this.#disconnect()
      throw translateSqliteError(error, this.#source.place)
    }
  }
}

function toRow<Row>(columns: readonly string[], values: SqliteRow): Row {
  const row: Record<string, SqlValue | undefined> = {}
  columns.forEach((column, at) => {
    row[column] = values[at]
  })
  return row as Row
}
