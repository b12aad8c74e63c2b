// The store suite on Bun, over its own SQLite: a file, and a Database opened by the application. Prints each test's result.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BunDatabase, bunSqlite } from 'latchkey/stores/bun-sqlite'
import type { Store } from '../../../src/contracts/store.ts'
import { storeContract } from '../../../src/testing/contract/store-contract.ts'
import { CollectingRunner } from '../../support/collecting-runner.ts'

const { Database }: { Database: new (file: string) => BunDatabase } = await import('bun:sqlite' as string)
const folder = mkdtempSync(join(tmpdir(), 'latchkey-bun-'))
const own = new Database(join(folder, 'own.db'))
own.exec('pragma foreign_keys = on')

const stores: Readonly<Record<string, Store>> = {
  'bun-sqlite': bunSqlite(join(folder, 'app.db')),
  'bun-sqlite on the application’s Database': bunSqlite(own),
}
const runner = new CollectingRunner()
for (const [name, store] of Object.entries(stores)) storeContract({ runner, name, create: () => ({ store }) })
const outcomes = await runner.run()
// A closed store leaves the application's database open.
own.exec('select 1')

// Bun opens databases without foreign keys; the store refuses them and names the remedy.
const without = bunSqlite(new Database(':memory:'))
const refusal = await without.migrate().then(
  () => '',
  (error: Error) => error.message,
)
rmSync(folder, { recursive: true })
console.log(JSON.stringify({ outcomes, refusal }))
