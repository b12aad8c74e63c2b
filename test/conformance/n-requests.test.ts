// NF15, NF16, NF18, NP6, NP7 and NP11: sign-outs without a store, silent refusals, bounded audit, programs, and own pages.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import type { AccountView, AuthEvent } from 'latchkey'
import { LatchkeyError } from 'latchkey'
import { memory } from 'latchkey/stores/memory'
import { exchange } from '../support/http-exchange.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

let app: InProcessApplication
let h: TestProvider
let isDown = false
let isAllowed = true
const told: AuthEvent[] = []
const views: AccountView[] = []
const kept = memory()
const unavailable = async (): Promise<never> => {
  throw new LatchkeyError('store_unavailable')
}

before(async () => {
  h = await startProvider()
  const store = {
    ...kept,
    sessions: {
      ...kept.sessions,
      find: (id: string) => (isDown ? unavailable() : kept.sessions.find(id)),
      delete: (id: string) => (isDown ? unavailable() : kept.sessions.delete(id)),
    },
  }
  app = await startInProcess({
    providers: [describeProvider('h', h)],
    store,
    session: { cacheSeconds: 0 },
    silentLogin: 'h',
    allow: () => isAllowed,
    on: (event) => told.push(event),
    pages: {
      account(view) {
        views.push(view)
        return `<!doctype html><title>Own</title>${view.accounts.map(({ brand }) => brand.icon).join('')}`
      },
    },
  })
})
afterEach(() => {
  isDown = false
  isAllowed = true
  told.length = 0
  h.reset()
})
after(async () => {
  await app.stop()
  await h.stop()
})

async function signedIn() {
  const browser = app.browser()
  // The visit mark suppresses the silent login, so the button starts the first login.
  browser.jar.store(`latchkey-${app.port}-visit=1; Path=/`, {
    url: new URL(app.origin),
    method: 'GET',
    crossSite: false,
    topLevel: true,
  })
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  assert.ok(await whoIs(browser, app))
  return browser
}

function asProgram(browser: Awaited<ReturnType<typeof signedIn>>, path: string, body = '') {
  const url = new URL(app.origin)
  return exchange({
    method: 'POST',
    url: new URL(app.url(path)),
    headers: {
      accept: 'application/json',
      origin: app.origin,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
      cookie: browser.jar.header({ url, method: 'GET', crossSite: false, topLevel: true }) ?? '',
    },
    body,
  })
}

test('NF15 a sign-out while the store is down: the browser forgets the session, and the page says what is left', async () => {
  const browser = await signedIn()
  isDown = true
  const tab = browser.tab(`${app.origin}/`)
  const page = await tab.post('/auth/logout')
  assert.equal(page.status, 503)
  assert.match(page.text, /could not be reached/)
  isDown = false
  assert.equal(await whoIs(browser, app), null)
})

test('NF15 twin: with the store, a sign-out leads on', async () => {
  const browser = await signedIn()
  const page = await browser.tab(`${app.origin}/`).post('/auth/logout')
  assert.equal(page.status, 200)
  assert.equal(await whoIs(browser, app), null)
})

test('NF16 a silent login that is refused reaches the log and the hooks; one that finds nobody does not', async () => {
  h.person = newPerson()
  isAllowed = false
  await app.browser().tab().open(app.url('/auth/login'))
  const refused = told.filter(({ type }) => type === 'refused')
  assert.deepEqual(
    refused.map((event) => event.type === 'refused' && [event.code, event.provider]),
    [['account_refused', 'h']],
  )
  assert.ok(app.log.some(({ event, code }) => event === 'refused' && code === 'account_refused'))
})

test('NF18 refused requests of one account write a bounded number of rows', async () => {
  const browser = await signedIn()
  const userId = (await whoIs(browser, app))?.id ?? ''
  for (let times = 0; times < 40; times++) {
    assert.equal((await asProgram(browser, '/auth/unlink', 'account=unknown')).status, 404)
  }
  const rows = await app.auth.audit.list({ userId, limit: 100 })
  const refused = rows.filter(({ type }) => type === 'refused')
  assert.ok(refused.length > 0 && refused.length <= 20, `${refused.length}`)
})

test('NP6 programs get the address to go to as JSON; browsers are sent there', async () => {
  const browser = await signedIn()
  const login = await asProgram(browser, '/auth/login/h?returnTo=/area/x')
  assert.equal(login.status, 200)
  assert.ok(JSON.parse(login.body).location.startsWith(h.origin))
  assert.equal(login.setCookies.length, 1)
  const refused = await asProgram(browser, '/auth/link/unknown')
  assert.equal(JSON.parse(refused.body).error, 'provider_unknown')
  const others = await asProgram(browser, '/auth/sessions/end-others')
  assert.deepEqual(JSON.parse(others.body), { location: '/auth/account?notice=sessions-ended' })
  const logout = await asProgram(browser, '/auth/logout?returnTo=/bye')
  assert.deepEqual([logout.status, JSON.parse(logout.body)], [200, { location: '/bye' }])
  assert.ok(logout.setCookies.length > 0)
  const person = await exchange({
    method: 'POST',
    url: new URL(app.url('/auth/login/h')),
    headers: { accept: 'text/html,application/json;q=0.9', origin: app.origin, 'content-length': '0' },
  })
  assert.equal(person.status, 303)
})

test('NP7 an own account page gets the request and the own user, devices by name, and icons with a size', async () => {
  const browser = await signedIn()
  await browser.tab().open(app.url('/auth/account?tab=security'))
  const view = views.at(-1)
  assert.equal(new URL(view?.request.url ?? '').searchParams.get('tab'), 'security')
  assert.equal(view?.ownUser.id, (await whoIs(browser, app))?.id)
  assert.equal(typeof view?.sessions[0]?.device, 'string')
  assert.match(view?.accounts[0]?.brand.icon ?? '', /^\s*<svg[^>]* width="/)
})

test('NP7 /auth/sessions/end honours a return path of this site, and no other', async () => {
  const browser = await signedIn()
  for (const [returnTo, ended] of [
    ['/settings', '/settings'],
    ['//evil.example', '/'],
    ['https://evil.example', '/'],
  ]) {
    const query = encodeURIComponent(returnTo ?? '')
    const answer = await asProgram(browser, `/auth/sessions/end?returnTo=${query}`, 'session=unknown')
    assert.equal(JSON.parse(answer.body).location, ended)
  }
})

test('NP11 a link to /auth/logout shows the button and signs nobody out; the button does', async () => {
  const browser = await signedIn()
  const tab = browser.tab()
  const page = await tab.open(app.url('/auth/logout?returnTo=/bye'))
  assert.equal(page.status, 200)
  assert.ok(await whoIs(browser, app))
  const left = await tab.submit({ action: '/auth/logout' })
  assert.equal(new URL(left.url).pathname, '/bye')
  assert.equal(await whoIs(browser, app), null)
})
