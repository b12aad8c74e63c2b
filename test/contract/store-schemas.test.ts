// Several applications in one PostgreSQL database, each with its own schema: by option, or by the search path.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Store } from '../../src/contracts/store.ts'
import { isSqlStore } from '../../src/stores/parts/sql/sql-store.ts'
import { postgres } from '../../src/stores/postgres.ts'
import { newAccount, newUser, signIn } from '../../src/testing/contract/store/records.ts'
import { ownPostgresDatabase, postgresUrl, runSql, skipWithout } from '../support/database-servers.ts'
import { describeStore } from './store.ts'

const skip = await skipWithout(postgresUrl)

const searching = (url: string, path: string): string =>
  `${url}?options=${encodeURIComponent(`-c search_path=${path}`)}`

describeStore(
  'postgres in a schema of its own',
  async () => {
    const { url, drop } = await ownPostgresDatabase()
    return { store: postgres(url, { schema: 'Odd "schema"' }), remove: drop }
  },
  { skip },
)

describe('one schema for each application', { skip }, () => {
  async function withStores(
    open: (url: string) => readonly Store[],
    use: (stores: readonly Store[]) => Promise<void>,
  ) {
    const { url, drop } = await ownPostgresDatabase()
    await runSql(url, 'create schema one; create schema two')
    const stores = open(url)
    try {
      await use(stores)
    } finally {
      for (const store of stores) await store.close()
      await drop()
    }
  }

  const ways: Readonly<Record<string, (url: string) => readonly Store[]>> = {
    'the option': (url) => [postgres(url, { schema: 'one' }), postgres(url, { schema: 'two' })],
    'the search path': (url) => [postgres(searching(url, 'one')), postgres(searching(url, 'two,one'))],
    'the default beside the option': (url) => [postgres(url), postgres(url, { schema: 'two' })],
  }
  for (const [way, open] of Object.entries(ways)) {
    test(`NS4 by ${way}, each migrates by itself and sees its own people only`, async () => {
      await withStores(open, async ([one, two]) => {
        assert.ok(one && two)
        const all = await one.migrate()
        assert.ok(all.length > 0)
        assert.deepEqual(await two.pendingMigrations(), all)
        assert.deepEqual(await two.migrate(), all)
        assert.deepEqual(await two.pendingMigrations(), [])
        const { user, session } = await signIn(one)
        assert.deepEqual((await one.sessions.find(session.id))?.user, user)
        assert.equal(await two.sessions.find(session.id), null)
        assert.equal(await two.users.find(user.id), null)
        const same = newUser({ id: user.id })
        assert.equal((await two.users.create(same, newAccount(user.id))).created, true)
        assert.equal(await two.users.hasAccountWithIssuerPrefix('https://accounts.'), true)
        assert.deepEqual(await one.users.find(user.id), user)
      })
    })
  }

  test('NS4 the newest migration is taken back in its own schema only', async () => {
    await withStores(ways['the option'] ?? (() => []), async ([one, two]) => {
      assert.ok(one && two && isSqlStore(one))
      await one.migrate()
      await two.migrate()
      const [newest] = await one.revertMigration()
      assert.deepEqual(await one.pendingMigrations(), [newest])
      assert.deepEqual(await two.pendingMigrations(), [])
    })
  })

  test('a schema without a name is refused, and the error says what was found', () => {
    for (const schema of ['', 'x'.repeat(64)]) {
      assert.throws(() => postgres(postgresUrl, { schema }), {
        code: 'config_option_invalid',
        detail: /found "/,
      })
    }
  })
})
