// Queries to a database, and their answers.

/** SQL with its values, in order. `Row` is the type of its rows. */
export interface Query<Row> {
  readonly sql: string
  readonly values: readonly SqlValue[]
  /** Whether this is an INSERT that does nothing if the row exists, and then returns `changes: 0`. */
  readonly orNothing: boolean
  /** Never set; it only carries the type. */
  readonly row?: Row
}

export type SqlValue = string | number | boolean | null

export interface Answer<Row> {
  readonly rows: readonly Row[]
  /** Rows inserted, matched by an update, or deleted. */
  readonly changes: number
}
