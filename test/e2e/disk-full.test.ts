// A full disk under SQLite (simulated by the kernel's limit on file size): no login is half completed, signed-in people
// stay signed in, and the server recovers without a restart once there is room.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { test } from 'node:test'
import { type Application, startApplication } from '../support/application.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider } from '../support/provider.ts'

const hasPrlimit = process.platform === 'linux' && spawnSync('prlimit', ['--version']).status === 0
const skip = !hasPrlimit && 'prlimit (Linux) is not here'

/** Limits the size of this process's files. Only the soft limit is set, so that it can be lifted again. */
function limitFiles({ processId }: Application, bytes: number | 'unlimited'): void {
  const { status } = spawnSync('prlimit', ['--pid', String(processId), `--fsize=${bytes}:`])
  assert.equal(status, 0)
}

test('a full disk signs nobody in and loses nobody; with room again the same process goes on', {
  skip,
}, async (t) => {
  const h = await startProvider()
  t.after(() => h.stop())
  // Without a handler, the kernel's signal would end the process, unlike a full disk.
  const ignored = "data:text/javascript,process.on('SIGXFSZ',()=>{})"
  const app = await startApplication({
    providers: { h },
    environment: { NODE_OPTIONS: `--import=${ignored}` },
  })
  t.after(() => app.stop())
  const early = app.browser()
  const person = newPerson()
  await signIn(early, app, 'h', { at: h, as: person })

  const before = app.census()
  limitFiles(app, statSync(`${app.databaseFile}-wal`).size)
  const late = app.browser()
  const page = await signIn(late, app, 'h', { at: h, as: newPerson() })
  assert.equal(page.status, 503, page.text)
  assert.equal(await whoIs(late, app), null)
  assert.equal((await whoIs(early, app))?.sub, person.sub)
  assert.deepEqual(app.census(), before)
  assert.match(app.output, /store_unavailable/)

  limitFiles(app, 'unlimited')
  assert.equal((await signIn(late, app, 'h', { at: h, as: newPerson() })).status, 200)
  assert.ok(await whoIs(late, app))
  assert.equal((await whoIs(early, app))?.sub, person.sub)
})
