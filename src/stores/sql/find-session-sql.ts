// The session check's query: a session beside its user, by one key. By hand, so that checking a session never loads
// Kysely; each row's columns come from the same lists as everything else.
import type { SqlTraits } from './database.ts'
import { SESSION_COLUMNS, USER_COLUMNS } from './tables.ts'

/** Takes the session's id; answers `StoredSessionRow`. */
export function findSessionSql({ firstPlaceholder }: Pick<SqlTraits, 'firstPlaceholder'>): string {
  const columns = [
    ...SESSION_COLUMNS.map((name) => `s.${name}`),
    ...USER_COLUMNS.map((name) => `u.${name} as of_user_${name}`),
  ]
  return [
    `select ${columns.join(', ')}`,
    'from latchkey_sessions s join latchkey_users u on u.id = s.user_id',
    `where s.id = ${firstPlaceholder}`,
  ].join(' ')
}
