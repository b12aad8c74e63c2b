// An application with a remote database writes no file, so it runs on a read-only file system (docs/containers.md).
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { startApplication } from '../support/application.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider } from '../support/provider.ts'

const hasPrlimit = process.platform === 'linux' && spawnSync('prlimit', ['--version']).status === 0

test('without a file of SQLite nothing is written, and nothing has to be', {
  skip: !hasPrlimit && 'prlimit (Linux) is not here',
}, async (t) => {
  const h = await startProvider()
  t.after(() => h.stop())
  const app = await startApplication({ providers: { h }, database: 'memory:' })
  t.after(() => app.stop())
  // From here on, no file can grow; without a handler, the kernel's signal would end the process.
  assert.equal(spawnSync('prlimit', ['--pid', String(app.processId), '--fsize=0:0']).status, 0)
  const browser = app.browser()
  const person = newPerson()
  assert.equal((await signIn(browser, app, 'h', { at: h, as: person })).status, 200)
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
  assert.deepEqual(readdirSync(app.directory), [])
})
