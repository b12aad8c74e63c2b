// What a database is asked and what it answers.

/** SQL with its values, in order. `Row` is what it answers. */
export interface Query<Row> {
  readonly sql: string
  readonly values: readonly SqlValue[]
  /** An INSERT that leaves an existing row as it is, and then answers `changes: 0`. */
  readonly orNothing: boolean
  /** Not there at run time: carries the type. */
  readonly row?: Row
}

export type SqlValue = string | number | boolean | null

export interface Answer<Row> {
  readonly rows: readonly Row[]
  /** Rows inserted, matched by an update, or deleted. */
  readonly changes: number
}
