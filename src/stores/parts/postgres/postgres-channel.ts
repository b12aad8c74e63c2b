// LISTEN and NOTIFY (https://www.postgresql.org/docs/current/sql-notify.html): sent at commit, received in commit order.
// The listener has its own connection: in the pool, another caller would get it. A transaction pooler in between would drop
// the notifications; the heartbeat would then not come back, and no session would be remembered.
import type { Client, ClientConfig } from 'pg'
import type { ChannelListener, OpenChannel } from '../heartbeat-watch.ts'
import { loadPg } from './load-pg.ts'
import { NOTIFY_SQL, POSTGRES_CHANNEL } from './postgres-announcement.ts'

const ANSWER_MILLISECONDS = 2_000

export async function openPostgresChannel(
  config: ClientConfig,
  { heard, lost }: ChannelListener,
): Promise<OpenChannel> {
  const pg = await loadPg()
  const client = new pg.Client({
    ...config,
    application_name: 'latchkey-listener',
    query_timeout: ANSWER_MILLISECONDS,
  })
  client.on('notification', ({ payload = '' }) => heard(payload))
  client.on('error', lost)
  client.on('end', lost)
  try {
    await client.connect()
    await client.query(`listen ${POSTGRES_CHANNEL}`)
  } catch (error) {
    leave(client)
    throw error
  }
  return {
    async send(message) {
      await client.query(NOTIFY_SQL, [message])
    },
    async close() {
      leave(client)
    },
  }
}

/** Does not wait: a server behind a network partition never confirms. */
function leave(client: Client): void {
  client.removeAllListeners('end')
  client.end().catch(() => undefined)
}
