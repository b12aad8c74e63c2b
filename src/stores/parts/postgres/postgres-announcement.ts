// What tells the servers that listen (postgres-channel.ts), with the commit of the transaction around it.
import type { Query } from '../sql/query.ts'

export const POSTGRES_CHANNEL = 'latchkey_sessions'
/** Its answer is void, which some drivers cannot read. */
export const NOTIFY_SQL: string = `select pg_notify('${POSTGRES_CHANNEL}', $1)::text`

export function postgresAnnouncement(message: string): Query<unknown> {
  return { sql: NOTIFY_SQL, values: [message], orNothing: false }
}
