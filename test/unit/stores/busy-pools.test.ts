// All connections of a pool are in use: a request waits for a limited time and is refused with a reason; later requests succeed.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createPool } from 'mysql2'
import pg from 'pg'
import type { Store } from '../../../src/contracts/store.ts'
import { mysql } from '../../../src/stores/mysql.ts'
import { postgres } from '../../../src/stores/postgres.ts'
import { newHandle } from '../../../src/testing/contract/store/records.ts'
import {
  mysqlUrl,
  ownMysqlDatabase,
  ownPostgresDatabase,
  postgresUrl,
  skipWithout,
} from '../../support/database-servers.ts'

interface BusyStore {
  readonly store: Store
  /** Takes the only connection. Returns a function that gives it back. */
  readonly takeAll: () => Promise<() => void>
  readonly end: () => Promise<unknown>
}

const kinds = [
  {
    name: 'postgres',
    skip: await skipWithout(postgresUrl),
    own: ownPostgresDatabase,
    make(url: string): BusyStore {
      const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 5_000 })
      const takeAll = async () => {
        const client = await pool.connect()
        return () => client.release()
      }
      return { store: postgres(pool, { notify: false }), takeAll, end: () => pool.end() }
    },
  },
  {
    name: 'mysql',
    skip: await skipWithout(mysqlUrl),
    own: ownMysqlDatabase,
    make(url: string): BusyStore {
      const pool = createPool({ uri: url, connectionLimit: 1 })
      const takeAll = async () => {
        const connection = await pool.promise().getConnection()
        return () => connection.release()
      }
      return { store: mysql(pool), takeAll, end: () => pool.promise().end() }
    },
  },
]

describe('a pool without a free connection', { concurrency: true }, () => {
  for (const { name, skip, own, make } of kinds) {
    test(`of ${name} makes nobody wait for ever, and goes on with the next free one`, { skip }, async (t) => {
      const { url, drop } = await own()
      const { store, takeAll, end } = make(url)
      t.after(async () => {
        await store.close()
        await end()
        await drop()
      })
      await store.migrate()
      const giveBack = await takeAll()
      try {
        await assert.rejects(async () => store.sessions.find(newHandle()), { code: 'store_unavailable' })
      } finally {
        giveBack()
      }
      // The connection that arrived too late for the refused request went back to the pool.
      for (let asked = 0; asked < 3; asked++) assert.equal(await store.sessions.find(newHandle()), null)
    })
  }
})
