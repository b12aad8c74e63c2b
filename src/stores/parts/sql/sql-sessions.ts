// Sessions in SQL.
import { whenReady } from '../../../contracts/maybe-promise.ts'
import type { ProviderLogout, SessionStore } from '../../../contracts/store.ts'
import type { ChangeWriter } from './change-writer.ts'
import { toRenewalRow, toSession, toSessionRow, toStoredSession } from './rows.ts'
import type { StatementRunner } from './statement-runner.ts'

export function sqlSessions(runner: StatementRunner, writer: ChangeWriter): SessionStore {
  const { database } = runner

  /** OpenID Connect Back-Channel Logout §2.7. */
  async function findNamed(logout: ProviderLogout): Promise<readonly string[]> {
    const { issuer, subject, providerSessionId: provider_session_id, startedBefore: started_before } = logout
    if (provider_session_id !== null) {
      const { rows } = await runner.run((statements) =>
        statements.findSessionsOfProviderSession({ issuer, provider_session_id, started_before }),
      )
      return rows.filter((row) => subject === null || row.subject === subject).map(idOf)
    }
    // §2.4 requires a subject or a session id. Without either, no session is named.
    if (subject === null) return []
    return runner.all(
      (statements) => statements.findSessionsOfSubject({ issuer, subject, started_before }),
      idOf,
    )
  }

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
    async deleteOfUser(user_id, exceptSessionId) {
      const ids = await runner.all(({ findSessionsOfUser }) => findSessionsOfUser({ user_id }), idOf)
      return writer.endSessions(ids.filter((id) => id !== exceptSessionId))
    },
    async deleteOfProvider(logout) {
      return writer.endSessions(await findNamed(logout))
    },
    list: (user_id, now) => runner.all(({ listSessions }) => listSessions({ user_id, now }), toSession),
    sweep: (now, limit) => runner.deleteMany(({ sweepSessions }) => sweepSessions({ now, limit })),
  }
}

function idOf({ id }: { readonly id: string }): string {
  return id
}
