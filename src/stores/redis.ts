// Sessions in Redis or Valkey in front of another store, so that session checks need no database query. docs/stores.md says how
// Redis must be configured to keep them.
import type { Store } from '../contracts/store.ts'
import { LatchkeyError } from '../errors.ts'
import type { RedisClient } from './parts/redis/redis-commands.ts'
import { RedisConnection } from './parts/redis/redis-connection.ts'
import { redisStore } from './parts/redis/redis-store.ts'

/** Options of `redis()`. */
export interface RedisOptions {
  /** The store for users, accounts and all other data. */
  readonly behind: Store
  /** Prefix of all key names. Default: `latchkey:`. */
  readonly prefix?: string | undefined
}

/**
 * Keeps sessions and one-time marks in Redis (6.2 or newer) or Valkey: `redis://…`, `rediss://…`, or a connected client or
 * cluster of the package `redis`, which stays open when the store is closed. Needs that package; connects on first use.
 *
 * Throws `config_option_invalid` for another URL. Methods throw `store_unavailable` while Redis does not answer, and work again as
 * soon as it does.
 *
 * @example
 * ```ts
 * import { postgres } from 'latchkey/stores/postgres'
 * import { redis } from 'latchkey/stores/redis'
 *
 * const store = redis('redis://localhost', { behind: postgres('postgres://localhost/app') })
 * ```
 */
export function redis(
  urlOrClient: string | RedisClient,
  { behind, prefix = 'latchkey:' }: RedisOptions,
): Store {
  if (typeof urlOrClient === 'string' && !/^rediss?:\/\//.test(urlOrClient)) {
    // The URL may contain a password, so the message does not repeat it.
    const detail = 'The address of Redis must be redis://… or rediss://…'
    throw new LatchkeyError('config_option_invalid', { detail })
  }
  return redisStore(new RedisConnection(urlOrClient), behind, prefix)
}
