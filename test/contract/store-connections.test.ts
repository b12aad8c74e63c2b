// PostgreSQL with one connection per use, as on Cloudflare Workers, where a connection belongs to the request that opened
// it: no connection listens, and the contract still holds.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import pg from 'pg'
import { postgres } from '../../src/stores/postgres.ts'
import { ownPostgresDatabase, postgresUrl, skipWithout } from '../support/database-servers.ts'
import { describeStore } from './store.ts'

const skip = await skipWithout(postgresUrl)

describeStore(
  'postgres with a connection for each use',
  async () => {
    const { url, drop } = await ownPostgresDatabase()
    return { store: postgres(url, { connections: 'per-use' }), remove: drop }
  },
  { skip, facets: ['sessions', 'marks'] },
)

describe('connections', { skip }, () => {
  for (const connections of ['per-use', 'kept'] as const) {
    test(`NS10 ${connections}: ${connections === 'kept' ? 'some stay open' : 'none outlives its use'}`, async () => {
      const { url, drop } = await ownPostgresDatabase()
      const store = postgres(url, { connections })
      const watcher = new pg.Client(url)
      try {
        await watcher.connect()
        await store.migrate()
        await store.users.find('nobody')
        // The server notices a closed connection a moment later.
        await new Promise((resolve) => setTimeout(resolve, 200))
        const { rows } = await watcher.query(
          `select count(*)::int as open from pg_stat_activity
           where datname = current_database() and application_name like 'latchkey%'`,
        )
        assert.equal(rows[0].open > 0, connections === 'kept')
        assert.equal(store.watch === null, connections === 'per-use')
      } finally {
        await watcher.end()
        await store.close()
        await drop()
      }
    })
  }

  test('another word is refused by name', () => {
    assert.throws(
      () => postgres(postgresUrl, { connections: 'none' as never }),
      /"kept" or "per-use"; found "none"/,
    )
  })
})
