// How an administrator can disturb the application's servers, in each database's own commands.
import { administerMysql } from './own-mariadb.ts'
import { administer } from './own-postgres.ts'

export interface Disturbance {
  /** Ends every connection to this database except its own. */
  readonly endConnections: (url: string) => Promise<void>
  /** While the work runs, no other connection can read the table of users. */
  readonly whileUsersAreLocked: (url: string, work: () => Promise<void>) => Promise<void>
}

export const disturbances: Readonly<Record<'postgres' | 'mysql', Disturbance>> = {
  postgres: {
    endConnections: (url) =>
      administer(url, async (client) => {
        await client.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        )
      }),
    whileUsersAreLocked: (url, work) =>
      administer(url, async (client) => {
        await client.query('begin; lock table latchkey_users in access exclusive mode')
        await work().finally(() => client.query('rollback'))
      }),
  },
  mysql: {
    endConnections: (url) =>
      administerMysql(url, async (query) => {
        const others = await query(
          'select id from information_schema.processlist where db = database() and id <> connection_id()',
        )
        // A connection may have ended in the meantime.
        for (const { id } of others) await query(`kill ${id}`).catch(() => undefined)
      }),
    whileUsersAreLocked: (url, work) =>
      administerMysql(url, async (query) => {
        await query('lock tables latchkey_users write')
        await work().finally(() => query('unlock tables'))
      }),
  },
}
