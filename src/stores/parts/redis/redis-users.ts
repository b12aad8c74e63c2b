// Caches the users of sessions in Redis for a minute. A change of a user blocks the cache entry before it writes, and deletes
// the entry afterwards; a reader may cache only a user that has not changed since its read began. So an old version of a user
// is never returned after a change.
import type { UserStore } from '../../../contracts/store.ts'
import type { User } from '../../../contracts/user.ts'
import type { RedisConnection } from './redis-connection.ts'

/** How long a change that bypasses Latchkey, such as one by hand, may go unnoticed. */
const REMEMBERED_MILLISECONDS = 60_000
/** Longer than reading or changing a user may take. */
const UNDER_WAY_MILLISECONDS = 60_000

const REMEMBER_IF_UNCHANGED = `
if redis.call('get', KEYS[1]) == ARGV[1] then
  redis.call('set', KEYS[1], ARGV[2], 'px', ARGV[3])
end`

export interface UserOfSession {
  readonly user: User
  readonly userFields: string | null
}

export class RedisUsers {
  readonly #redis: RedisConnection
  readonly #behind: UserStore
  readonly #prefix: string

  constructor(redis: RedisConnection, behind: UserStore, prefix: string) {
    this.#redis = redis
    this.#behind = behind
    this.#prefix = prefix
  }

  async find(userId: string): Promise<UserOfSession | null> {
    const key = this.#key(userId)
    const text = await this.#redis.run((commands) => commands.get(key))
    const known = text === null ? null : readUser(text)
    if (known) return known
    // If the key already has a note, a change is under way or another reader will cache the user.
    const note = text === null ? await this.#noteReading(key) : null
    const [user, userFields] = await Promise.all([this.#behind.find(userId), this.#behind.findFields(userId)])
    if (!user) return null
    if (note !== null) await this.#remember(key, note, { user, userFields })
    return { user, userFields }
  }

  /** Runs `change`, which changes the user in the store behind. */
  async change<Result>(userId: string, change: () => Promise<Result>): Promise<Result> {
    const key = this.#key(userId)
    const expiration = { type: 'PX', value: UNDER_WAY_MILLISECONDS } as const
    await this.#redis.run((commands) => commands.set(key, `changing ${crypto.randomUUID()}`, { expiration }))
    try {
      return await change()
    } finally {
      await this.#redis.run((commands) => commands.del(key))
    }
  }

  async #noteReading(key: string): Promise<string | null> {
    const note = `reading ${crypto.randomUUID()}`
    const expiration = { type: 'PX', value: UNDER_WAY_MILLISECONDS } as const
    const outcome = await this.#redis.run((commands) =>
      commands.set(key, note, { condition: 'NX', expiration }),
    )
    return outcome === null ? null : note
  }

  async #remember(key: string, note: string, known: UserOfSession): Promise<void> {
    const values = [note, JSON.stringify(known), String(REMEMBERED_MILLISECONDS)]
    await this.#redis.run((commands) =>
      commands.eval(REMEMBER_IF_UNCHANGED, { keys: [key], arguments: values }),
    )
  }

  #key(userId: string): string {
    return `${this.#prefix}user:${userId}`
  }
}

/** Returns `null` for a note. */
function readUser(text: string): UserOfSession | null {
  if (!text.startsWith('{')) return null
  const { user, userFields } = JSON.parse(text) as UserOfSession
  return { user: Object.freeze(user), userFields }
}
