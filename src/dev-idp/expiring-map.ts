// A map of limited size: entries expire, and the oldest are dropped when there are too many. The local identity provider keeps
// all of its state between requests in such maps.
import { LimitedMap } from '../web/limited-map.ts'

export interface ExpiringMap<V> {
  set(key: string, value: V, expiresAt: number): void
  /** Returns the value, or null if there is none or it has expired. */
  find(key: string): V | null
  /** Like `find`, and removes the entry. */
  take(key: string): V | null
  delete(key: string): boolean
  /** Returns all values that have not expired. */
  list(): readonly V[]
}

export interface ExpiringMapOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** The highest number of entries. Default: 5,000. */
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
      // All lifetimes within one map are equal, so the search can stop at the first entry that has not expired.
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
