// The current version on the next version's schema, as during a rolling update or after rolling back only the program: the
// whole store contract holds, and a store that was in use during the schema change keeps working.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { SessionRecord } from '../../src/contracts/session.ts'
import { isSqlStore, type SqlStore } from '../../src/stores/parts/sql/sql-store.ts'
import { storeFromUrl } from '../../src/stores/parts/store-from-url.ts'
import { signIn } from '../../src/testing/contract/store/records.ts'
import {
  mysqlUrl,
  ownMysqlDatabase,
  ownPostgresDatabase,
  ownSqliteFile,
  postgresUrl,
  skipWithout,
} from '../support/database-servers.ts'
import { migrateWithNextVersion, nextMigration } from '../support/next-version.ts'
import { describeStore } from './store.ts'

const engines = [
  { name: 'sqlite', own: ownSqliteFile, skip: false },
  { name: 'postgres', own: ownPostgresDatabase, skip: await skipWithout(postgresUrl) },
  { name: 'mysql', own: ownMysqlDatabase, skip: await skipWithout(mysqlUrl) },
] as const

for (const { name, own, skip } of engines) {
  describeStore(
    `${name} with the schema of the next version`,
    async () => {
      const { url, drop } = await own()
      await migrateWithNextVersion(url)
      return { store: await storeFromUrl(url), remove: drop }
    },
    { skip },
  )

  describe(`a ${name} store in use`, { skip }, () => {
    test('works on while the next version changes the schema, and changes it back', async (t) => {
      const { store, url } = await openStore(t)
      await store.migrate()
      const { session: before } = await signIn(store)
      await migrateWithNextVersion(url)
      const { session: between } = await signIn(store)
      await assertAreSignedIn(store, [before, between])
      assert.deepEqual(await store.pendingMigrations(), [])
      assert.deepEqual(await store.migrate(), [])
      assert.match(await migrateWithNextVersion(url, '--down'), new RegExp(`Took back ${nextMigration}`))
      const { session: after } = await signIn(store)
      await assertAreSignedIn(store, [before, between, after])
      assert.equal(await store.sessions.delete(between.id), true)
      assert.deepEqual(await store.users.delete(before.userId), [before.id])
    })

    test('takes back no migration that it does not know', async (t) => {
      const { store, url } = await openStore(t)
      await migrateWithNextVersion(url)
      const { session } = await signIn(store)
      await assert.rejects(store.revertMigration(), { code: 'store_unavailable' })
      await assertAreSignedIn(store, [session])
      assert.match(await migrateWithNextVersion(url, '--status'), /up to date/)
    })
  })

  async function openStore(t: { after: (clean: () => Promise<void>) => void }) {
    const { url, drop } = await own()
    const store = await storeFromUrl(url)
    assert.ok(isSqlStore(store))
    t.after(async () => {
      await store.close()
      await drop()
    })
    return { store, url }
  }
}

async function assertAreSignedIn(store: SqlStore, sessions: readonly SessionRecord[]): Promise<void> {
  for (const session of sessions) {
    assert.deepEqual((await store.sessions.find(session.id))?.session, session)
    assert.equal((await store.users.find(session.userId))?.id, session.userId)
    assert.ok((await store.sessions.list(session.userId, session.createdAt)).length > 0)
  }
}
