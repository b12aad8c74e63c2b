// SQLite as a store's database. Every call runs to its end without waiting, so nothing can come between the parts
// of a transaction, and statements are prepared once for each connection.
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { SessionChange } from '../../../contracts/session-watch.ts'
import { LatchkeyError } from '../../../errors.ts'
import type { SqlDatabase, SqlTraits } from '../sql/database.ts'
import { findSessionSql, toStoredSessionRow } from '../sql/find-session-sql.ts'
import type { Answer, Query, SqlValue } from '../sql/query.ts'
import type { StoredSessionRow } from '../sql/rows.ts'
import { runStepsAtOnce } from '../sql/run-steps.ts'
import type { Step } from '../sql/unit.ts'
import { openSqliteFile } from './open-sqlite-file.ts'
import { isBeyondRepair, isMissingTable, translateSqliteError } from './sqlite-error.ts'
import { sqliteTraits } from './sqlite-traits.ts'
import { toSqliteValue } from './sqlite-value.ts'

/** More than there are statements of fixed text; only those with a list of ids vary. */
const MOST_PREPARED = 100

/** How long a session that another process ended may still be served from memory. */
const LOOK_EVERY_MILLISECONDS = 200

interface Prepared {
  readonly statement: StatementSync
  /** Of the rows that it answers; none where it answers none. */
  readonly columns: readonly string[]
}

export class SqliteDatabase implements SqlDatabase {
  readonly traits: SqlTraits = sqliteTraits
  readonly #file: string
  readonly #prepared = new Map<string, Prepared>()
  #connection: DatabaseSync | undefined
  #findSession: StatementSync | undefined
  #dataVersion: StatementSync | undefined
  #isClosed = false

  constructor(file: string) {
    this.#file = file
  }

  findSession(sessionId: string): StoredSessionRow | null {
    return this.#guard(() => {
      this.#findSession ??= prepareForValues(this.#open(), findSessionSql(sqliteTraits))
      const values = this.#findSession.get(sessionId) as RowValues | undefined
      return values ? toStoredSessionRow(values) : null
    })
  }

  async run<Row>(query: Query<Row>): Promise<Answer<Row>> {
    return this.#guard(() => this.#runNow(query))
  }

  async atomically(steps: readonly Step[]): Promise<readonly Answer<unknown>[]> {
    return this.#guard(() => {
      const connection = this.#open()
      // Takes the write lock at once: a transaction that reads first could not be promised it later.
      connection.exec('begin immediate')
      try {
        const answers = runStepsAtOnce(steps, (query) => this.#runNow(query))
        connection.exec('commit')
        return answers
      } catch (error) {
        if (connection.isTransaction) connection.exec('rollback')
        throw error
      }
    })
  }

  /** `data_version` moves when another connection commits, in this process or another. */
  hearOthers(tell: (change: SessionChange) => void): () => boolean {
    let version: unknown
    let lookedAt = Number.NEGATIVE_INFINITY
    return () => {
      const now = performance.now()
      if (now - lookedAt < LOOK_EVERY_MILLISECONDS) return true
      lookedAt = now
      const seen = this.#guard(() => {
        this.#dataVersion ??= this.#open().prepare('pragma data_version')
        return this.#dataVersion.get()?.data_version
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
    const { statement, columns } = this.#prepare(sql)
    const bound = values.map(toSqliteValue)
    if (columns.length > 0) {
      const rows = statement.all(...bound) as unknown as RowValues[]
      return { rows: rows.map((values) => toRow<Row>(columns, values)), changes: 0 }
    }
    return { rows: [], changes: Number(statement.run(...bound).changes) }
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql)
    if (known) return known
    const statement = prepareForValues(this.#open(), sql)
    const prepared = { statement, columns: statement.columns().map(({ name }) => name) }
    if (this.#prepared.size < MOST_PREPARED) this.#prepared.set(sql, prepared)
    return prepared
  }

  #open(): DatabaseSync {
    if (this.#isClosed) throw new LatchkeyError('store_unavailable', { detail: 'The store is closed.' })
    this.#connection ??= openSqliteFile(this.#file)
    return this.#connection
  }

  #disconnect(): void {
    this.#connection?.close()
    this.#connection = undefined
    this.#findSession = undefined
    this.#dataVersion = undefined
    this.#prepared.clear()
  }

  #guard<Result>(use: () => Result): Result {
    try {
      return use()
    } catch (error) {
      // The file may be put right while we run: the next call opens it afresh.
      if (isBeyondRepair(error)) this.#disconnect()
      throw translateSqliteError(error, this.#file)
    }
  }
}

/** The values of a row, in the order of its columns. */
type RowValues = readonly SqlValue[]

/** Answers values instead of objects: `node:sqlite` makes those as hash tables, which cost more than the query. */
function prepareForValues(connection: DatabaseSync, sql: string): StatementSync {
  const statement = connection.prepare(sql)
  statement.setReturnArrays(true)
  return statement
}

function toRow<Row>(columns: readonly string[], values: RowValues): Row {
  const row: Record<string, SqlValue | undefined> = {}
  columns.forEach((column, at) => {
    row[column] = values[at]
  })
  return row as Row
}
