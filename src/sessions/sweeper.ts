// Expired sessions, marks and leases go from the store beside running requests: each process looks once a minute at
// most, after a sign-in, since that is what adds such rows; in small batches, so that requests do not wait.
import type { Swept } from '../contracts/store.ts'
import type { EpochMilliseconds } from '../contracts/user.ts'

const EVERY_MILLISECONDS = 60_000
/** Rows of each kind. SQLite stands still for one batch: a few milliseconds. */
const BATCH_ROWS = 500
const PAUSE_MILLISECONDS = 50
/** 200,000 rows of each kind; what is left then goes a minute later. */
const MOST_BATCHES = 400
/** Rows stay this long after their end: a server whose clock is ahead must not take what is alive for the others. */
const GRACE_MILLISECONDS = 3_600_000

export interface SweeperParts {
  readonly store: Readonly<Record<'sessions' | 'marks' | 'tokens', Swept>>
  readonly now: () => EpochMilliseconds
  /** The rows stay, and are looked for again a minute later. */
  readonly onError: (error: unknown) => void
  /** Between two batches. */
  readonly pause?: (milliseconds: number) => Promise<void>
}

export interface Sweeper {
  /** Returns at once; never rejects. */
  readonly sweepIfDue: () => void
  /** Lets the batch end that is under way, and begins no other. */
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
      // Less than a batch of all kinds together is less than one of each.
      if (gone < BATCH_ROWS) return
      await pause(PAUSE_MILLISECONDS)
    }
  }

  return {
    sweepIfDue() {
      const moment = now()
      // A clock that was set back must not stop the sweeping.
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

/** Does not keep a process alive that has nothing else to do. */
function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer: { unref?: () => unknown } | number = setTimeout(resolve, milliseconds)
    if (typeof timer === 'object') timer.unref?.()
  })
}
