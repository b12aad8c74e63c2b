// Ending many sessions: exactly those are answered that ended here, since others are told of them.
import type { IdentityKey } from '../../../contracts/identity.ts'
import type { ProviderLogout } from '../../../contracts/store.ts'
import type { Statements } from './statements.ts'
import { ask, type Work } from './work.ts'

/** Databases limit the values of one statement; the lowest limit in use is SQLite's 32,766. */
const MOST_AT_ONCE = 1000

export function* endSessionsOfUser(
  statements: Statements,
  userId: string,
  exceptSessionId: string | null,
): Work<readonly string[]> {
  const { rows } = yield* ask(statements.lockSessionsOfUser({ user_id: userId }))
  const ids = idsOf(rows).filter((id) => id !== exceptSessionId)
  return yield* endSessions(statements, ids)
}

/** OpenID Connect Back-Channel Logout §2.7. */
export function* endSessionsOfProvider(
  statements: Statements,
  logout: ProviderLogout,
): Work<readonly string[]> {
  const { issuer, subject, providerSessionId, startedBefore: started_before } = logout
  if (providerSessionId !== null) {
    const { rows } = yield* ask(
      statements.lockSessionsOfProviderSession({
        issuer,
        provider_session_id: providerSessionId,
        started_before,
      }),
    )
    const named = rows.filter((row) => subject === null || row.subject === subject)
    return yield* endSessions(statements, idsOf(named))
  }
  // Neither is named: §2.4 requires one of them, so nothing is meant.
  if (subject === null) return []
  const ids: string[] = []
  for (const user_id of yield* listOwners(statements, { issuer, subject })) {
    const query = statements.lockSessionsOfSubject({ user_id, issuer, subject, started_before })
    ids.push(...idsOf((yield* ask(query)).rows))
  }
  return yield* endSessions(statements, ids)
}

/** Whom the identity is or was linked to. In this order: what is unlinked in between is found the second time. */
function* listOwners(statements: Statements, key: IdentityKey): Work<ReadonlySet<string>> {
  const linked = (yield* ask(statements.findAccount(key))).rows
  const former = (yield* ask(statements.listFormerOwners(key))).rows
  return new Set([...linked, ...former].map(({ user_id }) => user_id))
}

function* endSessions(statements: Statements, ids: readonly string[]): Work<readonly string[]> {
  for (let start = 0; start < ids.length; start += MOST_AT_ONCE) {
    yield* ask(statements.deleteSessions(ids.slice(start, start + MOST_AT_ONCE)))
  }
  return ids
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id)
}
