// Keeps sessions and one-time marks in Redis, everything else in the store behind it. Leases stay with the tokens that they
// guard, since the transaction that writes the tokens checks whether the lease is still held.
import type { MarkStore, SessionStore, Store, UserStore } from '../../../contracts/store.ts'
import { LatchkeyError } from '../../../errors.ts'
import { messagesOf } from '../change-messages.ts'
import { heartbeatWatch } from '../heartbeat-watch.ts'
import { SessionChanges } from '../session-changes.ts'
import { redisChannelOf } from './redis-channel.ts'
import type { RedisConnection } from './redis-connection.ts'
import { RedisSessions } from './redis-sessions.ts'
import { RedisUsers } from './redis-users.ts'

interface RedisParts {
  readonly redis: RedisConnection
  readonly behind: Store
  readonly prefix: string
  readonly users: RedisUsers
  readonly sessions: RedisSessions
  readonly changes: SessionChanges
}

export function redisStore(redis: RedisConnection, behind: Store, prefix: string): Store {
  const watch = heartbeatWatch({
    id: crypto.randomUUID(),
    open: (listener) => redis.openChannel(redisChannelOf(prefix), listener),
    tell: (change) => changes.tell(change),
  })
  const changes: SessionChanges = new SessionChanges(watch.isTrusted)
  const users = new RedisUsers(redis, behind.users, prefix)
  const sessions = new RedisSessions(redis, prefix)
  const parts = { redis, behind, prefix, users, sessions, changes }
  return {
    ...behind,
    name: `redis+${behind.name}`,
    watch: changes.watch,
    users: usersInFront(parts),
    sessions: sessionsInRedis(parts),
    marks: marksInRedis(parts),
    async close() {
      await watch.close()
      await Promise.all([redis.close(), behind.close()])
    },
  }
}

/** Each remembered session includes its user, so changes of a user are announced. */
function usersInFront({ redis, behind, prefix, users, sessions, changes }: RedisParts): UserStore {
  async function changing<Result>(userId: string, change: () => Promise<Result>): Promise<Result> {
    try {
      return await users.change(userId, change)
    } finally {
      changes.tell({ kind: 'user', userId })
      for (const message of messagesOf({ kind: 'user', userId })) {
        await redis.run((commands) => commands.publish(redisChannelOf(prefix), message))
      }
    }
  }

  return {
    ...behind.users,
    update: (userId, fields) => changing(userId, () => behind.users.update(userId, fields)),
    saveFields: (userId, ...given) => changing(userId, () => behind.users.saveFields(userId, ...given)),
    async delete(userId) {
      // Without their user, the sessions are invalid from here on, even if Redis fails before they are removed.
      const endedBehind = await changing(userId, () => behind.users.delete(userId))
      const ended = [...endedBehind, ...(await sessions.endAllOfUser(userId, null))]
      changes.ended(ended)
      return ended
    },
  }
}

function sessionsInRedis({ behind, users, sessions, changes }: RedisParts): SessionStore {
  /** Announces in this process; other processes receive the message from Redis. */
  function announced(ended: readonly string[]): readonly string[] {
    changes.ended(ended)
    return ended
  }

  return {
    async insert(record) {
      // The user was deleted while this request was under way; nothing may be stored for them.
      if (!(await users.find(record.userId))) {
        throw new LatchkeyError('account_not_found', { detail: 'The user does not exist.' })
      }
      await sessions.insert(record)
    },
    async find(sessionId) {
      const session = await sessions.find(sessionId)
      const found = session && (await users.find(session.userId))
      return found ? { session, ...found } : null
    },
    async extend(sessionId, renewal) {
      const isAlive = await sessions.extend(sessionId, renewal)
      changes.ended([sessionId])
      return isAlive
    },
    // Also ends sessions that the store behind kept before Redis was added: they must not come back if Redis is removed again.
    async delete(sessionId) {
      const hasEnded = (await sessions.end(sessionId)) !== null || (await behind.sessions.delete(sessionId))
      changes.ended([sessionId])
      return hasEnded
    },
    async deleteOfUser(...given) {
      const ended = await sessions.endAllOfUser(...given)
      return announced([...ended, ...(await behind.sessions.deleteOfUser(...given))])
    },
    async deleteOfProvider(logout) {
      const ended = await sessions.endAllOfProvider(logout)
      return announced([...ended, ...(await behind.sessions.deleteOfProvider(logout))])
    },
    list: (userId, now) => sessions.list(userId, now),
    // Redis removes expired keys itself.
    sweep: (now, limit) => behind.sessions.sweep(now, limit),
  }
}

function marksInRedis({ redis, behind, prefix }: RedisParts): MarkStore {
  return {
    async useOnce(key, expiresAt) {
      const options = { condition: 'NX', expiration: { type: 'PXAT', value: expiresAt } } as const
      return (await redis.run((commands) => commands.set(`${prefix}used:${key}`, '1', options))) !== null
    },
    async isUsed(key) {
      return (await redis.run((commands) => commands.get(`${prefix}used:${key}`))) !== null
    },
    sweep: (now, limit) => behind.marks.sweep(now, limit),
  }
}
