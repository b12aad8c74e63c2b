// What a server could not finish because of another transaction is run again.
import type { SqlFailure } from './sql-failure.ts'

/** How often work is repeated before the conflict is reported. */
const MOST_RUNS = 8
/** At most, after the first run; each further one may wait longer. */
const PAUSE_MILLISECONDS = 20

/** Throws what `work` threw last. */
export async function repeatOnConflict<Result>(
  work: () => Promise<Result>,
  classify: (error: unknown) => SqlFailure,
): Promise<Result> {
  for (let runs = 1; ; runs++) {
    try {
      return await work()
    } catch (error) {
      if (classify(error).kind !== 'conflict' || runs === MOST_RUNS) throw error
      // Two that meet again at the same moment would stand in each other's way again.
      await pause(Math.random() * runs * PAUSE_MILLISECONDS)
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
