// Deletes expired sessions, marks and leases from the store in the background: each process at most once a minute, after a
// sign-in, since sign-ins add such rows; in small batches, so that requests do not wait.
import type { Swept } from '../contracts/store.ts'
import type { EpochMilliseconds } from '../contracts/user.ts'

const EVERY_MILLISECONDS = 60_000
/** Rows of each kind. SQLite blocks for one batch: a few milliseconds. */
const BATCH_ROWS = 500
const PAUSE_MILLISECONDS = 50
/** 200,000 rows of each kind; the rest is deleted a minute later. */
const MOST_BATCHES = 400
/**
 * Rows are kept this long after they expire, so that a server whose clock is ahead does not delete rows that are valid for
 * others.
 */
const GRACE_MILLISECONDS = 3_600_000

export interface SweeperParts {
  readonly store: Readonly<Record<'sessions' | 'marks' | 'tokens', Swept>>
  readonly now: () => EpochMilliseconds
  /** Receives a failure; the rows are swept a minute later. */
  readonly onError: (error: unknown) => void
  /** Waits between two batches. Default: a timer. */
  readonly pause?: (milliseconds: number) => Promise<void>
}

export interface Sweeper {
  /** Returns at once; never rejects. */
  readonly sweepIfDue: () => void
  /** Waits for the current batch, and starts no other. */
  readonly stop: () => Promise<void>
}

export function createSweeper({ store, now, onError, pause = rest }: SweeperParts): Sweeper {
  let sweptAt = Number.NEGATIVE_INFINITY
  let underWay: Promise<void> | null = null
  let isStopped = false

  async function sweep(): Promise<void> {
    for (let batch = 0; batch < MOST_BATCHES && !isStopped; batch++) {
      const moment = now() - GRACE_MILLISECONDS
      let gone = 0
      for (const kind of [store.sessions, store.marks, store.tokens]) {
        gone += await kind.sweep(moment, BATCH_ROWS)
      }
      // If all kinds together are fewer than a batch, every kind is done.
      if (gone < BATCH_ROWS) return
      await pause(PAUSE_MILLISECONDS)
    }
  }

  return {
    sweepIfDue() {
      const moment = now()
      // A clock that was set back must not prevent sweeps.
      const isRecent = moment >= sweptAt && moment - sweptAt < EVERY_MILLISECONDS
      if (underWay || isStopped || isRecent) return
      sweptAt = moment
      underWay = sweep()
        .catch(onError)
        .finally(() => {
          underWay = null
        })
    },
    async stop() {
      isStopped = true
      await underWay
    },
  }
}

/** The timer does not keep the process alive. */
function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer: { unref?: () => unknown } | number = setTimeout(resolve, milliseconds)
    if (typeof timer === 'object') timer.unref?.()
  })
}
