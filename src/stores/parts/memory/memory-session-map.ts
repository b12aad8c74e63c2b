// The memory store's sessions. No method awaits anything, so each is atomic.
import type { SessionRecord, SessionRenewal } from '../../../contracts/session.ts'
import type { EpochMilliseconds } from '../../../contracts/user.ts'

export class MemorySessionMap {
  // Least recently used first: extending a session moves it to the end.
  readonly #sessions = new Map<string, SessionRecord>()

  find(sessionId: string): SessionRecord | null {
    return this.#sessions.get(sessionId) ?? null
  }

  insert(record: SessionRecord): void {
    // Memory stays bounded even without a sweep.
    this.#sweepOldest(record.createdAt)
    this.#sessions.set(record.id, Object.freeze({ ...record }))
  }

  extend(sessionId: string, renewal: SessionRenewal): boolean {
    const session = this.#sessions.get(sessionId)
    if (!session) return false
    const { lastSeenAt, expiresAt, userAgent, clientAddress } = renewal
    const renewed = { ...session, lastSeenAt, expiresAt, userAgent, clientAddress }
    this.#sessions.delete(sessionId)
    this.#sessions.set(sessionId, Object.freeze(renewed))
    return true
  }

  delete(sessionId: string): boolean {
    return this.#sessions.delete(sessionId)
  }

  /** Returns the ids of the deleted sessions. */
  deleteWhere(matches: (session: SessionRecord) => boolean): readonly string[] {
    const ended = [...this.#sessions.values()].filter(matches).map(({ id }) => id)
    for (const id of ended) this.#sessions.delete(id)
    return ended
  }

  list(userId: string, now: EpochMilliseconds): readonly SessionRecord[] {
    return [...this.#sessions.values()]
      .filter((session) => session.userId === userId && session.expiresAt > now)
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1))
  }

  sweep(now: EpochMilliseconds, limit: number): number {
    const expired = [...this.#sessions.values()].filter(({ expiresAt }) => expiresAt <= now).slice(0, limit)
    for (const { id } of expired) this.#sessions.delete(id)
    return expired.length
  }

  /** Stops at the first session that has not expired, so its cost does not grow with the store. */
  #sweepOldest(now: EpochMilliseconds): void {
    for (const { id, expiresAt } of this.#sessions.values()) {
      if (expiresAt > now) break
      this.#sessions.delete(id)
    }
  }
}
