// The common interface of synchronous SQLite drivers: Node's, Bun's, and those like better-sqlite3.
import type { SqlValue } from '../sql/query.ts'

/** The values of a row, in the order of its columns. */
export type SqliteRow = readonly SqlValue[]

export interface SqliteConnection {
  prepare(sql: string): SqliteStatement
  /** Runs SQL without values or result. */
  exec(sql: string): void
  isInTransaction(): boolean
  close(): void
}

export interface SqliteStatement {
  /** The columns of its rows. Empty if it returns no rows. */
  readonly columns: readonly string[]
  /** Returns the first row of a statement with one value. */
  get(value: string): SqliteRow | undefined
  all(values: readonly SqlValue[]): readonly SqliteRow[]
  /** Returns how many rows changed. */
  run(values: readonly SqlValue[]): number
}

/** Where a connection comes from. */
export interface SqliteSource {
  /** For errors: the file. */
  readonly place: string
  /** Throws what the driver throws. */
  open(): SqliteConnection
  /** Whether the store opened the connection and closes it. `false` for the application's own. */
  readonly isOurs: boolean
}
