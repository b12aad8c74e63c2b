// A unit of work: queries of which all take effect or none. No query is built from another's answer, so a database without
// interactive transactions takes them in one request; SQL conditions express how they depend on each other.
import type { Answer, Query } from './query.ts'

/** Whether the answers so far show that a step would change nothing and that its own answer is not needed. */
export type IsIdle = (answers: readonly Answer<unknown>[]) => boolean

export interface Step<Row = unknown> {
  readonly query: Query<Row>
  /** Databases that run query by query skip idle steps; those that take all at once run them. */
  readonly isIdle?: IsIdle | undefined
}

export interface Unit<Result> {
  readonly steps: readonly Step[]
  /** Takes one answer per step, including skipped ones. May throw; everything is committed by then. */
  readonly read: (answers: readonly Answer<unknown>[]) => Result
}

type AnswersOf<Steps extends readonly Step[]> = {
  readonly [Index in keyof Steps]: Steps[Index] extends Step<infer Row> ? Answer<Row> : never
}

/** Makes a unit whose answers have the types of its queries. */
export function unit<const Steps extends readonly Step[], Result>(
  steps: Steps,
  read: (answers: AnswersOf<Steps>) => Result,
): Unit<Result> {
  // Every database returns one answer per step.
  return { steps, read: (answers) => read(answers as AnswersOf<Steps>) }
}

/** For a step that is idle if the one at this index changed something. */
export function whenChanged(index: number): IsIdle {
  return (answers) => (answers[index]?.changes ?? 0) > 0
}

/** For a step that is idle if the one at this index changed nothing. */
export function unlessChanged(index: number): IsIdle {
  return (answers) => answers[index]?.changes === 0
}
