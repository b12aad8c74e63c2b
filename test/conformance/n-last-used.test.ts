// The mark for the provider that was last used in this browser: a cookie that holds the provider's id and no personal
// data. It marks a button and has no other effect.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import type { Browser } from '../support/browser.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

let app: InProcessApplication
let h: TestProvider
let e: TestProvider

before(async () => {
  h = await startProvider()
  e = await startProvider()
  app = await startInProcess({ providers: [describeProvider('h', h), describeProvider('e', e)] })
})
afterEach(() => {
  h.reset()
  e.reset()
})
after(async () => {
  await app.stop()
  await Promise.all([h.stop(), e.stop()])
})

const name = () => `latchkey-${app.port}-last`

/** Returns the provider whose button the sign-in page marks; null if it marks none. */
async function markedFor(browser: Browser): Promise<string | null> {
  const page = await browser.tab().open(app.url('/auth/login'))
  assert.equal(page.status, 200)
  const marked = [...page.html.matchAll(/action="\/auth\/login\/([^"?]+)[^"]*" class="marked"/g)]
  assert.ok(marked.length <= 1)
  assert.equal(page.html.split('Last used').length - 1, marked.length)
  return marked[0]?.[1] ?? null
}

function plant(browser: Browser, value: string): void {
  const request = { url: new URL(app.origin), method: 'GET', crossSite: false, topLevel: true }
  browser.jar.store(`${name()}=${value}; Path=/`, request)
}

test('the button that was used last is marked, also after the sign-out; a new browser has no mark', async () => {
  const browser = app.browser()
  assert.equal(await markedFor(browser), null)
  await signIn(browser, app, 'e', { at: e, as: newPerson() })
  assert.equal(await markedFor(browser), 'e')
  await browser.tab(app.url('/')).post('/auth/logout', {})
  assert.equal(await whoIs(browser, app), null)
  assert.equal(await markedFor(browser), 'e')
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  assert.equal(await markedFor(browser), 'h')
})

test('the cookie is the id of the provider: two people have the same one', async () => {
  const values: string[] = []
  for (const person of [newPerson(), newPerson()]) {
    const browser = app.browser()
    await signIn(browser, app, 'e', { at: e, as: person })
    const cookie = browser.jar.all().find((each) => each.name === name())
    assert.ok(cookie)
    values.push(cookie.value)
  }
  assert.deepEqual(values, ['e', 'e'])
})

test('a login that is refused leaves no mark', async () => {
  const browser = app.browser()
  e.behaviour.authorizationAnswer = (answer) => {
    answer.delete('code')
    answer.set('error', 'access_denied')
  }
  await signIn(browser, app, 'e', { at: e, as: newPerson() })
  assert.equal(await whoIs(browser, app), null)
  assert.equal(await markedFor(browser), null)
})

const planted = ['nobody', 'H', 'constructor', '__proto__', '%3Cscript%3E', 'h.e', 'e'.repeat(3000)]
for (const value of planted) {
  test(`a planted value marks nothing and keeps nobody out: ${value.slice(0, 20)}`, async () => {
    const browser = app.browser()
    plant(browser, value)
    assert.equal(await markedFor(browser), null)
    await signIn(browser, app, 'h', { at: h, as: newPerson() })
    assert.ok(await whoIs(browser, app))
    assert.equal(await markedFor(browser), 'h')
  })
}

test('the id of another provider only moves the mark', async () => {
  const browser = app.browser()
  plant(browser, 'h')
  assert.equal(await markedFor(browser), 'h')
  assert.equal(await whoIs(browser, app), null)
})
