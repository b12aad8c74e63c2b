// DATABASE_URL to store.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memory } from '../../../../src/stores/memory.ts'
import { storeFromUrl } from '../../../../src/stores/parts/store-from-url.ts'
import { redis } from '../../../../src/stores/redis.ts'

const known: Readonly<Record<string, string>> = {
  'sqlite:app.db': 'sqlite',
  'sqlite:/var/lib/app.db': 'sqlite',
  'SQLite::memory:': 'sqlite',
  'memory:': 'memory',
  'postgres://somebody:secret@db.example.com/app': 'postgres',
  'postgresql://db.example.com/app?sslmode=require': 'postgres',
  'mysql://somebody:secret@db.example.com/app': 'mysql',
  'mariadb://db.example.com/app': 'mysql',
  'libsql://app.example.com?authToken=secret': 'libsql',
  'neon://somebody:secret@db.example.com/app': 'neon',
  'bun-sqlite:app.db': 'sqlite',
}
for (const [url, name] of Object.entries(known)) {
  test(`${url} is a ${name} store, and nothing is opened`, async () => {
    const store = await storeFromUrl(url)
    assert.equal(store.name, name)
    await store.close()
  })
}

for (const url of [
  '',
  'app.db',
  'sqlite:',
  'oracle://somebody:secret@db.example.com/app',
  ':memory:',
  'C:\\app.db',
]) {
  test(`"${url}" is refused without repeating it`, async () => {
    await assert.rejects(storeFromUrl(url), (error: Error) => {
      assert.match(error.message, /^config_option_invalid: The database URL must be sqlite:FILE/)
      assert.doesNotMatch(error.message, /secret/)
      return true
    })
  })
}

test('what only one kind of database has is refused elsewhere', async () => {
  const refused = { code: 'config_option_invalid' }
  await (await storeFromUrl('neon://db.example.com/app', { schema: 'app' })).close()
  await assert.rejects(storeFromUrl('libsql://app.example.com', { schema: 'app' }), refused)
  await (await storeFromUrl('libsql://app.example.com', { authToken: 'secret' })).close()
  await assert.rejects(storeFromUrl('postgres://db.example.com/app', { authToken: 'secret' }), refused)
})

test('Redis is known by redis:// and rediss://, and nothing is opened', async () => {
  for (const url of ['redis://cache.example.com', 'rediss://somebody:secret@cache.example.com:6380/1']) {
    await redis(url, { behind: memory() }).close()
  }
  for (const url of ['', 'cache.example.com', 'http://somebody:secret@cache.example.com']) {
    assert.throws(
      () => redis(url, { behind: memory() }),
      (error: Error) =>
        error.message.startsWith('config_option_invalid') && !error.message.includes('secret'),
    )
  }
})
