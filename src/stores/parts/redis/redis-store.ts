// Sessions and one-time marks in Redis, everything else in the store behind. Leases stay behind with the tokens that they
// guard: whether one is still held is decided in the transaction that writes the tokens.
import type { SessionRecord, SessionRenewal } from '../../../contracts/session.ts'
import type { SessionWatch } from '../../../contracts/session-watch.ts'
import type { ProviderLogout, Store, StoredSession } from '../../../contracts/store.ts'
import type { EpochMilliseconds } from '../../../contracts/user.ts'
import { LatchkeyError } from '../../../errors.ts'
import { ForwardingStore } from '../forwarding-store.ts'
import { type HeartbeatWatch, heartbeatWatch } from '../heartbeat-watch.ts'
import { SessionChanges } from '../session-changes.ts'
import { redisChannelOf } from './redis-channel.ts'
import type { RedisConnection } from './redis-connection.ts'
import { RedisSessions } from './redis-sessions.ts'
import { RedisUsers } from './redis-users.ts'

export class RedisStore extends ForwardingStore {
  readonly #redis: RedisConnection
  readonly #sessions: RedisSessions
  readonly #users: RedisUsers
  readonly #prefix: string
  readonly #changes: SessionChanges
  readonly #watch: HeartbeatWatch

  constructor(redis: RedisConnection, behind: Store, prefix: string) {
    super(behind)
    this.#redis = redis
    this.#sessions = new RedisSessions(redis, prefix)
    this.#users = new RedisUsers(redis, behind, prefix)
    this.#prefix = prefix
    this.#watch = heartbeatWatch({
      id: crypto.randomUUID(),
      open: (listener) => redis.openChannel(redisChannelOf(prefix), listener),
      tell: (change) => this.#changes.tell(change),
    })
    this.#changes = new SessionChanges(this.#watch.isTrusted)
  }

  override get name(): string {
    return `redis+${this.behind.name}`
  }

  override get watch(): SessionWatch | null {
    return this.#changes.watch
  }

  override async close(): Promise<void> {
    await this.#watch.close()
    await Promise.all([this.#redis.close(), this.behind.close()])
  }

  override updateUser(...[userId, fields]: Parameters<Store['updateUser']>): Promise<void> {
    return this.#changingUser(userId, () => this.behind.updateUser(userId, fields))
  }

  override saveUserFields(...given: Parameters<Store['saveUserFields']>): Promise<boolean> {
    return this.#changingUser(given[0], () => this.behind.saveUserFields(...given))
  }

  override async deleteUser(userId: string): Promise<readonly string[]> {
    // From here on none of the sessions has a user, so none is valid, even if Redis fails before they are removed.
    const endedBehind = await this.#changingUser(userId, () => this.behind.deleteUser(userId))
    return this.#told([...endedBehind, ...(await this.#sessions.endAllOfUser(userId, null))])
  }

  override async insertSession(record: SessionRecord): Promise<void> {
    // The user was deleted while this request was under way; nothing may be stored for them.
    if (!(await this.#users.find(record.userId))) {
      throw new LatchkeyError('account_not_found', { detail: 'The user does not exist.' })
    }
    await this.#sessions.insert(record)
  }

  override async findSession(sessionId: string): Promise<StoredSession | null> {
    const session = await this.#sessions.find(sessionId)
    const found = session && (await this.#users.find(session.userId))
    return found ? { session, ...found } : null
  }

  override async extendSession(sessionId: string, renewal: SessionRenewal): Promise<boolean> {
    const isAlive = await this.#sessions.extend(sessionId, renewal)
    this.#changes.ended([sessionId])
    return isAlive
  }

  // Sessions from before Redis stood in front end too: should it go away again, they must not come back.

  override async deleteSession(sessionId: string): Promise<boolean> {
    const hasEnded =
      (await this.#sessions.end(sessionId)) !== null || (await this.behind.deleteSession(sessionId))
    this.#changes.ended([sessionId])
    return hasEnded
  }

  override async deleteSessionsOfUser(...given: [string, string | null]): Promise<readonly string[]> {
    const ended = await this.#sessions.endAllOfUser(...given)
    return this.#told([...ended, ...(await this.behind.deleteSessionsOfUser(...given))])
  }

  override async deleteSessionsOfProvider(logout: ProviderLogout): Promise<readonly string[]> {
    const ended = await this.#sessions.endAllOfProvider(logout)
    return this.#told([...ended, ...(await this.behind.deleteSessionsOfProvider(logout))])
  }

  /** In this process at once; the others hear of it from Redis. */
  #told(ended: readonly string[]): readonly string[] {
    this.#changes.ended(ended)
    return ended
  }

  /** A user is part of each of their sessions. */
  async #changingUser<Result>(userId: string, change: () => Promise<Result>): Promise<Result> {
    try {
      return await this.#users.change(userId, change)
    } finally {
      this.#changes.tell({ kind: 'user', userId })
      await this.#redis.run((commands) => commands.publish(redisChannelOf(this.#prefix), `user ${userId}`))
    }
  }

  override listSessions(userId: string, now: EpochMilliseconds): Promise<readonly SessionRecord[]> {
    return this.#sessions.list(userId, now)
  }

  override async useOnce(key: string, expiresAt: EpochMilliseconds): Promise<boolean> {
    const options = { condition: 'NX', expiration: { type: 'PXAT', value: expiresAt } } as const
    const mark = `${this.#prefix}used:${key}`
    return (await this.#redis.run((commands) => commands.set(mark, '1', options))) !== null
  }
}
