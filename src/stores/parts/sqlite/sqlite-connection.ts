// What the drivers of SQLite have in common that answer at once: Node's own, Bun's, and those of better-sqlite3's kind.
import type { SqlValue } from '../sql/query.ts'

/** The values of a row, in the order of its columns. */
export type SqliteRow = readonly SqlValue[]

export interface SqliteConnection {
  prepare(sql: string): SqliteStatement
  /** Runs SQL without values or answer. */
  exec(sql: string): void
  isInTransaction(): boolean
  close(): void
}

export interface SqliteStatement {
  /** Of the rows that it answers; none where it answers none. */
  readonly columns: readonly string[]
  /** The first row of a statement with one value. */
  get(value: string): SqliteRow | undefined
  all(values: readonly SqlValue[]): readonly SqliteRow[]
  /** Answers how many rows changed. */
  run(values: readonly SqlValue[]): number
}

/** Where a connection comes from. */
export interface SqliteSource {
  /** For errors: the file. */
  readonly place: string
  /** Throws what the driver throws. */
  open(): SqliteConnection
  /** Whether the store closes what `open` answers; not where it is the application's own. */
  readonly isOurs: boolean
}
