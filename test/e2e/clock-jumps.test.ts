// Clocks that jump: sessions end by the server's clock and never outlive their limits, and people are still signed in once
// the clock is right again.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { Browser } from '../support/browser.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { catchCallback, deliver, newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

const DAY = 86_400

let app: InProcessApplication
let h: TestProvider

before(async () => {
  h = await startProvider()
})
beforeEach(async (t) => {
  app = await startInProcess({ providers: [describeProvider('h', h)] })
  if ('after' in t) t.after(() => app.stop())
})
after(() => h.stop())

/** The browser keeps its own clock: only the server's clock jumps. */
async function signedIn(): Promise<Browser> {
  const browser = new Browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  return browser
}

test('a clock that jumps a year ahead signs everybody out; set right again, they are signed in', async () => {
  const browser = await signedIn()
  app.advance(365 * DAY)
  assert.equal(await whoIs(browser, app), null)
  app.advance(-365 * DAY)
  assert.ok(await whoIs(browser, app))
})

test('a clock that falls back a day keeps sessions, and lengthens none of them', async () => {
  const browser = await signedIn()
  app.advance(-DAY)
  assert.ok(await whoIs(browser, app))
  app.advance(DAY + 31 * DAY)
  assert.equal(await whoIs(browser, app), null)
})

for (const [name, seconds] of [
  ['ahead by an hour', 3_600],
  ['back by an hour', -3_600],
] as const) {
  test(`a login over a clock that jumps ${name} is refused or right, and the next one succeeds`, async () => {
    const browser = new Browser()
    h.person = newPerson()
    const callback = await catchCallback(browser.tab(), app, 'h')
    app.advance(seconds)
    await deliver(browser.tab(), callback)
    // The provider's clock does not jump, so its ID tokens do not match this server's time.
    assert.equal(await whoIs(browser, app), null)
    app.advance(-seconds)
    assert.equal((await signIn(browser, app, 'h', { at: h, as: newPerson() })).status, 200)
    assert.ok(await whoIs(browser, app))
  })
}
