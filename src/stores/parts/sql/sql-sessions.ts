// Sessions in SQL.
import { whenReady } from '../../../contracts/maybe-promise.ts'
import type { SessionStore } from '../../../contracts/store.ts'
import type { ChangeWriter } from './change-writer.ts'
import { toRenewalRow, toSession, toSessionRow, toStoredSession } from './rows.ts'
import { endSessionsOfProvider, endSessionsOfUser } from './session-work.ts'
import type { StatementRunner } from './statement-runner.ts'

export function sqlSessions(runner: StatementRunner, writer: ChangeWriter): SessionStore {
  const { database } = runner
  return {
    async insert(record) {
      await runner.run(({ insertSession }) => insertSession(toSessionRow(record)))
    },
    find: (sessionId) =>
      whenReady(database.findSession(sessionId), (row) => (row ? toStoredSession(row) : null)),
    async extend(id, renewal) {
      const { changes } = await runner.run(({ extendSession }) => extendSession(toRenewalRow(id, renewal)))
      writer.tellHere(id)
      return changes > 0
    },
    delete: (id) =>
      writer.change({ kind: 'sessions', sessionIds: [id] }, ({ deleteSession }) => deleteSession({ id })),
    deleteOfUser: (userId, exceptSessionId) =>
      writer.end((statements) => endSessionsOfUser(statements, userId, exceptSessionId)),
    deleteOfProvider: (logout) => writer.end((statements) => endSessionsOfProvider(statements, logout)),
    list: (user_id, now) => runner.all(({ listSessions }) => listSessions({ user_id, now }), toSession),
    sweep: (now, limit) => runner.deleteMany(({ sweepSessions }) => sweepSessions({ now, limit })),
  }
}
