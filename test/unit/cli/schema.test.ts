// `latchkey schema`: the tables in the languages of other tools, and tables that another tool has created from them.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { schema } from '../../../src/cli/schema.ts'
import { MIGRATIONS } from '../../../src/stores/parts/migrations/list.ts'
import { storeFromUrl } from '../../../src/stores/parts/store-from-url.ts'
import {
  mysqlUrl,
  ownMysqlDatabase,
  ownPostgresDatabase,
  ownSqliteFile,
  postgresUrl,
  runSql,
  skipWithout,
} from '../../support/database-servers.ts'

async function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const [written, complained]: string[][] = [[], []]
  const code = await schema(args, {
    environment,
    write: (text) => written?.push(text),
    complain: (text) => complained?.push(text),
  })
  return { code, written: written?.join('\n') ?? '', complained: complained?.join('\n') ?? '' }
}

describe('latchkey schema', () => {
  test('prints SQL for the database that DATABASE_URL names, or for the dialect that is asked for', async () => {
    const urls = {
      'postgres://db/app': /collate "C"/,
      'neon://db/app': /collate "C"/,
      'mysql://db/app': /varbinary/,
      'libsql://db': /strict/,
    }
    for (const [DATABASE_URL, sign] of Object.entries(urls)) {
      assert.match((await run([], { DATABASE_URL })).written, sign)
    }
    assert.match((await run([])).written, /strict/)
    assert.match(
      (await run(['--dialect', 'mysql'], { DATABASE_URL: 'postgres://db/app' })).written,
      /varbinary/,
    )
  })

  test('prints a module for Drizzle and models for Prisma, in a schema of its own too', async () => {
    const DATABASE_SCHEMA = 'signin'
    const drizzle = await run(['--drizzle', '--dialect', 'postgres'], { DATABASE_SCHEMA })
    assert.match(drizzle.written, /pgSchema\("signin"\)/)
    assert.match(drizzle.written, /export const latchkeyUsers = latchkeySchema\.table\(/)
    const prisma = await run(['--prisma', '--dialect', 'postgres'], { DATABASE_SCHEMA })
    assert.match(prisma.written, /model LatchkeyUsers \{/)
    assert.match(prisma.written, /@@schema\("signin"\)/)
    assert.match(prisma.written, /alter table "signin"\."latchkey_users"/)
  })

  test('wrong calls are answered with what is wrong, an unknown dialect or database by name', async () => {
    for (const args of [['--oracle'], ['--drizzle', '--prisma'], ['more']]) {
      const { code, written, complained } = await run(args)
      assert.deepEqual({ code, written }, { code: 2, written: '' })
      assert.match(complained, /^latchkey schema: .+\nUsage: latchkey schema /)
    }
    const unknownDatabase = await run([], { DATABASE_URL: 'oracle://db/app' })
    assert.equal(unknownDatabase.code, 2)
    assert.match(unknownDatabase.complained, /^config_option_invalid: DATABASE_URL/)
    assert.match((await run([], { DATABASE_URL: 'memory:' })).written, /create table/i)
    const unknown = await run(['--dialect', 'oracle'])
    assert.equal(unknown.code, 2)
    assert.match(unknown.complained, /sqlite, postgres or mysql; found "oracle"/)
  })
})

const engines = [
  { name: 'sqlite', own: ownSqliteFile, skip: false },
  { name: 'postgres', own: ownPostgresDatabase, skip: await skipWithout(postgresUrl) },
  { name: 'mysql', own: ownMysqlDatabase, skip: await skipWithout(mysqlUrl) },
] as const

for (const { name, own, skip } of engines) {
  test(`tables on ${name} that another tool has made of it are its own`, { skip }, async (t) => {
    const { url, drop } = await own()
    const store = await storeFromUrl(url)
    t.after(async () => {
      await store.close()
      await drop()
    })
    const names = MIGRATIONS.map((migration) => migration.name)
    assert.deepEqual(await store.pendingMigrations(), names)
    await runSql(url, (await run(['--dialect', name])).written)
    assert.deepEqual(await store.pendingMigrations(), [])
    assert.deepEqual(await store.migrate(), [])
    assert.equal(await store.users.find('nobody'), null)
    // If the other tool has not yet made the change of a Latchkey upgrade, Latchkey does not make it either.
    await runSql(url, 'alter table latchkey_sessions drop column details')
    assert.deepEqual(await store.pendingMigrations(), ['0004-session-details'])
    await assert.rejects(store.migrate(), {
      code: 'store_unavailable',
      message: /made by another tool.*0004/,
    })
  })
}
