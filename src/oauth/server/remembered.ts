// A cached value of another server: loaded once for concurrent callers, renewed when it is old or doubted, and still used while the
// server is down. docs/security-cases.md E3, E6, E8.
import { type Moment, millisecondsSince, momentAt } from '../../web/elapsed.ts'

export interface RememberedOptions<T> {
  readonly load: () => Promise<T>
  /** Epoch milliseconds. */
  readonly now: () => number
  /** How long the value is used without asking again. */
  readonly freshSeconds: number
  /** How long the value is used in total, while asking again fails. */
  readonly staleSeconds: number
  /** How long a failure is cached: the server is not asked again before that. */
  readonly failureSeconds: number
  /** The shortest time between two requests that doubts cause. Default: 10. */
  readonly doubtSeconds?: number | undefined
}

export interface Remembered<T> {
  /** Whether the value is still fresh, so that `get` needs no request unless there are doubts. */
  readonly isFresh: () => boolean
  /** Returns the value; rejects with the error of `load` if there is no usable one. */
  readonly get: () => Promise<T>
  /** Returns the value if it may still be used, however old; otherwise null. Makes no request. */
  readonly peek: () => T | null
  /** Loads the value now, or joins a load that is running. */
  readonly renew: () => Promise<T>
  /** Called for a failure that the value may explain: the next `get` loads it again, but at most every `doubtSeconds`. */
  readonly doubt: () => void
}

/** Caches the result of `load`. Nothing is loaded before the first call. */
export function createRemembered<T>(options: RememberedOptions<T>): Remembered<T> {
  const { load, now, freshSeconds, staleSeconds, failureSeconds, doubtSeconds = 10 } = options
  let known: { readonly value: T; readonly at: Moment } | null = null
  let failure: { readonly error: unknown; readonly at: Moment } | null = null
  let pending: Promise<T> | null = null
  let isDoubted = false
  let lastDoubtful: Moment | null = null

  const isWithin = (at: Moment | undefined, seconds: number): boolean =>
    at !== undefined && (seconds === Number.POSITIVE_INFINITY || millisecondsSince(at, now) < seconds * 1000)

  const loadOnce = async (): Promise<T> => {
    try {
      known = { value: await load(), at: momentAt(now) }
      failure = null
      isDoubted = false
      return known.value
    } catch (error) {
      failure = { error, at: momentAt(now) }
      throw error
    } finally {
      pending = null
    }
  }
  const renew = (): Promise<T> => {
    pending ??= loadOnce()
    return pending
  }
  /** Returns whether a doubt requires a new request now; if so, the doubt is settled. */
  const takeDoubt = (): boolean => {
    if (!isDoubted || isWithin(lastDoubtful ?? undefined, doubtSeconds)) return false
    isDoubted = false
    lastDoubtful = momentAt(now)
    return true
  }
  return {
    isFresh: () => isWithin(known?.at, freshSeconds),
    peek: () => (known !== null && isWithin(known.at, staleSeconds) ? known.value : null),
    renew,
    doubt() {
      isDoubted = known !== null
    },
    async get() {
      // An expired value is loaded again anyway, without using up a doubt.
      if (known !== null && isWithin(known.at, freshSeconds) && !takeDoubt()) return known.value
      const stale = known !== null && isWithin(known.at, staleSeconds) ? known : null
      if (failure !== null && isWithin(failure.at, failureSeconds)) {
        if (stale !== null) return stale.value
        throw failure.error
      }
      try {
        return await renew()
      } catch (error) {
        if (stale !== null) return stale.value
        throw error
      }
    },
  }
}
