// Sessions in Redis: one key per session, which Redis removes when it expires, and a list of sessions for each user, identity
// and session at the provider.
//
// `insert` adds a session to its lists before it writes the session; ending all sessions of a list removes them from the list
// before it deletes them. After writing, `insert` looks at the lists again: if the session is missing from one, it was ended in
// the meantime, and `insert` deletes it. So a start and an end at the same moment, which touch keys on different nodes, never
// leave a session that should have ended.
import type { SessionRecord, SessionRenewal } from '../../../contracts/session.ts'
import type { ProviderLogout } from '../../../contracts/store.ts'
import type { EpochMilliseconds } from '../../../contracts/user.ts'
import { messagesOf } from '../change-messages.ts'
import { redisChannelOf } from './redis-channel.ts'
import type { RedisConnection } from './redis-connection.ts'

// The score is the latest time at which the session ends. Later, the entry is removed, and the list expires with its last entry.
const ADD_TO_LIST = `
redis.call('zremrangebyscore', KEYS[1], '-inf', '(' .. ARGV[3])
redis.call('zadd', KEYS[1], ARGV[2], ARGV[1])
local last = redis.call('zrange', KEYS[1], -1, -1, 'withscores')
redis.call('pexpireat', KEYS[1], last[2])`

// Deletes and announces in one script, so that the announcement cannot be lost if this server fails in between.
const END_AND_TELL = `
local session = redis.call('getdel', KEYS[1])
if session then redis.call('publish', ARGV[1], ARGV[2]) end
return session`

export class RedisSessions {
  readonly #redis: RedisConnection
  readonly #prefix: string

  constructor(redis: RedisConnection, prefix: string) {
    this.#redis = redis
    this.#prefix = prefix
  }

  async insert(record: SessionRecord): Promise<void> {
    const lists = this.#listsOf(record)
    const values = [record.id, String(record.endsAt), String(record.createdAt)]
    const expiration = { type: 'PXAT', value: record.expiresAt } as const
    const isStruckOff = await this.#redis.run(async (commands) => {
      await Promise.all(lists.map((key) => commands.eval(ADD_TO_LIST, { keys: [key], arguments: values })))
      await commands.set(this.#key(record.id), JSON.stringify(record), { expiration })
      const scores = await Promise.all(lists.map((key) => commands.zScore(key, record.id)))
      return scores.includes(null)
    })
    if (isStruckOff) await this.end(record.id)
  }

  async find(sessionId: string): Promise<SessionRecord | null> {
    const text = await this.#redis.run((commands) => commands.get(this.#key(sessionId)))
    return text === null ? null : readSession(text)
  }

  async extend(sessionId: string, renewal: SessionRenewal): Promise<boolean> {
    const record = await this.find(sessionId)
    if (!record) return false
    const { lastSeenAt, expiresAt, userAgent, clientAddress } = renewal
    const text = JSON.stringify({ ...record, lastSeenAt, expiresAt, userAgent, clientAddress })
    // XX: a session that ended since it was read must not be written again.
    const options = { condition: 'XX', expiration: { type: 'PXAT', value: expiresAt } } as const
    return (await this.#redis.run((commands) => commands.set(this.#key(sessionId), text, options))) !== null
  }

  /** Returns the session to the one caller that ended it, and `null` to all others. */
  async end(sessionId: string): Promise<SessionRecord | null> {
    const [message = ''] = messagesOf({ kind: 'sessions', sessionIds: [sessionId] })
    const given = { keys: [this.#key(sessionId)], arguments: [redisChannelOf(this.#prefix), message] }
    const text = await this.#redis.run((commands) => commands.eval(END_AND_TELL, given))
    if (typeof text !== 'string') return null
    const record = readSession(text)
    await this.#strikeOff(this.#listsOf(record), [sessionId])
    return record
  }

  async list(userId: string, now: EpochMilliseconds): Promise<readonly SessionRecord[]> {
    const records = await this.#read(await this.#idsIn(this.#listOfUser(userId)))
    return records
      .filter(({ expiresAt }) => expiresAt > now)
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1))
  }

  async endAllOfUser(userId: string, exceptSessionId: string | null): Promise<readonly string[]> {
    const list = this.#listOfUser(userId)
    const ids = (await this.#idsIn(list)).filter((id) => id !== exceptSessionId)
    return this.#endAll(list, ids)
  }

  /** OpenID Connect Back-Channel Logout §2.7. */
  async endAllOfProvider(logout: ProviderLogout): Promise<readonly string[]> {
    const { issuer, subject, providerSessionId, startedBefore } = logout
    if (subject === null && providerSessionId === null) return []
    const list =
      providerSessionId === null
        ? this.#listOfPair('subject', issuer, subject ?? '')
        : this.#listOfPair('sid', issuer, providerSessionId)
    const records = await this.#read(await this.#idsIn(list))
    const named = records.filter(
      (record) => (subject === null || record.subject === subject) && record.createdAt <= startedBefore,
    )
    return this.#endAll(
      list,
      named.map(({ id }) => id),
    )
  }

  async #endAll(list: string, ids: readonly string[]): Promise<readonly string[]> {
    await this.#strikeOff([list], ids)
    const ended = await Promise.all(ids.map((id) => this.end(id)))
    return ended.flatMap((record) => (record ? [record.id] : []))
  }

  async #strikeOff(lists: readonly string[], ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    await this.#redis.run((commands) => Promise.all(lists.map((list) => commands.zRem(list, ids))))
  }

  async #read(ids: readonly string[]): Promise<SessionRecord[]> {
    const records = await Promise.all(ids.map((id) => this.find(id)))
    return records.filter((record) => record !== null)
  }

  #idsIn(list: string): Promise<readonly string[]> {
    return this.#redis.run((commands) => commands.zRange(list, 0, -1))
  }

  #key(sessionId: string): string {
    return `${this.#prefix}session:${sessionId}`
  }

  #listsOf({ userId, issuer, subject, providerSessionId }: SessionRecord): readonly string[] {
    const lists = [this.#listOfUser(userId), this.#listOfPair('subject', issuer, subject)]
    if (providerSessionId !== null) lists.push(this.#listOfPair('sid', issuer, providerSessionId))
    return lists
  }

  #listOfUser(userId: string): string {
    return `${this.#prefix}sessions-of-user:${userId}`
  }

  /** The issuer's length keeps two pairs from sharing a key. */
  #listOfPair(kind: 'subject' | 'sid', issuer: string, value: string): string {
    return `${this.#prefix}sessions-of-${kind}:${issuer.length}:${issuer}${value}`
  }
}

function readSession(text: string): SessionRecord {
  return Object.freeze(JSON.parse(text) as SessionRecord)
}
