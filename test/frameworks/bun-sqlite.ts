// The store suite over Bun's SQLite, on Bun. Part of `npm run test:frameworks`.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { bunSqlite } from '../../src/stores/bun-sqlite.ts'
import { memory } from '../../src/stores/memory.ts'
import { storeContract } from '../../src/testing/contract/store-contract.ts'
import { bunBinary } from '../contract/adapter-hosts/bun.ts'
import { CollectingRunner } from '../support/collecting-runner.ts'

test('bun-sqlite keeps the contract of a store, on a file and on a Database of the application', async () => {
  const cwd = path.join(import.meta.dirname, 'fetch')
  const args = ['--conditions=latchkey-source', 'bun-sqlite.ts']
  const { stdout } = await promisify(execFile)(bunBinary, args, { cwd, maxBuffer: 1 << 24 })
  const { outcomes, refusal } = JSON.parse(stdout)
  assert.deepEqual(CollectingRunner.failures(outcomes), [])
  const registered = new CollectingRunner()
  storeContract({ runner: registered, name: 'any', create: () => ({ store: memory() }) })
  assert.equal(outcomes.length, 2 * registered.count, 'no test is left out')
  assert.match(refusal, /Foreign keys are off .* pragma foreign_keys = on/)
})

test('elsewhere it says that it needs Bun', async () => {
  await assert.rejects(bunSqlite('app.db').migrate(), {
    code: 'store_unavailable',
    message: /needs Bun 1\.2 or newer/,
  })
  assert.throws(() => bunSqlite(42 as never), { code: 'config_option_invalid', message: /found number/ })
})
