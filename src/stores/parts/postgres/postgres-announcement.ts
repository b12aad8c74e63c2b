// Notifies the listening servers (postgres-channel.ts) when the surrounding transaction commits.
import type { Query } from '../sql/query.ts'

export const POSTGRES_CHANNEL = 'latchkey_sessions'
/** Cast to text, since some drivers cannot read the type void. */
export const NOTIFY_SQL: string = `select pg_notify('${POSTGRES_CHANNEL}', $1)::text`

export function postgresAnnouncement(message: string): Query<unknown> {
  return { sql: NOTIFY_SQL, values: [message], orNothing: false }
}
