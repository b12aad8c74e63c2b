// Cases H: the application's own URLs never redirect to another site (RFC 9700 §4.11, OWASP ASVS 5.0 §3.7.2).
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { type Application, startApplication } from '../support/application.ts'
import { exchangeRaw } from '../support/http-exchange.ts'
import { newPerson, pressSignIn, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

/** Encoded, as they appear in a query. */
const hostileTargets: readonly string[] = [
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/%09/evil.example',
  '/%0a/evil.example',
  '/%0d/evil.example',
  '%09//evil.example',
  '%0d%0a//evil.example',
  '%00//evil.example',
  '/%00/evil.example',
  '/%5cevil.example',
  '/%255cevil.example',
  '/%2f%2fevil.example',
  '/%2fevil.example',
  '/%252fevil.example',
  '%2f%2fevil.example',
  '%20https://evil.example',
  '%20//evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https://evil.example',
  'HTTPS://EVIL.EXAMPLE',
  'http://evil.example',
  'https://localhost@evil.example',
  'https://localhost.evil.example',
  'https://evil-localhost',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java%0ascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  '/x//../..//evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/./\\evil.example',
  '%ef%bc%8f%ef%bc%8fevil.example',
  '/%ef%bc%8fevil.example',
  '%e2%81%84%e2%81%84evil.example',
  '/%e2%80%8b/evil.example',
  'evil.example',
  '.evil.example',
  '@evil.example',
  ':80',
  '?//evil.example',
  '#//evil.example',
  '/;//evil.example',
  '/%',
  '/%zz',
  '/%ff',
  '%',
  '/a%0d%0aSet-Cookie:%20x=1',
  `/${'a'.repeat(10_000)}`,
]

let app: Application
let h: TestProvider

before(async () => {
  h = await startProvider()
  app = await startApplication({ providers: { h } })
})
afterEach(() => h.reset())
after(async () => {
  await app.stop()
  await h.stop()
})

/** Asserts that the redirect, if there is one, stays on the application's origin. */
function assertStayed(location: string | undefined, target: string): void {
  if (location === undefined) return
  assert.equal(new URL(location, app.origin).origin, app.origin, `${target} led to ${location}`)
  assert.ok(!/[\r\n]/.test(location))
  // A less careful parser would read two slashes as another host.
  assert.ok(!/^[/\\]{2}/.test(location), `${target} led to ${location}`)
}

for (const target of hostileTargets) {
  test(`H1 after a login, returnTo=${target.slice(0, 60)} leads to our own origin`, async () => {
    const browser = app.browser()
    const tab = browser.tab(app.url('/auth/login'))
    const person = newPerson()
    h.person = person
    const begun = await tab.post(
      `/auth/login/h?returnTo=${target}`,
      {},
      { until: (url) => url.pathname.startsWith('/auth/callback/') },
    )
    assert.ok(begun.stoppedAt, `${begun.status} ${begun.text}`)
    // The redirect itself is under test, so it is not followed.
    const hop = await browser
      .tab(h.origin)
      .follow(begun.stoppedAt, { until: (url) => !url.pathname.startsWith('/auth/callback/') })
    const answer = hop.trace[0]
    assert.equal(answer?.status, 303, answer?.body)
    assertStayed(answer?.headers.location, target)
    assert.equal((await whoIs(browser, app))?.sub, person.sub)
  })
}

test('H1 a returnTo that is given twice cannot smuggle one past the check', async () => {
  for (const query of [
    'returnTo=/a&returnTo=//evil.example',
    'returnTo=//evil.example&returnTo=/a',
    'returnTo[]=//evil.example',
  ]) {
    h.person = newPerson()
    const browser = app.browser()
    const page = await browser
      .tab(app.url('/auth/login'))
      .post(`/auth/login/h?${query}`, {}, { until: (url) => url.hostname === 'evil.example' })
    assert.equal(page.stoppedAt, null, query)
    assert.ok(page.status < 500)
  }
})

test('H1 twin: paths of ours survive the login to the letter, up to 512 bytes', async () => {
  const long = `/area/${'x'.repeat(506)}`
  for (const path of [
    '/area/a?b=c&d=%2F%20',
    '/area/%C3%A4/b?x=//evil.example',
    '/area/a+b',
    '/area/x?y=%26z',
    long,
  ]) {
    const browser = app.browser()
    h.person = newPerson()
    const page = await pressSignIn(browser.tab(), app, 'h', { returnTo: path })
    assert.equal(`${page.url.pathname}${page.url.search}`, path)
    assert.equal(page.status, 200)
  }
  const browser = app.browser()
  h.person = newPerson()
  const page = await pressSignIn(browser.tab(), app, 'h', { returnTo: `${long}y` })
  assert.equal(page.url.pathname, '/', '513 bytes fall back to the front page')
})

test('H2 a protected address that is hostile itself never becomes a redirect to another site', async () => {
  const lines = [
    '//evil.example',
    '/\\evil.example',
    '//evil.example/area/x',
    '/area/..//evil.example',
    '/area/%5c%5cevil.example',
    '/area//evil.example',
    'http://evil.example/area/x',
  ]
  for (const line of lines) {
    const answer = await exchangeRaw(
      app.port,
      `GET ${line} HTTP/1.1\r\nHost: localhost:${app.port}\r\nConnection: close\r\n\r\n`,
    )
    assert.match(answer, /^HTTP\/1\.1 [234]/, line)
    const location = /^location: (.*)$/im.exec(answer)?.[1]?.trim()
    assertStayed(location, line)
    const returnTo =
      location === undefined ? null : new URL(location, app.origin).searchParams.get('returnTo')
    if (returnTo !== null) assertStayed(returnTo, line)
  }
})

test('H3 a malformed returnTo shows the sign-in page with the default, and throws nothing', async () => {
  for (const value of [
    '%',
    '%zz',
    '%ff%fe',
    '%00',
    '%c0%ae',
    '&',
    '=',
    '%F0%28%8C%BC',
    '\ud800'.replace(/./u, '%ED%A0%80'),
  ]) {
    const page = await app
      .browser()
      .tab()
      .open(app.url(`/auth/login?returnTo=${value}`))
    assert.equal(page.status, 200, value)
  }
})

for (const target of hostileTargets) {
  test(`H4 after a logout, returnTo=${target.slice(0, 60)} leads to our own origin`, async () => {
    for (const provider of ['', '&provider=1']) {
      const answer = await app.get(
        `/auth/logout?returnTo=${target}${provider}`,
        { origin: app.origin, 'sec-fetch-site': 'same-origin' },
        'POST',
      )
      assert.equal(answer.status, 303)
      assertStayed(answer.headers.location, target)
    }
  })
}

test('H4 no other page of ours takes its links or redirects from the request', async () => {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  const names = [
    'returnTo',
    'return_to',
    'redirect',
    'redirect_uri',
    'next',
    'url',
    'callbackUrl',
    'post_logout_redirect_uri',
    'target_link_uri',
    'state',
  ]
  for (const route of [
    '/auth/login',
    '/auth/signed-out',
    '/auth/account',
    '/auth/pending-link',
    '/auth/callback/h',
    '/auth/session',
    '/',
  ]) {
    for (const name of names) {
      const page = await browser.tab().open(app.url(`${route}?${name}=https://evil.example`), {
        until: (url) => url.hostname === 'evil.example',
      })
      assert.equal(page.stoppedAt, null, `${route}?${name}`)
      assert.ok(!/(href|src|action)="?(https?:)?\/\/evil\.example/i.test(page.html), `${route}?${name}`)
    }
  }
})
