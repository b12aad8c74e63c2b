// The contract of a store, over a MySQL or MariaDB server.
import { mysql } from '../../src/stores/mysql.ts'
import { mysqlUrl, ownMysqlDatabase, skipWithout } from '../support/database-servers.ts'
import { describeStore } from './store.ts'

describeStore(
  'mysql',
  async () => {
    const { url, drop } = await ownMysqlDatabase()
    return { store: mysql(url), remove: drop }
  },
  { skip: await skipWithout(mysqlUrl) },
)
