// The contract of a store, over SQLite in a file and in memory.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
