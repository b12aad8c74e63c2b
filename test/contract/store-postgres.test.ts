// The contract of a store, over a PostgreSQL server.
import { postgres } from '../../src/stores/postgres.ts'
import { ownPostgresDatabase, postgresUrl, skipWithout } from '../support/database-servers.ts'
import { describeStore } from './store.ts'

describeStore(
  'postgres',
  async () => {
    const { url, drop } = await ownPostgresDatabase()
    return { store: postgres(url), remove: drop }
  },
  { skip: await skipWithout(postgresUrl) },
)
