// A value of somebody else's server that is kept for a while: asked for by one caller at a time, renewed when it is old,
// and kept on while the other side is down. CASES E3, E6, E8.

export interface RememberedOptions<T> {
  readonly load: () => Promise<T>
  /** Epoch milliseconds. */
  readonly now: () => number
  /** How long the value is used without asking again. */
  readonly freshSeconds: number
  /** How long it is used in all, while asking again fails. */
  readonly staleSeconds: number
  /** How long a failure is remembered: so long nobody is asked. */
  readonly failureSeconds: number
}

export interface Remembered<T> {
  /** Whether `get` would answer without asking. */
  readonly isFresh: () => boolean
  /** The value; rejects with what `load` threw when there is none that may be used. */
  readonly get: () => Promise<T>
  /** The value, or null when there was none yet. Asks nobody. */
  readonly peek: () => T | null
  /** Asks now, or joins those who are asking. */
  readonly renew: () => Promise<T>
}

/** Remembers what `load` answers. Nothing is loaded before it is asked for. */
export function createRemembered<T>(options: RememberedOptions<T>): Remembered<T> {
  const { load, now, freshSeconds, staleSeconds, failureSeconds } = options
  let known: { readonly value: T; readonly at: number } | null = null
  let failure: { readonly error: unknown; readonly at: number } | null = null
  let pending: Promise<T> | null = null

  const isWithin = (entry: { readonly at: number } | null, seconds: number): boolean =>
    entry !== null && now() - entry.at < seconds * 1000

  const loadOnce = async (): Promise<T> => {
    try {
      known = { value: await load(), at: now() }
      failure = null
      return known.value
    } catch (error) {
      failure = { error, at: now() }
      throw error
    } finally {
      pending = null
    }
  }
  const renew = (): Promise<T> => {
    pending ??= loadOnce()
    return pending
  }
  return {
    isFresh: () => isWithin(known, freshSeconds),
    peek: () => known?.value ?? null,
    renew,
    async get() {
      if (known !== null && isWithin(known, freshSeconds)) return known.value
      const stale = isWithin(known, staleSeconds) ? known : null
      if (failure !== null && isWithin(failure, failureSeconds)) {
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
