// The contract of a store, on an application's own Kysely: its pool is used, and no second one is opened. For SQLite's
// dialect, see test/frameworks/orms.ts.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { CamelCasePlugin, Kysely, MysqlDialect, PostgresDialect } from 'kysely'
import { createPool } from 'mysql2'
import pg from 'pg'
import { kysely } from '../../src/stores/kysely.ts'
import {
  mysqlUrl,
  ownMysqlDatabase,
  ownPostgresDatabase,
  postgresUrl,
  skipWithout,
} from '../support/database-servers.ts'
import { describeStore } from './store.ts'

const skipPostgres = await skipWithout(postgresUrl)
const skipMysql = await skipWithout(mysqlUrl)

async function onPostgres() {
  const { url, drop } = await ownPostgresDatabase()
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // The application's plugins rename its own columns; Latchkey's columns keep their names.
  const db = new Kysely({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] })
  const remove = async (): Promise<void> => {
    await db.destroy()
    await drop()
  }
  return { db, pool, remove }
}

describeStore(
  'kysely on postgres',
  async () => {
    const { db, remove } = await onPostgres()
    return { store: kysely(db, { dialect: 'postgres' }), remove }
  },
  { skip: skipPostgres },
)

describeStore(
  'kysely on mysql',
  async () => {
    const { url, drop } = await ownMysqlDatabase()
    const db = new Kysely({ dialect: new MysqlDialect({ pool: createPool(url) }) })
    const remove = async (): Promise<void> => {
      await db.destroy()
      await drop()
    }
    return { store: kysely(db, { dialect: 'mysql' }), remove }
  },
  { skip: skipMysql },
)

describe('kysely', { skip: skipPostgres }, () => {
  test('the application’s pool serves the store, stays open, and is the only one', async () => {
    const { db, pool, remove } = await onPostgres()
    const store = kysely(db, { dialect: 'postgres', schema: 'signin' })
    try {
      await store.migrate()
      await store.users.find('nobody')
      const { rows } = await pool.query<{ open: number }>(
        `select count(*)::int as open from pg_stat_activity where datname = current_database()`,
      )
      assert.equal(rows[0]?.open, pool.totalCount)
      await store.close()
      await assert.rejects(store.users.find('nobody'), { code: 'store_unavailable' })
      assert.equal((await pool.query('select 1')).rowCount, 1)
    } finally {
      await remove()
    }
  })
})

test('what is no Kysely, an unknown dialect and a schema elsewhere are refused by name', () => {
  const db = new Kysely({ dialect: new PostgresDialect({ pool: async () => Promise.reject(new Error()) }) })
  const refused = (message: RegExp) => ({ code: 'config_option_invalid', message })
  assert.throws(() => kysely({} as never, { dialect: 'postgres' }), refused(/an instance of Kysely/))
  assert.throws(() => kysely(db, { dialect: 'oracle' as never }), refused(/"mysql"; found "oracle"/))
  assert.throws(() => kysely(db, { dialect: 'mysql', schema: 'app' }), refused(/PostgreSQL only/))
  assert.throws(() => kysely(db, { dialect: 'postgres', schema: '' }), refused(/kysely\(\{ schema \}\)/))
})
