// Runs the steps of a unit one after the other, without those that are idle, inside of a transaction that the caller
// has opened.
import type { Answer, Query } from './query.ts'
import type { Step } from './unit.ts'

const NOTHING: Answer<never> = Object.freeze({ rows: Object.freeze([]), changes: 0 })

/** Over a network. */
export async function runSteps(
  steps: readonly Step[],
  run: (query: Query<unknown>) => Promise<Answer<unknown>>,
): Promise<readonly Answer<unknown>[]> {
  const answers: Answer<unknown>[] = []
  for (const { query, isIdle } of steps) answers.push(isIdle?.(answers) ? NOTHING : await run(query))
  return answers
}

/** Where answers are there at once, so that nothing can come between. */
export function runStepsAtOnce(
  steps: readonly Step[],
  run: (query: Query<unknown>) => Answer<unknown>,
): readonly Answer<unknown>[] {
  const answers: Answer<unknown>[] = []
  for (const { query, isIdle } of steps) answers.push(isIdle?.(answers) ? NOTHING : run(query))
  return answers
}
