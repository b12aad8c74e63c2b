// Runs work again if it conflicted with another transaction.
import type { SqlFailure } from './sql-failure.ts'

/** How often work is run before the conflict is reported. */
const MOST_RUNS = 8
/** The longest pause after the first run. The limit grows with each run. */
const PAUSE_MILLISECONDS = 20

/** Throws the last error of `work`. */
export async function repeatOnConflict<Result>(
  work: () => Promise<Result>,
  classify: (error: unknown) => SqlFailure,
): Promise<Result> {
  for (let runs = 1; ; runs++) {
    try {
      return await work()
    } catch (error) {
      if (classify(error).kind !== 'conflict' || runs === MOST_RUNS) throw error
      // A random pause, since two transactions that start again at the same time would conflict again.
      await pause(Math.random() * runs * PAUSE_MILLISECONDS)
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
