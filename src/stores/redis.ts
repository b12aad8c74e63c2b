// Sessions in Redis or Valkey in front of another store, so that checking one asks no database. docs/stores.md says what
// Redis must be set to keep.
import type { Store } from '../contracts/store.ts'
import { type RedisClient, RedisConnection } from './redis/redis-connection.ts'
import { RedisStore } from './redis/redis-store.ts'

export interface RedisOptions {
  /** Where users, accounts and all that must last are kept. */
  readonly behind: Store
  /** What the names of all keys begin with. Default: `latchkey:`. */
  readonly prefix?: string | undefined
}

/**
 * Sessions and one-time marks in Redis (6.2 or newer) or Valkey: `redis://…`, `rediss://…`, or a connected client or
 * cluster of the package `redis`, which stays open when the store is closed. Connects at its first use.
 *
 * Methods throw `store_unavailable` while Redis does not answer, and work again as soon as it does.
 */
export function redis(
  urlOrClient: string | RedisClient,
  { behind, prefix = 'latchkey:' }: RedisOptions,
): Store {
  return new RedisStore(new RedisConnection(urlOrClient), behind, prefix)
}
