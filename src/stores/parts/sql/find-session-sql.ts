// The session check's query: a session with its user, by the session's id. Written by hand, so that checking a session never
// loads Kysely; the columns come from the same lists as in all other queries.
import type { SqlTraits } from './database.ts'
import { qualifiedName } from './qualified-name.ts'
import type { SqlValue } from './query.ts'
import type { StoredSessionRow } from './rows.ts'
import { SESSION_COLUMNS, USER_COLUMNS } from './tables.ts'

/** Takes the session's id; returns a `StoredSessionRow`. */
export function findSessionSql(traits: Pick<SqlTraits, 'firstPlaceholder' | 'schema'>): string {
  const columns = [
    ...SESSION_COLUMNS.map((name) => `s.${name}`),
    ...USER_COLUMNS.map((name) => `u.${name} as of_user_${name}`),
  ]
  return [
    `select ${columns.join(', ')}`,
    `from ${qualifiedName(traits, 'latchkey_sessions')} s`,
    `join ${qualifiedName(traits, 'latchkey_users')} u on u.id = s.user_id`,
    `where s.id = ${traits.firstPlaceholder}`,
  ].join(' ')
}

/**
 * Makes a row from the values, which are in the order of the query. Written out, so that the JavaScript engine uses one object
 * shape for all rows; a test compares the order with the lists of columns.
 */
export function toStoredSessionRow(values: readonly SqlValue[]): StoredSessionRow {
  const [
    id,
    secret_hash,
    user_id,
    provider,
    issuer,
    subject,
    provider_session_id,
    created_at,
    authenticated_at,
    last_seen_at,
    expires_at,
    ends_at,
    acr,
    sealed_id_token,
    user_agent,
    client_address,
    details,
    of_user_id,
    of_user_email,
    of_user_email_verified,
    of_user_name,
    of_user_picture,
    of_user_created_at,
    of_user_fields,
  ] = values
  const row: Readonly<Record<keyof StoredSessionRow, SqlValue | undefined>> = {
    id,
    secret_hash,
    user_id,
    provider,
    issuer,
    subject,
    provider_session_id,
    created_at,
    authenticated_at,
    last_seen_at,
    expires_at,
    ends_at,
    acr,
    sealed_id_token,
    user_agent,
    client_address,
    details,
    of_user_id,
    of_user_email,
    of_user_email_verified,
    of_user_name,
    of_user_picture,
    of_user_created_at,
    of_user_fields,
  }
  // The schema enforces the types of the columns.
  return row as StoredSessionRow
}
