// Silent login (prompt=none, OpenID Connect Core §3.1.2.1): once per visit, and invisible if it fails.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { LatchkeyError, latchkey } from 'latchkey'
import { github } from 'latchkey/providers/github'
import type { Browser } from '../../../support/browser.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../../../support/in-process-application.ts'
import { newPerson, signIn, whoIs } from '../../../support/journeys.ts'
import { startProvider, type TestProvider } from '../../../support/provider.ts'

let app: InProcessApplication
let h: TestProvider

before(async () => {
  h = await startProvider()
  app = await startInProcess({ providers: [describeProvider('h', h)], silentLogin: 'h' })
  h.now = () => app.clock
})
afterEach(() => h.reset())
after(async () => {
  await app.stop()
  await h.stop()
})

const asked = (): number => h.count('authorize')
const visitProfile = (browser: Browser) => browser.tab().open(app.url('/profile'))

/** The provider has no session and would have to show a page. */
function nobodyThere(): void {
  h.behaviour.authorizationAnswer = (answer) => {
    answer.delete('code')
    answer.set('error', 'login_required')
  }
}

test('who is signed in at the provider is signed in here without a click, and back where they were', async () => {
  const person = newPerson()
  h.person = person
  const browser = app.browser()
  const page = await visitProfile(browser)
  assert.equal(page.url.pathname, '/profile')
  assert.equal(h.last('authorize').query.get('prompt'), 'none')
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
  const userId = (await whoIs(browser, app))?.id
  const entries = await app.auth.audit.list({ userId })
  assert.equal(entries.find(({ type }) => type === 'signed_in')?.reason, 'silent')
})

test('everybody else gets the page with the buttons, is told nothing, and is not asked again this visit', async () => {
  nobodyThere()
  const browser = app.browser()
  const page = await visitProfile(browser)
  assert.equal(page.status, 200)
  assert.equal(page.url.pathname, '/auth/login')
  assert.equal(page.url.searchParams.get('returnTo'), '/profile')
  assert.doesNotMatch(page.text, /error|refused|could not/i)
  assert.equal(asked(), 1)
  await visitProfile(browser)
  await visitProfile(browser)
  assert.equal(asked(), 1)
  app.advance(3_601)
  await visitProfile(browser)
  assert.equal(asked(), 2, 'another visit')
})

test('a button still signs in after a silent attempt', async () => {
  nobodyThere()
  const browser = app.browser()
  await visitProfile(browser)
  h.reset()
  const person = newPerson()
  await signIn(browser, app, 'h', { at: h, as: person })
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
})

test('who signs out stays signed out, though the provider would know them', async () => {
  h.person = newPerson()
  const browser = app.browser()
  await visitProfile(browser)
  assert.ok(await whoIs(browser, app))
  await browser.tab(app.url('/')).post('/auth/logout')
  const page = await visitProfile(browser)
  assert.equal(page.url.pathname, '/auth/login')
  assert.equal(await whoIs(browser, app), null)
})

test('it proves nothing about who sits there: what needs a fresh sign-in asks', async () => {
  h.person = newPerson()
  h.behaviour.idToken = (draft) => delete draft.claims.auth_time
  const browser = app.browser()
  await visitProfile(browser)
  const userId = (await whoIs(browser, app))?.id ?? ''
  const [session] = await app.auth.sessions.list(userId)
  assert.equal(session?.authenticatedAt.getTime(), 0)
  const page = await browser.tab().open(app.url('/auth/account'))
  assert.match(page.text, /confirm first that it is you/)
})

test('pictures, frames, scripts and prefetching start nothing', async () => {
  const tab = app.browser().tab(app.url('/'))
  await tab.load('/auth/login')
  await tab.load('/auth/login', 'iframe')
  await tab.fetch('/auth/login')
  await tab.open(app.url('/auth/login'), { headers: { 'sec-purpose': 'prefetch' } })
  assert.equal(asked(), 0)
})

test('a provider that is down is a line in the log, and the page with the buttons', async () => {
  const down = await startProvider()
  const other = await startInProcess({
    providers: [describeProvider('h', h), describeProvider('down', down)],
    silentLogin: 'down',
  })
  await down.stop()
  try {
    const page = await other.browser().tab().open(other.url('/profile'))
    assert.equal(page.status, 200)
    assert.match(page.html, /\/auth\/login\/h/)
    assert.ok(other.log.some(({ event }) => event === 'refused'))
  } finally {
    await other.stop()
  }
})

test('off by default, and only OpenID Connect providers can be asked', async () => {
  const plain = await startInProcess({ providers: [describeProvider('h', h)] })
  try {
    const page = await plain.browser().tab().open(plain.url('/profile'))
    assert.equal(page.url.pathname, '/auth/login')
    assert.equal(asked(), 0)
  } finally {
    await plain.stop()
  }
  const credentials = { clientId: 'c', clientSecret: 's' }
  for (const silentLogin of ['github', 'nobody']) {
    assert.throws(
      () =>
        latchkey({ providers: [github(credentials)], silentLogin, environment: {}, secret: 'k'.repeat(32) }),
      (error: unknown) => error instanceof LatchkeyError && error.code === 'config_option_invalid',
    )
  }
})
