// Migrations on every SQL database: forward, back and forward again, by many servers at once, and as plain SQL.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { MIGRATIONS } from '../../../src/stores/parts/migrations/list.ts'
import { isSqlStore, type SqlStore } from '../../../src/stores/parts/sql/sql-store.ts'
import { storeFromUrl } from '../../../src/stores/parts/store-from-url.ts'
import { newAccount, newUser } from '../../../src/testing/contract/store/records.ts'
import {
  mysqlUrl,
  ownMysqlDatabase,
  ownPostgresDatabase,
  ownSqliteFile,
  postgresUrl,
  runSql,
  skipWithout,
} from '../../support/database-servers.ts'

const names = MIGRATIONS.map(({ name }) => name)
const engines = [
  { name: 'sqlite', own: ownSqliteFile, skip: false },
  { name: 'postgres', own: ownPostgresDatabase, skip: await skipWithout(postgresUrl) },
  { name: 'mysql', own: ownMysqlDatabase, skip: await skipWithout(mysqlUrl) },
] as const

test('migrations are numbered without gaps and sorted by name', () => {
  assert.deepEqual(names, [...names].sort())
  assert.deepEqual(
    names.map((name) => Number(name.slice(0, 4))),
    names.map((_, index) => index + 1),
  )
})

for (const { name, own, skip } of engines) {
  describe(`migrations on ${name}`, { skip }, () => {
    test('go forward, back one at a time, and forward again', async (t) => {
      const { url, drop } = await own()
      t.after(drop)
      const store = await sqlStore(url)
      assert.deepEqual(await store.pendingMigrations(), names)
      for (let round = 0; round < 2; round++) {
        assert.deepEqual(await store.migrate(), names)
        assert.deepEqual(await store.migrate(), [])
        await assertWorks(store)
        for (const newest of names.toReversed()) assert.deepEqual(await store.revertMigration(), [newest])
        assert.deepEqual(await store.revertMigration(), [])
        assert.deepEqual(await store.pendingMigrations(), names)
      }
      await store.close()
    })

    test('ten servers that start at once apply them once', async (t) => {
      const { url, drop } = await own()
      t.after(drop)
      const stores = await Promise.all(
        Array.from({ length: name === 'sqlite' ? 1 : 10 }, () => sqlStore(url)),
      )
      const applied = await Promise.all(stores.map((store) => store.migrate()))
      assert.deepEqual(applied.flat(), names)
      for (const store of stores) assert.deepEqual(await store.pendingMigrations(), [])
      await Promise.all(stores.map((store) => store.close()))
    })

    // PostgreSQL runs a migration in one transaction, so it cannot be half done.
    test('that were cut short are run again', { skip: name === 'postgres' }, async (t) => {
      const { url, drop } = await own()
      t.after(drop)
      const store = await sqlStore(url)
      const [head = '', first = ''] = (await store.printMigrations(new Date())).split(/^-- .*$/m)
      const statements = first.split(';\n')
      const beforeItWasNoted = statements.findIndex((statement) => statement.includes('insert into'))
      await runSql(url, head + statements.slice(0, beforeItWasNoted - 1).join(';\n'))
      assert.deepEqual(await store.pendingMigrations(), names)
      assert.deepEqual(await store.migrate(), names)
      await assertWorks(store)
      await store.close()
    })

    test('as plain SQL do the same, and are then known as applied', async (t) => {
      const { url, drop } = await own()
      t.after(drop)
      const store = await sqlStore(url)
      const text = await store.printMigrations(new Date())
      for (const each of names) assert.match(text, new RegExp(`^-- ${each}$`, 'm'))
      await runSql(url, text)
      assert.deepEqual(await store.pendingMigrations(), [])
      await assertWorks(store)
      await store.close()
    })
  })
}

async function sqlStore(url: string): Promise<SqlStore> {
  const store = await storeFromUrl(url)
  assert.ok(isSqlStore(store))
  return store
}

async function assertWorks(store: SqlStore): Promise<void> {
  const user = newUser()
  await store.users.create(user, newAccount(user.id))
  assert.deepEqual(await store.users.find(user.id), user)
}
