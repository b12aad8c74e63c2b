// Memory that cannot grow without limit: entries end by time, and the oldest go first when there are too many.
// Everything that the local identity provider remembers between requests lives in one of these.
import { LimitedMap } from '../web/limited-map.ts'

export interface ExpiringMap<V> {
  set(key: string, value: V, expiresAt: number): void
  /** The value that has not expired, or null. */
  find(key: string): V | null
  /** The same, removed by this call; or null. */
  take(key: string): V | null
  delete(key: string): boolean
  /** All values that have not expired. */
  list(): readonly V[]
}

export interface ExpiringMapOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Most entries that are kept. Default: 5,000. */
  readonly limit?: number
}

export function createExpiringMap<V>({ now, limit = 5_000 }: ExpiringMapOptions): ExpiringMap<V> {
  const entries = new LimitedMap<string, { readonly value: V; readonly expiresAt: number }>(limit)

  function find(key: string): V | null {
    const entry = entries.get(key)
    return entry && entry.expiresAt > now() ? entry.value : null
  }

  return {
    set(key, value, expiresAt) {
      entries.delete(key)
      // Lifetimes within one map are equal, so the first entry that has not expired ends the search.
      entries.dropOldestWhile((entry) => entry.expiresAt <= now())
      entries.set(key, { value, expiresAt })
    },
    find,
    take(key) {
      const value = find(key)
      entries.delete(key)
      return value
    },
    delete: (key) => entries.delete(key),
    list: () => [...entries.values()].filter((entry) => entry.expiresAt > now()).map((entry) => entry.value),
  }
}
