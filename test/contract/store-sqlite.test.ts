// The contract of a store, over SQLite in a file, in memory, and on the application's own open database.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { sqlite } from '../../src/stores/sqlite.ts'
import { describeStore } from './store.ts'

describeStore('sqlite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-store-'))
  return {
    store: sqlite(join(folder, 'made at first use', 'app.db')),
    remove: () => rm(folder, { recursive: true }),
  }
})

describeStore('sqlite in memory', async () => ({ store: sqlite(':memory:'), remove: async () => {} }))

describeStore('sqlite on the application’s handle', async () => {
  const handle = new DatabaseSync(':memory:')
  return {
    store: sqlite(handle),
    remove() {
      assert.ok(handle.isOpen, 'it stays open when the store is closed')
      handle.close()
    },
  }
})

test('a handle without foreign keys is refused with the remedy, and used once they are on', async () => {
  const handle = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false })
  const store = sqlite(handle)
  const refusal = { code: 'store_unavailable', message: /Foreign keys are off .* pragma foreign_keys = on/ }
  await assert.rejects(store.migrate(), refusal)
  handle.exec('pragma foreign_keys = on')
  assert.ok((await store.migrate()).length > 0)
  handle.close()
})

test('the application’s own open transaction is not joined', async () => {
  const handle = new DatabaseSync(':memory:')
  const store = sqlite(handle)
  await store.migrate()
  handle.exec('begin')
  await assert.rejects(store.users.delete('nobody'), { code: 'store_unavailable' })
  handle.exec('commit')
  assert.deepEqual(await store.users.delete('nobody'), [])
  handle.close()
})

test('what is neither a file nor a handle is refused by name', () => {
  for (const wrong of [42, '', {}, null, undefined]) {
    assert.throws(() => sqlite(wrong as never), {
      code: 'config_option_invalid',
      message: /a file, or a Database/,
    })
  }
})
