// The contract of a store, over a PostgreSQL server, with and without NOTIFY.
import { postgres } from '../../src/stores/postgres.ts'
import { ownPostgresDatabase, postgresUrl, skipWithout } from '../support/database-servers.ts'
import { describeStore } from './store.ts'

const skip = await skipWithout(postgresUrl)

for (const [name, options] of Object.entries({
  postgres: {},
  'postgres without NOTIFY': { notify: false },
})) {
  describeStore(
    name,
    async () => {
      const { url, drop } = await ownPostgresDatabase()
      return { store: postgres(url, options), remove: drop }
    },
    { skip },
  )
}
