// A value of another server that is kept for a while: asked for by one caller at a time, renewed when it is old or
// doubted, and kept on while the other side is down. docs/security-cases.md E3, E6, E8.
import { type Moment, millisecondsSince, momentAt } from '../../web/elapsed.ts'

export interface RememberedOptions<T> {
  readonly load: () => Promise<T>
  /** Epoch milliseconds. */
  readonly now: () => number
  /** How long the value is used without asking again. */
  readonly freshSeconds: number
  /** How long it is used in all, while asking again fails. */
  readonly staleSeconds: number
  /** How long a failure is remembered: the server is not asked again before that. */
  readonly failureSeconds: number
  /** How far apart two looks are that doubts cause. Default: 10. */
  readonly doubtSeconds?: number | undefined
}

export interface Remembered<T> {
  /** Whether `get` would answer without asking. */
  readonly isFresh: () => boolean
  /** The value; rejects with what `load` threw when there is none that may be used. */
  readonly get: () => Promise<T>
  /** The value while it may be used at all, however old; else null. Asks no server. */
  readonly peek: () => T | null
  /** Asks now, or joins those who are asking. */
  readonly renew: () => Promise<T>
  /** Something failed that the value may explain: the next `get` asks again, but not more often than doubts may. */
  readonly doubt: () => void
}

/** Remembers what `load` answers. Nothing is loaded before it is asked for. */
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
  /** Whether a doubt is due for a look; takes it. */
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
      // A value that is old anyway is asked for anyway, and leaves the look of a doubt for later.
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
