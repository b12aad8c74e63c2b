// A unit of work is a generator that yields queries and is handed their answers. The same lines run to their end
// at once over SQLite, where nothing can come between, and wait for each answer over a network.

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

/** Must be repeatable: a database may ask for a transaction to be run again. */
export type Work<Result> = Generator<Query<unknown>, Result, Answer<unknown>>

/** `const { rows } = yield* ask(query)`: the answer with the query's own type. */
export function* ask<Row>(query: Query<Row>): Work<Answer<Row>> {
  return (yield query) as Answer<Row>
}

/** Runs work whose answers are there at once. */
export function runAtOnce<Result>(
  work: Work<Result>,
  run: (query: Query<unknown>) => Answer<unknown>,
): Result {
  let step = work.next()
  while (!step.done) step = work.next(run(step.value))
  return step.value
}

/** Runs work over a network. */
export async function runOverNetwork<Result>(
  work: Work<Result>,
  run: (query: Query<unknown>) => Promise<Answer<unknown>>,
): Promise<Result> {
  let step = work.next()
  while (!step.done) step = work.next(await run(step.value))
  return step.value
}
