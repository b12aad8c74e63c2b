// A unit of work: queries that happen all at once or not at all. No query is made of another's answer, so a database
// without interactive transactions takes all of them in one request; what depends on what is said in SQL.
import type { Answer, Query } from './query.ts'

/** Whether the answers so far say that a step would change nothing, and that its own answer is not looked at. */
export type IsIdle = (answers: readonly Answer<unknown>[]) => boolean

export interface Step<Row = unknown> {
  readonly query: Query<Row>
  /** Databases that are asked query by query leave out what is idle; those that take all at once run it. */
  readonly isIdle?: IsIdle | undefined
}

export interface Unit<Result> {
  readonly steps: readonly Step[]
  /** One answer for each step, also for those that were left out. May throw: all is committed by then. */
  readonly read: (answers: readonly Answer<unknown>[]) => Result
}

type AnswersOf<Steps extends readonly Step[]> = {
  readonly [Index in keyof Steps]: Steps[Index] extends Step<infer Row> ? Answer<Row> : never
}

/** Binds the types of the answers to those of the queries. */
export function unit<const Steps extends readonly Step[], Result>(
  steps: Steps,
  read: (answers: AnswersOf<Steps>) => Result,
): Unit<Result> {
  // One answer for each step is what every database promises.
  return { steps, read: (answers) => read(answers as AnswersOf<Steps>) }
}

/** Of a step that is idle when the one at this index has changed something. */
export function whenChanged(index: number): IsIdle {
  return (answers) => (answers[index]?.changes ?? 0) > 0
}

/** Of a step that is idle when the one at this index has changed nothing. */
export function unlessChanged(index: number): IsIdle {
  return (answers) => answers[index]?.changes === 0
}
