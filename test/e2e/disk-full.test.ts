// The disk under SQLite is full (as a limit of the file's size, which the kernel holds): no person is signed in by halves,
// everybody who was stays signed in, and there is no restart when there is room again.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { test } from 'node:test'
import { type Application, startApplication } from '../support/application.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider } from '../support/provider.ts'

const hasPrlimit = process.platform === 'linux' && spawnSync('prlimit', ['--version']).status === 0
const skip = !hasPrlimit && 'prlimit (Linux) is not here'

/** Files of this process grow no further than this; the soft limit alone, so that it can be taken back. */
function limitFiles({ processId }: Application, bytes: number | 'unlimited'): void {
  const { status } = spawnSync('prlimit', ['--pid', String(processId), `--fsize=${bytes}:`])
  assert.equal(status, 0)
}

test('a full disk signs nobody in and loses nobody; with room again the same process goes on', {
  skip,
}, async (t) => {
  const h = await startProvider()
  t.after(() => h.stop())
  // Without a handler the kernel's signal ends the process, which a full disk would not.
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
