// Runs the steps of a unit one after another, skipping idle ones, inside a transaction that the caller has opened.
import type { Answer, Query } from './query.ts'
import type { Step } from './unit.ts'

const NOTHING: Answer<never> = Object.freeze({ rows: Object.freeze([]), changes: 0 })

/** For databases across a network. */
export async function runSteps(
  steps: readonly Step[],
  run: (query: Query<unknown>) => Promise<Answer<unknown>>,
): Promise<readonly Answer<unknown>[]> {
  const answers: Answer<unknown>[] = []
  for (const { query, isIdle } of steps) answers.push(isIdle?.(answers) ? NOTHING : await run(query))
  return answers
}

/** For synchronous databases, so that no other work can run in between. */
export function runStepsAtOnce(
  steps: readonly Step[],
  run: (query: Query<unknown>) => Answer<unknown>,
): readonly Answer<unknown>[] {
  const answers: Answer<unknown>[] = []
  for (const { query, isIdle } of steps) answers.push(isIdle?.(answers) ? NOTHING : run(query))
  return answers
}
