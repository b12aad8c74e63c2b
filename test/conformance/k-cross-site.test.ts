// Cases K: requests that other sites make a browser send (Fetch Metadata; OWASP ASVS 5.0 §3.5), without relying on SameSite=Lax.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { type Application, startApplication } from '../support/application.ts'
import type { Browser } from '../support/browser.ts'
import { exchange } from '../support/http-exchange.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

let app: Application
let h: TestProvider
let browser: Browser

const routes = [
  '/auth/login/h',
  '/auth/logout',
  '/auth/logout?provider=1',
  '/auth/link/h',
  '/auth/unlink',
  '/auth/sessions/end',
  '/auth/sessions/end-others',
  '/auth/pending-link/confirm',
  '/auth/pending-link/decline',
  '/auth/pending-link/separate',
]

before(async () => {
  h = await startProvider()
  app = await startApplication({ providers: { h } })
  browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
})
afterEach(() => h.reset())
after(async () => {
  await app.stop()
  await h.stop()
})

/** Sends a POST with the victim's cookies, like a browser that does not support SameSite. */
function postWithCookies(
  path: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): ReturnType<typeof exchange> {
  const cookie =
    browser.jar.header({ url: new URL(app.origin), method: 'GET', crossSite: false, topLevel: true }) ?? ''
  return exchange({
    method: 'POST',
    url: new URL(app.url(path)),
    headers: { cookie, 'content-length': String(Buffer.byteLength(body)), ...headers },
    body,
  })
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const hostile: Readonly<Record<string, () => Record<string, string>>> = {
  'cross-site form': () => ({
    ...form,
    origin: 'https://evil.example',
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
  }),
  'cross-site text/plain': () => ({
    'content-type': 'text/plain',
    origin: 'https://evil.example',
    'sec-fetch-site': 'cross-site',
  }),
  'cross-site JSON': () => ({
    'content-type': 'application/json',
    origin: 'https://evil.example',
    'sec-fetch-site': 'cross-site',
  }),
  'a null Origin': () => ({ ...form, origin: 'null', 'sec-fetch-site': 'cross-site' }),
  'a null Origin and no metadata': () => ({ ...form, origin: 'null' }),
  'a foreign Origin beside same-origin': () => ({
    ...form,
    origin: 'https://evil.example',
    'sec-fetch-site': 'same-origin',
  }),
  'a foreign Origin and no metadata': () => ({ ...form, origin: 'https://evil.example' }),
  'neither Origin nor metadata': () => form,
  'only a Referer of ours': () => ({ ...form, referer: `${app.origin}/auth/account` }),
  'same-site': () => ({ ...form, origin: `http://localhost:1`, 'sec-fetch-site': 'same-site' }),
  none: () => ({ ...form, 'sec-fetch-site': 'none' }),
  'our name at another port': () => ({ ...form, origin: 'http://localhost:1' }),
  'our name by https': () => ({ ...form, origin: app.origin.replace('http:', 'https:') }),
  'our origin as a prefix': () => ({ ...form, origin: `${app.origin}.evil.example` }),
  'our origin in capitals': () => ({ ...form, origin: app.origin.toUpperCase() }),
}
for (const [name, headers] of Object.entries(hostile)) {
  test(`K1 every POST of ours refuses ${name}`, async () => {
    const before = app.census()
    const user = await whoIs(browser, app)
    assert.ok(user)
    for (const route of routes) {
      const answer = await postWithCookies(route, headers(), 'account=x&session=x')
      assert.equal(answer.status, 403, `${route} answered ${answer.status}`)
      assert.deepEqual(answer.setCookies, [], route)
      assert.equal(answer.headers.location, undefined, route)
    }
    assert.deepEqual(await whoIs(browser, app), user)
    assert.deepEqual(app.census(), before)
  })
}

const honest: Readonly<Record<string, () => Record<string, string>>> = {
  'Sec-Fetch-Site same-origin and our Origin': () => ({
    ...form,
    origin: app.origin,
    'sec-fetch-site': 'same-origin',
  }),
  'our Origin where a browser sends no metadata': () => ({ ...form, origin: app.origin }),
  'Sec-Fetch-Site same-origin without an Origin': () => ({ ...form, 'sec-fetch-site': 'same-origin' }),
  'a null Origin beside same-origin, as under no-referrer': () => ({
    ...form,
    origin: 'null',
    'sec-fetch-site': 'same-origin',
  }),
  'no Content-Type and an empty body': () => ({ origin: app.origin, 'sec-fetch-site': 'same-origin' }),
}
for (const [name, headers] of Object.entries(honest)) {
  test(`K1 twin: ${name} is accepted`, async () => {
    const answer = await postWithCookies('/auth/login/h', headers())
    assert.equal(answer.status, 303)
    assert.ok(answer.headers.location?.startsWith(h.origin))
  })
}

test('K2 a link from another site starts no login, but shows the page with the buttons', async () => {
  const victim = app.browser()
  const page = await victim
    .tab('https://evil.example/')
    .follow(app.url('/auth/login/h?returnTo=/area/x'), { until: (url) => url.origin === h.origin })
  assert.equal(page.stoppedAt, null)
  assert.equal(page.status, 200)
  assert.match(page.html, /action="\/auth\/login\/h/)
  assert.equal(h.count('authorize'), 0)
})

test('K2 an image, a frame and a script of another site start no login', async () => {
  const victim = app.browser()
  const evil = victim.tab('https://evil.example/')
  for (const hop of [
    await evil.load(app.url('/auth/login/h')),
    await evil.load(app.url('/auth/login/h'), 'iframe'),
    await evil.fetch(app.url('/auth/login/h')),
  ]) {
    assert.equal(hop.headers.location, undefined)
    assert.deepEqual(hop.setCookies, [])
  }
})

test('K2 a typed address starts no login by itself', async () => {
  const page = await app
    .browser()
    .tab()
    .open(app.url('/auth/login/h'), { until: (url) => url.origin === h.origin })
  assert.equal(page.stoppedAt, null)
  assert.equal(page.status, 200)
})

test('K2 twin: a link of our own pages starts one', async () => {
  const tab = app.browser().tab()
  await tab.open(app.url('/'))
  const page = await tab.follow('/auth/login/h', { until: (url) => url.origin === h.origin })
  assert.ok(page.stoppedAt)
})

test('K3 no answer invites other origins to read it', async () => {
  const paths = [
    '/',
    '/profile',
    '/api/me',
    '/auth/session',
    '/auth/login',
    '/auth/account',
    '/auth/callback/h',
    '/auth/signed-out',
  ]
  for (const path of paths) {
    for (const method of ['GET', 'OPTIONS']) {
      const headers = {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x',
      }
      const hop = await browser.tab('https://evil.example/').fetch(app.url(path), { method, headers })
      assert.equal(hop.headers['access-control-allow-origin'], undefined, `${method} ${path}`)
      assert.equal(hop.headers['access-control-allow-credentials'], undefined, `${method} ${path}`)
    }
  }
})

test('K4 the last page of a popup speaks to our own origin, whatever it is asked to return to', async () => {
  for (const returnTo of [
    'https://evil.example/',
    '//evil.example',
    'null',
    '*',
    `${app.origin}.evil.example/`,
  ]) {
    const query = `id=0123456789abcdef&returnTo=${encodeURIComponent(returnTo)}`
    const page = await browser.tab().open(app.url(`/auth/popup?${query}`))
    assert.equal(page.status, 200)
    assert.match(page.html, new RegExp(` data-to="${app.origin}" data-back="${app.origin}/#latchkey=`))
    assert.doesNotMatch(page.html, /evil/)
  }
})
