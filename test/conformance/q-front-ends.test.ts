// Cases Q1 to Q6: front ends on other origins, sessions for a whole domain, and several origins of one application. Fetch
// (CORS protocol), Fetch Metadata, RFC 6454, RFC 6265bis §4.1.3 and §5.5.3, RFC 9700 §4.11.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type LatchkeyOptions, latchkey, type StandardSchema } from 'latchkey'
import { oidc } from 'latchkey/providers/oidc'
import { memory } from 'latchkey/stores/memory'
import { issueTestSession } from 'latchkey/testing'
import type { LatchkeyError } from '../../src/errors.ts'
import { Browser } from '../support/browser.ts'
import { type ExchangeAnswer, exchange } from '../support/http-exchange.ts'
import {
  describeProvider,
  type InProcessApplication,
  type InProcessOptions,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

const api = 'https://api.example.com'
const frontEnd = 'https://app.example.com'
const admin = 'https://xn--bro-hoa.example.com:8443'

/** Origins that resemble a configured front end, but are not one. */
const strangers: readonly string[] = [
  'null',
  'https://evil.example',
  'https://app.example.com.evil.example',
  'https://app-example.com',
  'https://evil-app.example.com',
  'https://sub.app.example.com',
  'https://example.com',
  'https://app.example.com.',
  'https://app.example.com:443',
  'https://app.example.com:8443',
  'https://xn--bro-hoa.example.com',
  'https://büro.example.com:8443',
  'https://user@app.example.com',
  'https://app.example.com@evil.example',
  'http://app.example.com',
  'HTTPS://app.example.com',
  'https://APP.example.com',
  'https://app.example.com/',
  ' https://app.example.com x',
  'https://app.example.com, https://evil.example',
  'https://*.example.com',
  '*',
  'file://',
  'chrome-extension://app.example.com',
]
/** Values that cannot be a front end's origin. */
const notOrigins: readonly string[] = [
  '',
  'null',
  '*',
  'app.example.com',
  'https://*.example.com',
  'https://app.example.com.',
  'https://app.example.com:443',
  'https://app.example.com/',
  'https://app.example.com/x',
  'https://app.example.com?x',
  'https://app.example.com#x',
  'https://user@app.example.com',
  'https://APP.example.com',
  'HTTPS://app.example.com',
  'https://büro.example.com',
  ' https://app.example.com',
  'https://app.example.com, https://evil.example',
  'file://',
  'chrome-extension://app.example.com',
]
/** Routes that front ends call, with their method. */
const shared: readonly (readonly [method: 'GET' | 'POST', path: string])[] = [
  ['GET', '/auth/session'],
  ['GET', '/auth/login'],
  ['GET', '/auth/account'],
  ['POST', '/auth/login/h'],
  ['POST', '/auth/logout'],
  ['POST', '/auth/link/h'],
  ['POST', '/auth/unlink'],
  ['POST', '/auth/sessions/end'],
  ['POST', '/auth/sessions/end-others'],
]
/** Routes that only the application's own pages and providers use, never scripts. */
const closed: readonly (readonly [method: 'GET' | 'POST', path: string])[] = [
  ['GET', '/auth/signed-out'],
  ['GET', '/auth/callback/h'],
  ['GET', '/auth/pending-link'],
  ['POST', '/auth/pending-link/confirm'],
  ['POST', '/auth/pending-link/decline'],
  ['POST', '/auth/pending-link/separate'],
]

const json = { accept: 'application/json' }
const sameSite = { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }
const secret = 'q'.repeat(32)

let app: InProcessApplication
let h: TestProvider

before(async () => {
  h = await startProvider()
  app = await start({ origin: api, origins: [frontEnd, admin] })
})
after(async () => {
  await app.stop()
  await h.stop()
})

function start(options: Partial<InProcessOptions>): Promise<InProcessApplication> {
  return startInProcess({ providers: [describeProvider('h', h)], secret, ...options })
}

function send(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  { to = app, host = new URL(to.origin).host }: { to?: InProcessApplication; host?: string } = {},
): Promise<ExchangeAnswer> {
  return exchange({
    method,
    url: new URL(path, to.origin),
    connectTo: { host: '127.0.0.1', port: to.port },
    headers: { host, ...(method === 'POST' ? { 'content-length': '0' } : {}), ...headers },
  })
}

/** A browser that reaches this application at each of these origins, as through a proxy that terminates TLS. */
function browserOf(to: InProcessApplication, ...origins: readonly string[]): Browser {
  const at = `http://127.0.0.1:${to.port}`
  return new Browser({ proxied: Object.fromEntries(origins.map((origin) => [origin, at])) })
}

function refusalOf(options: Partial<LatchkeyOptions>): LatchkeyError {
  let thrown: unknown
  try {
    latchkey({
      providers: [oidc({ id: 'h', issuer: 'https://id.example', clientId: 'c', clientSecret: 's' })],
      secret,
      origin: api,
      environment: { NODE_ENV: 'production' },
      log: () => {},
      ...options,
    })
  } catch (error) {
    thrown = error
  }
  assert.ok(thrown, `started with ${JSON.stringify(options)}`)
  return thrown as LatchkeyError
}

test('Q1 a named front end may call the routes with cookies, and read refusals too', async () => {
  for (const origin of [frontEnd, admin]) {
    for (const [method, path] of shared) {
      const answer = await send(method, path, { ...json, ...sameSite, origin })
      assert.notEqual(answer.status, 403, path)
      assert.equal(answer.headers['access-control-allow-origin'], origin, path)
      assert.equal(answer.headers['access-control-allow-credentials'], 'true', path)
      assert.match(answer.headers.vary ?? '', /Origin/, path)
      assert.equal(answer.headers['cache-control'], 'no-store', path)

      const preflight = await send('OPTIONS', path, {
        ...sameSite,
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': 'authorization,content-type',
      })
      assert.equal(preflight.status, 204, path)
      assert.equal(preflight.headers['access-control-allow-origin'], origin, path)
      assert.ok(preflight.headers['access-control-allow-methods']?.includes(method), path)
      assert.match(preflight.headers['access-control-allow-headers'] ?? '', /Authorization/, path)
    }
  }
})

test('Q1 no other origin may: not null, not one that looks alike', async () => {
  for (const origin of strangers) {
    for (const [method, path] of [...shared, ...closed]) {
      for (const site of [sameSite, {}]) {
        const answer = await send(method, path, { ...json, ...site, origin })
        const about = `${method} ${path} from ${origin}`
        assert.equal(answer.headers['access-control-allow-origin'], undefined, about)
        assert.equal(answer.headers['access-control-allow-credentials'], undefined, about)
        if (method === 'POST') {
          assert.equal(answer.status, 403, about)
          assert.equal(JSON.parse(answer.body).error, 'request_cross_site', about)
        }
        assert.deepEqual(answer.setCookies, [], about)
      }
    }
    const preflight = await send('OPTIONS', '/auth/session', {
      ...sameSite,
      origin,
      'access-control-request-method': 'GET',
    })
    assert.equal(preflight.status, 403, origin)
    assert.equal(preflight.headers['access-control-allow-origin'], undefined, origin)
    assert.equal(preflight.headers['access-control-allow-methods'], undefined, origin)
  }
  // The log, where a developer looks, names the remedy.
  assert.match(app.log.at(-1)?.detail ?? '', /name it in ORIGINS/)
})

test('Q1 what front ends do not call stays closed to them, and a method that a route has not is not offered', async () => {
  for (const [method, path] of closed) {
    const answer = await send(method, path, { ...json, ...sameSite, origin: frontEnd })
    assert.equal(answer.headers['access-control-allow-origin'], undefined, path)
    if (method === 'POST') assert.equal(answer.status, 403, path)
  }
  for (const method of ['PUT', 'DELETE', 'POST, GET', '*', 'get']) {
    const headers = { ...sameSite, origin: frontEnd, 'access-control-request-method': method }
    assert.equal((await send('OPTIONS', '/auth/session', headers)).status, 405, method)
  }
  const plain = await start({ origin: api })
  try {
    const answer = await send(
      'GET',
      '/auth/session',
      { ...json, ...sameSite, origin: frontEnd },
      { to: plain },
    )
    assert.equal(answer.headers['access-control-allow-origin'], undefined)
    assert.equal(answer.headers.vary, 'Cookie')
  } finally {
    await plain.stop()
  }
})

test('Q2 what is no front end, or no domain of this application, is a start-up error that shows the value', () => {
  for (const origin of notOrigins) {
    const error = refusalOf({ origins: [origin] })
    assert.equal(error.code, 'config_origin_invalid', origin)
    assert.match(error.detail ?? '', /^ORIGINS names "/, origin)
  }
  for (const origin of ['http://localhost:5173', 'http://app.example.com', 'ws://app.example.com']) {
    assert.equal(refusalOf({ origins: [origin] }).code, 'config_origin_invalid', origin)
  }
  // Browsers never send these spellings, so the message shows the right one.
  assert.match(
    refusalOf({ origins: ['https://büro.example.com'] }).detail ?? '',
    /https:\/\/xn--bro-hoa\.example\.com/,
  )
  assert.match(
    refusalOf({ origins: ['https://app.example.com:443/'] }).detail ?? '',
    /send it: https:\/\/app\.example\.com\./,
  )
  assert.doesNotMatch(refusalOf({ origins: ['https://u:hunter2@app.example.com'] }).message, /hunter2/)
  for (const cookieDomain of [
    'com',
    'localhost',
    '',
    '.example.com',
    'example.com.',
    'Example.com',
    'https://example.com',
    'example.com:443',
    '*.example.com',
    'other.example',
    'ample.com',
    'api.example.com.evil.example',
    'sub.api.example.com',
    '203.0.113.7',
    '[2001:db8::1]',
    'büro.example.com',
  ]) {
    const error = refusalOf({ cookieDomain })
    assert.equal(error.code, 'config_option_invalid', cookieDomain)
    assert.match(error.detail ?? '', /^COOKIE_DOMAIN/, cookieDomain)
  }
  const onLoopback = { origin: 'http://app.localhost:3000', environment: {} }
  assert.match(
    refusalOf({ ...onLoopback, cookieDomain: 'app.localhost' }).detail ?? '',
    /needs an https ORIGIN/,
  )
  const two = { origin: [api, 'https://api.example.net'] }
  assert.match(refusalOf({ ...two, cookieDomain: 'example.com' }).detail ?? '', /https:\/\/api\.example\.net/)
  assert.equal(refusalOf({ origin: [api, 'http://api.example.net'] }).code, 'config_origin_invalid')
})

test('Q2 twin: exact origins and a parent domain start, from code and from the environment', async () => {
  const provider = oidc({ id: 'h', issuer: 'https://id.example', clientId: 'c', clientSecret: 's' })
  const common = { providers: [provider], log: () => {} }
  const NODE_ENV = 'production'
  latchkey({ ...common, secret, origin: api, origins: [frontEnd, admin], environment: { NODE_ENV } })
  const environment = {
    NODE_ENV,
    LATCHKEY_SECRET: secret,
    ORIGIN: `${api},https://api.example.net`,
    ORIGINS: `${frontEnd}, ${admin}`,
  }
  latchkey({ ...common, environment })
  for (const COOKIE_DOMAIN of ['example.com', 'api.example.com']) {
    latchkey({ ...common, environment: { ...environment, ORIGIN: api, COOKIE_DOMAIN } })
  }
  latchkey({
    ...common,
    secret,
    environment: {},
    origins: ['http://localhost:5173', 'http://127.0.0.1:5173'],
  })
})

test('Q3 a front end on another site is told why cookies do not work there, at start and at its requests', async () => {
  const elsewhere = 'https://app.other.example'
  const other = await start({ origin: api, origins: [elsewhere, frontEnd] })
  try {
    const notice = other.log.find(({ event }) => event === 'notice')
    assert.match(notice?.detail ?? '', /ORIGINS names https:\/\/app\.other\.example, which is another site/)
    const crossSite = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }
    for (const [method, path] of shared) {
      const answer = await send(method, path, { ...json, ...crossSite, origin: elsewhere }, { to: other })
      assert.equal(answer.status, 403, path)
      // The front end's script can read the answer.
      assert.equal(answer.headers['access-control-allow-origin'], elsewhere, path)
      assert.deepEqual(answer.setCookies, [], path)
      assert.match(other.log.at(-1)?.detail ?? '', /another site .*SameSite=Lax/, path)
    }
    // A request with its own credential needs no cookie, and a front end on the same site is still served.
    const bearer = { ...json, ...crossSite, origin: elsewhere, authorization: 'Bearer nothing' }
    assert.equal((await send('GET', '/auth/session', bearer, { to: other })).status, 200)
    const near = { ...json, ...sameSite, origin: frontEnd }
    assert.equal((await send('GET', '/auth/session', near, { to: other })).body, 'null')
    for (const site of ['none', 'cross-site', '']) {
      const answer = await send(
        'POST',
        '/auth/logout',
        { ...json, 'sec-fetch-site': site, origin: frontEnd },
        { to: other },
      )
      assert.equal(answer.status, 403, site)
    }
  } finally {
    await other.stop()
  }
})

/** URLs that resemble the front end's, but lead elsewhere or do not match it exactly. */
const falseTargets: readonly string[] = [
  'https://app.example.com@evil.example/',
  'https://app.example.com:pw@evil.example/',
  'https://app.example.com.evil.example/',
  'https://app.example.com./x',
  'https://app.example.com:443/x',
  'https://app.example.com:8443/x',
  'https://app.example.com%2eevil.example/',
  'https://app.example.com\\@evil.example/',
  'https://app.example.com\t.evil.example/',
  'https://app.example.com?x=1',
  'https://app.example.com#x',
  'HTTPS://APP.EXAMPLE.COM/x',
  'https:app.example.com/x',
  'https:/app.example.com/x',
  '//app.example.com/x',
  '\\\\app.example.com/x',
  'http://app.example.com/x',
  ' https://app.example.com/x',
  'https://evil.example/https://app.example.com/',
  'https://evil.example/?https://app.example.com/',
  'javascript:https://app.example.com/',
  'https://api.example.com/x',
  'https://xn--bro-hoa.example.com/x',
  'https://büro.example.com:8443/x',
  'null',
]
/** Paths that leave the front end's origin or are too long: the person is sent to its first page instead. */
const falsePaths: readonly string[] = [
  '//evil.example',
  '/\\evil.example',
  '/%5cevil.example',
  '/..//evil.example',
  '/\u0000',
  '/x\r\nSet-Cookie:a=b',
  `/${'a'.repeat(600)}`,
]

test('Q4 after a login, a sign-out and on every other way, only pages of exactly the named origins are returned to', async () => {
  for (const [target, ended] of [
    ...falseTargets.map((target) => [target, '/'] as const),
    ...falsePaths.map((path) => [`${frontEnd}${path}`, `${frontEnd}/`] as const),
    [`${frontEnd}/inbox?a=1&b=%20x`, `${frontEnd}/inbox?a=1&b=%20x`],
    [frontEnd, `${frontEnd}/`],
    [`${admin}/x`, `${admin}/x`],
    ['/here', '/here'],
  ] as const) {
    const query = `returnTo=${encodeURIComponent(target)}`
    const headers = { ...json, origin: api }
    for (const path of ['/auth/logout', '/auth/sessions/end-others']) {
      const answer = await send('POST', `${path}?${query}`, headers)
      // Without a session, the second path is refused before `returnTo` is read.
      if (answer.status === 200) assert.equal(JSON.parse(answer.body).location, ended, `${path} ${target}`)
    }
  }
  const browser = browserOf(app, api, frontEnd)
  h.person = newPerson()
  const isThere = (url: URL) => url.origin === frontEnd || url.hostname.includes('evil')
  const tab = browser.tab(`${frontEnd}/start`)
  const page = await tab.post(
    `${api}/auth/login/h?returnTo=${encodeURIComponent(`${frontEnd}/inbox?a=1`)}`,
    {},
    { until: isThere },
  )
  assert.equal(page.stoppedAt?.href, `${frontEnd}/inbox?a=1`)
  assert.ok(await whoIs(browser, app))
  // Without a `returnTo`, the person returns to the front end that started the login.
  const again = await browser.tab(`${frontEnd}/x`).post(`${api}/auth/login/h`, {}, { until: isThere })
  assert.equal(again.stoppedAt?.href, `${frontEnd}/`)
  for (const target of falseTargets) {
    const hostile = `${api}/auth/login/h?returnTo=${encodeURIComponent(target)}`
    const end = await browser
      .tab(`${frontEnd}/`)
      .post(hostile, {}, { until: (url) => url.origin !== api && url.origin !== h.origin })
    assert.equal(end.stoppedAt, null, target)
    assert.equal(end.url.pathname, '/', target)
  }
  const linked = `${api}/auth/link/h?returnTo=${encodeURIComponent(`${frontEnd}/settings`)}`
  const link = await browser.tab(`${frontEnd}/settings`).post(linked, {}, { until: isThere })
  assert.equal(link.stoppedAt?.href, `${frontEnd}/settings`)
})

test('Q4 a program is told where the browser goes, and lists what the pages show', async () => {
  const browser = browserOf(app, api, frontEnd)
  h.person = newPerson()
  const page = browser.tab(`${frontEnd}/`)
  const begun = await page.fetch(`${api}/auth/login/h?returnTo=${encodeURIComponent(`${frontEnd}/a`)}`, {
    method: 'POST',
    headers: json,
  })
  assert.ok(JSON.parse(begun.body).location.startsWith(h.origin))
  const { providers } = JSON.parse((await page.fetch(`${api}/auth/login`, { headers: json })).body)
  assert.deepEqual(
    providers.map(({ id, name }: { id: string; name: string }) => [id, typeof name]),
    [['h', 'string']],
  )
  assert.equal((await page.fetch(`${api}/auth/account`, { headers: json })).status, 401)
  await signIn(browser, app, 'h')
  const account = JSON.parse((await page.fetch(`${api}/auth/account`, { headers: json })).body)
  assert.equal(account.sessions.length, 1)
  assert.equal(account.sessions[0].isCurrent, true)
  assert.equal(account.accounts[0].isCurrent, true)
  assert.equal('ownUser' in account, false)
  const { user } = JSON.parse((await page.fetch(`${api}/auth/session`)).body)
  assert.equal(user.id, (await whoIs(browser, app))?.id)
})

test('Q5 a session for a whole domain has a name of its own, reaches its hosts and no other, and one sign-out ends it', async () => {
  const shop = 'https://shop.example.com'
  const wide = await start({ origin: [api, shop], cookieDomain: 'example.com', origins: [frontEnd] })
  const browser = browserOf(wide, api, shop, 'https://example.net')
  try {
    h.person = newPerson()
    await signIn(browser, wide, 'h')
    const cookie = browser.jar.find(/^__Secure-latchkey$/)
    assert.deepEqual(
      [cookie?.domain, cookie?.hostOnly, cookie?.httpOnly, cookie?.sameSite],
      ['example.com', false, true, 'lax'],
    )
    assert.equal(browser.jar.find(/^__Host-latchkey$/), undefined)
    assert.deepEqual(browser.jar.refused, [])
    assert.ok(await whoIs(browser, wide))
    assert.ok(await whoIs(browser, { origin: shop }))
    // The cookie is not sent to another domain.
    const hop = await browser.tab('https://example.net/').fetch('https://example.net/')
    assert.doesNotMatch(hop.requestHeaders.cookie ?? '', /__Secure-latchkey/)
    await browser.tab(`${shop}/`).post(`${shop}/auth/logout`)
    assert.equal(await whoIs(browser, wide), null)
    assert.equal(await whoIs(browser, { origin: shop }), null)
    assert.equal(browser.jar.find(/^__Secure-latchkey$/), undefined)
  } finally {
    await wide.stop()
  }
})

test('Q5 who was signed in before the mode was chosen stays so, without the old cookie; a sign-out ends both', async () => {
  const store = memory()
  const narrow = await start({ origin: api, store })
  const wide = await start({ origin: api, store, cookieDomain: 'example.com' })
  try {
    for (const hasBoth of [false, true]) {
      h.person = newPerson()
      const browser = browserOf(narrow, api)
      await signIn(browser, narrow, 'h')
      const old = browser.jar.find(/^__Host-latchkey$/)
      assert.ok(old)
      const later = new Browser({ jar: browser.jar, proxied: { [api]: `http://127.0.0.1:${wide.port}` } })
      assert.ok(await whoIs(later, wide))
      assert.ok(later.jar.find(/^__Secure-latchkey$/))
      assert.equal(later.jar.find(/^__Host-latchkey$/), undefined)
      // A second session, set by an older server under the old name.
      if (hasBoth)
        await signIn(
          new Browser({ jar: later.jar, proxied: { [api]: `http://127.0.0.1:${narrow.port}` } }),
          narrow,
          'h',
        )
      assert.equal(later.jar.find(/^__Host-latchkey$/) !== undefined, hasBoth)
      const stolen = new Browser({
        jar: later.jar.copy(),
        proxied: { [api]: `http://127.0.0.1:${wide.port}` },
      })
      await later.tab(`${api}/`).post(`${api}/auth/logout`)
      assert.equal(await whoIs(later, wide), null)
      // The server has ended both sessions; this browser did not merely delete its cookies.
      assert.equal(await whoIs(stolen, wide), null)
      stolen.jar.delete(/^__Secure-/)
      assert.equal(await whoIs(stolen, wide), null)
    }
  } finally {
    await narrow.stop()
    await wide.stop()
  }
})

test('Q6 of several origins each has its cookies and redirect URIs, and a login ends where it began', async () => {
  const shop = 'https://shop.example.net'
  const both = await start({ origin: [api, shop] })
  try {
    h.person = newPerson()
    for (const origin of [api, shop]) {
      const browser = browserOf(both, api, shop)
      const tab = browser.tab(`${origin}/`)
      const page = await tab.post(`${origin}/auth/login/h?returnTo=/area/x`)
      assert.equal(page.url.href, `${origin}/area/x`)
      const redirectUri = page.trace
        .map(({ url }) => url)
        .find(({ origin: at }) => at === h.origin)
        ?.searchParams.get('redirect_uri')
      assert.equal(redirectUri, `${origin}/auth/callback/h`)
      const other = origin === api ? shop : api
      assert.ok(await whoIs(browser, { origin }))
      assert.equal(await whoIs(browser, { origin: other }), null)
      // A page of one origin counts as foreign at the other.
      const headers = { ...json, 'sec-fetch-site': 'cross-site', origin: other }
      const foreign = await send('POST', '/auth/login/h', headers, { to: both, host: new URL(origin).host })
      assert.equal(foreign.status, 403)
    }
    // The answer to a login at one origin is delivered to the other, along with its cookie: the code is not redeemed.
    const browser = browserOf(both, api, shop)
    const begun = await browser
      .tab(`${api}/`)
      .post(`${api}/auth/login/h`, {}, { until: (url) => url.pathname === '/auth/callback/h' })
    assert.ok(begun.stoppedAt)
    for (const cookie of browser.jar.all()) browser.jar.plant({ ...cookie, domain: 'shop.example.net' })
    const tokens = h.count('token')
    const moved = await browser
      .tab('http://127.0.0.1:1')
      .follow(`${shop}${begun.stoppedAt.pathname}${begun.stoppedAt.search}`)
    assert.equal(moved.status, 400)
    assert.equal(h.count('token'), tokens)
    assert.equal(await whoIs(browser, { origin: shop }), null)
  } finally {
    await both.stop()
  }
})

test('Q6 a Host that is none of them is refused, and says which are', async () => {
  const both = await start({ origin: [api, 'https://shop.example.net'] })
  try {
    for (const host of [
      'evil.example',
      'api.example.com:8443',
      'localhost',
      'api.example.com.',
      'shop.example.net:80',
    ]) {
      const answer = await send('GET', '/auth/login', { accept: 'text/html' }, { to: both, host })
      assert.equal(answer.status, 421, host)
      assert.match(
        both.log.at(-1)?.detail ?? '',
        /one of https:\/\/api\.example\.com, https:\/\/shop\.example\.net/,
      )
      assert.deepEqual(answer.setCookies, [])
    }
    assert.equal(
      (await send('GET', '/auth/login', {}, { to: both, host: 'shop.example.net:443' })).status,
      200,
    )
  } finally {
    await both.stop()
  }
})

test('Q7 a front end sees the base fields, and of the own ones those that are named; the server says the same beforehand', async () => {
  const fields = { role: 'admin', note: 'not for the front end' }
  const userFields: StandardSchema<typeof fields> = {
    '~standard': { version: 1, vendor: 'test', validate: () => ({ value: fields }) },
  }
  for (const hasStore of [true, false]) {
    const options = {
      secret,
      origin: api,
      providers: [oidc({ id: 'h', issuer: h.issuer, clientId: 'c', clientSecret: 's' })],
      environment: {},
      log: () => {},
      userFields,
      ...(hasStore ? { store: memory() } : { fieldsFrom: () => fields }),
    }
    for (const clientFields of [undefined, ['role' as const]]) {
      const auth = latchkey({ ...options, clientFields, environment: { NODE_ENV: 'test' } })
      await auth.migrate()
      const { cookieHeader } = await issueTestSession(auth, { subject: 'a', name: 'A' }, { origin: api })
      const response = await auth.handle(
        new Request(`${api}/auth/session`, { headers: { cookie: cookieHeader } }),
      )
      const shown = (await response.json()) as { user: object }
      const base = ['email', 'emailVerified', 'id', 'name', 'picture']
      assert.deepEqual(Object.keys(shown.user).sort(), clientFields ? [...base, 'role'].sort() : base)
      assert.deepEqual(
        JSON.parse(JSON.stringify(auth.clientSession(await auth.session(cookieHeader)))),
        shown,
      )
      assert.equal(auth.clientSession(await auth.session(null)), null)
    }
  }
  assert.equal(refusalOf({ clientFields: ['role' as never] }).code, 'config_option_invalid')
})
