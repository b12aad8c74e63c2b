// Sessions in memory.
import type { SessionStore } from '../../../contracts/store.ts'
import type { MemoryRecords } from './memory-records.ts'

export function memorySessions(records: MemoryRecords): SessionStore {
  const { users, userFields, sessions, marks, changes } = records
  return {
    async insert(record) {
      records.requireUser(record.userId)
      // Memory stays bounded even without a sweep.
      marks.sweepOldest(record.createdAt)
      sessions.insert(record)
    },
    find(sessionId) {
      const session = sessions.find(sessionId)
      const user = session && users.get(session.userId)
      return user ? { session, user, userFields: userFields.get(user.id) ?? null } : null
    },
    async extend(sessionId, renewal) {
      const isAlive = sessions.extend(sessionId, renewal)
      changes.ended([sessionId])
      return isAlive
    },
    async delete(sessionId) {
      const hasEnded = sessions.delete(sessionId)
      // After the deletion: a listener may read the store at once, and must not find the session any more.
      changes.ended([sessionId])
      return hasEnded
    },
    deleteOfUser: async (userId, exceptSessionId) =>
      records.endSessions((session) => session.userId === userId && session.id !== exceptSessionId),
    async deleteOfProvider({ issuer, subject, providerSessionId, startedBefore }) {
      if (subject === null && providerSessionId === null) return []
      return records.endSessions(
        (session) =>
          session.issuer === issuer &&
          (subject === null || session.subject === subject) &&
          (providerSessionId === null || session.providerSessionId === providerSessionId) &&
          session.createdAt <= startedBefore,
      )
    },
    list: async (userId, now) => sessions.list(userId, now),
    sweep: async (now, limit) => sessions.sweep(now, limit),
  }
}
