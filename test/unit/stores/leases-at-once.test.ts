// Many requests for one lease at the same moment, at MySQL's default isolation level. There, a transaction that looks for a
// missing row blocks others from inserting it; the store must cause no such conflict.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { MysqlEngine } from '../../../src/stores/parts/mysql/mysql-engine.ts'
import { PostgresEngine } from '../../../src/stores/parts/postgres/postgres-engine.ts'
import {
  type NetworkConnection,
  NetworkDatabase,
  type NetworkEngine,
} from '../../../src/stores/parts/sql/network-database.ts'
import { sqlStore } from '../../../src/stores/parts/sql/sql-store.ts'
import {
  mysqlUrl,
  ownMysqlDatabase,
  ownPostgresDatabase,
  postgresUrl,
  skipWithout,
} from '../../support/database-servers.ts'

const ROUNDS = 20
const MANY = 50

const kinds = [
  {
    name: 'mysql',
    skip: await skipWithout(mysqlUrl),
    own: ownMysqlDatabase,
    make: (url: string) => new MysqlEngine(url),
  },
  {
    name: 'postgres',
    skip: await skipWithout(postgresUrl),
    own: ownPostgresDatabase,
    make: (url: string) => new PostgresEngine(url, { notify: false }),
  },
]

for (const { name, skip, own, make } of kinds) {
  describe(`leases on ${name} at its own level of isolation`, { skip }, () => {
    test('of many who come at once one gets it, and none meets a conflict', async (t) => {
      const { url, drop } = await own()
      const { engine, conflicts } = countingConflicts(make(url))
      const store = sqlStore(new NetworkDatabase(engine))
      t.after(async () => {
        await store.close()
        await drop()
      })
      await store.migrate()
      const now = Date.now()
      for (let round = 0; round < ROUNDS; round++) {
        // A free lease is created, an expired one is taken over.
        const times = { now: now + 1_000 * round, expiresAt: now + 1_000 * round + 500 }
        const key = `lease-${round % 2}`
        const leases = await Promise.all(
          Array.from({ length: MANY }, (_, index) => store.tokens.acquireLease(key, `owner-${index}`, times)),
        )
        assert.equal(leases.filter(Boolean).length, 1)
      }
      assert.equal(conflicts(), 0)
    })
  })
}

/** The same engine, counting conflicts. */
function countingConflicts(engine: NetworkEngine): { engine: NetworkEngine; conflicts: () => number } {
  let count = 0
  const counting = (connection: NetworkConnection): NetworkConnection => ({
    command: (sql) => connection.command(sql),
    release: (isUsable) => connection.release(isUsable),
    async run(query) {
      try {
        return await connection.run(query)
      } catch (error) {
        if (engine.classify(error).kind === 'conflict') count++
        throw error
      }
    },
  })
  return {
    conflicts: () => count,
    engine: {
      traits: engine.traits,
      begin: ['start transaction'],
      connect: async () => counting(await engine.connect()),
      openMigrator: () => engine.openMigrator(),
      close: () => engine.close(),
      classify: (error) => engine.classify(error),
    },
  }
}
