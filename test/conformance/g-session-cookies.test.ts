// Cases G1, G2, G5, G9–G15, G17, G18: sessions and cookies of the running application (OWASP ASVS 5.0 §3.3, §7).
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, afterEach, before, test } from 'node:test'
import { type Application, startApplication } from '../support/application.ts'
import type { Browser } from '../support/browser.ts'
import type { Cookie } from '../support/cookie-jar.ts'
import { exchange, exchangeRaw } from '../support/http-exchange.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { findLeaks } from '../support/secrets.ts'

let app: Application
let h: TestProvider

before(async () => {
  h = await startProvider({ endSession: true })
  app = await startApplication({ providers: { h } })
})
afterEach(() => h.reset())
after(async () => {
  await app.stop()
  await h.stop()
})

async function signedIn(person = newPerson()): Promise<Browser> {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: person })
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
  return browser
}

function sessionCookie(browser: Browser): Cookie {
  const cookie = browser.jar.find(new RegExp(`^latchkey-${app.port}$`))
  assert.ok(cookie)
  return cookie
}

/** `GET /api/me` with this Cookie header. */
function meWith(cookie: string): ReturnType<typeof exchange> {
  return exchange({ method: 'GET', url: new URL(app.url('/api/me')), headers: { cookie } })
}

test('G1 a cookie that was planted before the login is not the session after it', async () => {
  const attacker = await signedIn()
  const planted = sessionCookie(attacker)
  for (const value of [planted.value, 'made-up', '']) {
    const victim = app.browser()
    victim.jar.plant({ ...planted, value })
    const person = newPerson()
    await signIn(victim, app, 'h', { at: h, as: person })
    assert.notEqual(sessionCookie(victim).value, value)
    assert.equal((await whoIs(victim, app))?.sub, person.sub)
  }
  assert.equal(
    (await meWith(`${planted.name}=${planted.value}`)).status,
    401,
    'the session of before the login is over',
  )
})

test('G1 each login starts a new session and ends the old one; a logout ends it too', async () => {
  const person = newPerson()
  const browser = await signedIn(person)
  const first = sessionCookie(browser)
  await signIn(browser, app, 'h', { at: h, as: person })
  const second = sessionCookie(browser)
  assert.notEqual(first.value.split('.')[0], second.value.split('.')[0])
  assert.equal((await meWith(`${first.name}=${first.value}`)).status, 401)
  await browser.tab(app.url('/')).post('/auth/logout')
  assert.equal((await meWith(`${second.name}=${second.value}`)).status, 401)
})

test('G2 a copied cookie is dead at once after the logout', async () => {
  const browser = await signedIn()
  const thief = app.browser({ jar: browser.jar.copy() })
  assert.ok(await whoIs(thief, app))
  await browser.tab(app.url('/')).post('/auth/logout')
  assert.equal(await whoIs(thief, app), null)
  const session = await thief.tab(app.url('/')).fetch('/auth/session')
  assert.equal(session.body, 'null')
})

test('G4 the store keeps a hash of the session secret, which has at least 128 bits', async () => {
  const browser = await signedIn()
  const [handle = '', secret = ''] = sessionCookie(browser).value.split('.')
  assert.ok(secret.length >= 22)
  const files = ['', '-wal'].map((suffix) => {
    try {
      return readFileSync(`${app.databaseFile}${suffix}`).toString('latin1')
    } catch {
      return ''
    }
  })
  const bytes = files.join('')
  assert.ok(bytes.includes(handle), 'the handle is found, so the search works')
  assert.ok(!bytes.includes(secret))
  assert.ok(!bytes.includes(Buffer.from(secret, 'base64url').toString('latin1')))
})

test('G5 no changed cookie is anybody, and all of them get the same answer', async () => {
  const one = sessionCookie(await signedIn())
  const two = sessionCookie(await signedIn())
  const { name, value } = one
  const changed = new Set<string>()
  for (let at = 0; at < value.length; at++) {
    for (const letter of ['A', '_', '.', '%']) changed.add(value.slice(0, at) + letter + value.slice(at + 1))
    changed.add(value.slice(0, at))
    changed.add(value.slice(at + 1))
  }
  const [handleOne, secretOne] = value.split('.')
  const [handleTwo, secretTwo] = two.value.split('.')
  for (const mixed of [
    `${handleOne}.${secretTwo}`,
    `${handleTwo}.${secretOne}`,
    `${secretOne}.${handleOne}`,
    `${value}x`,
    `${value}.`,
    `x${value}`,
    ` ${value}x`,
    `"${value}"`,
    value.toUpperCase(),
    'null',
    'undefined',
    '{}',
    '%00',
    '..',
    '__proto__.x',
  ])
    changed.add(mixed)
  changed.delete(value)
  const answers = new Set<string>()
  for (const each of changed) {
    const answer = await meWith(`${name}=${each}`)
    if (each === value.padEnd(each.length)) continue
    answers.add(`${answer.status} ${answer.body}`)
    assert.equal(answer.status, 401, each)
  }
  assert.equal(answers.size, 1)
  assert.equal((await meWith(`${name}=${value}`)).status, 200, 'twin: the cookie as it is')
})

const routes = [
  '/',
  '/profile',
  '/area/x',
  '/api/me',
  '/auth/session',
  '/auth/account',
  '/auth/login',
  '/auth/signed-out',
  '/auth/pending-link',
  '/auth/callback/h',
  '/auth/logout',
  '/auth/nowhere',
]
test('G9 whatever was answered to somebody who is signed in may not be stored', async () => {
  const browser = await signedIn()
  for (const path of routes) {
    const hop = await browser.tab(app.url('/')).fetch(path)
    assert.match(String(hop.headers['cache-control']), /no-store|private/, path)
    assert.match(String(hop.headers.vary), /cookie/i, path)
  }
})

test('G9 whatever sets a cookie may not be stored', async () => {
  const browser = app.browser()
  const page = await signIn(browser, app, 'h', { at: h, as: newPerson() })
  const left = await browser.tab(app.url('/')).post('/auth/logout')
  const setting = [...page.trace, ...left.trace].filter((hop) => hop.setCookies.length > 0)
  assert.ok(setting.length >= 3)
  for (const hop of setting) {
    assert.match(String(hop.headers['cache-control']), /no-store/, String(hop.url))
    assert.match(String(hop.headers.vary), /cookie/i, String(hop.url))
  }
})

test('G9 behind a shared cache nobody sees what somebody else was answered', async () => {
  const cache = new Map<string, { readonly body: string; readonly varyCookie: string | undefined }>()
  const viaCache = async (browser: Browser, path: string): Promise<string> => {
    const cookie =
      browser.jar.header({ url: new URL(app.url(path)), method: 'GET', crossSite: false, topLevel: true }) ??
      ''
    for (const [key, stored] of cache) {
      if (key.startsWith(`${path} `) && (stored.varyCookie === undefined || stored.varyCookie === cookie))
        return stored.body
    }
    const answer = await exchange({
      method: 'GET',
      url: new URL(app.url(path)),
      headers: cookie === '' ? {} : { cookie },
    })
    const control = String(answer.headers['cache-control'] ?? '')
    // A careless cache stores every response that does not explicitly forbid it.
    if (!/no-store|private/.test(control)) {
      const varies = /cookie/i.test(String(answer.headers.vary ?? ''))
      cache.set(`${path} ${cookie}`, { body: answer.body, varyCookie: varies ? cookie : undefined })
    }
    return answer.body
  }
  const [anna, bert] = [newPerson(), newPerson()]
  const [hers, his, nobody] = [await signedIn(anna), await signedIn(bert), app.browser()]
  for (const path of ['/', '/profile', '/api/me', '/auth/session', '/auth/account']) {
    await viaCache(hers, path)
    for (const browser of [his, nobody]) {
      const body = await viaCache(browser, path)
      assert.ok(!body.includes(String(anna.name)) && !body.includes(String(anna.email)), path)
    }
    assert.ok((await viaCache(nobody, path)) !== (await viaCache(his, path)), path)
  }
})

test('G10 ten thousand interleaved requests of a hundred people: each reads about themselves', {
  timeout: 120_000,
}, async () => {
  const people: { sub: string; cookie: string }[] = []
  for (let index = 0; index < 100; index++) {
    const person = newPerson()
    const { name, value } = sessionCookie(await signedIn(person))
    people.push({ sub: person.sub, cookie: `${name}=${value}` })
  }
  let sent = 0
  const worker = async (): Promise<void> => {
    while (sent < 10_000) {
      const person = people[(sent++ * 37) % people.length]
      const answer = await meWith(person?.cookie ?? '')
      assert.equal(JSON.parse(answer.body).sub, person?.sub)
    }
  }
  await Promise.all(Array.from({ length: 50 }, worker))
})

const identityHeaders: Readonly<Record<string, string>> = {
  'x-user': 'admin',
  'x-auth-user': 'admin',
  x_auth_user: 'admin',
  'x-auth-request-user': 'admin',
  'x-forwarded-user': 'admin',
  'x-remote-user': 'admin',
  'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware',
  'x-forwarded-uri': '/',
  'x-original-url': '/',
  'x-rewrite-url': '/',
  'user-agent': 'kube-probe/1.0',
  authorization: 'Bearer admin',
}
test('G11 headers that claim an identity or another address change nothing', async () => {
  for (const [name, value] of Object.entries(identityHeaders)) {
    const me = await app.get('/api/me', { [name]: value })
    assert.equal(me.status, 401, name)
    const profile = await app.get('/profile', { [name]: value })
    assert.equal(profile.status, 303, name)
    assert.ok(!profile.body.includes('Your profile'), name)
  }
})

test('G12 no spelling of a protected path is open', async () => {
  const paths = [
    '//profile',
    '/./profile',
    '/x/../profile',
    '/%70rofile',
    '/profile;x',
    '/profile%23',
    '/PROFILE',
    '/profile/',
    '/profile.',
    '/profile%2f',
    '/%2fprofile',
    '/profile%00',
    '/profile%20',
    '\\profile',
    '/profile?',
    '/profile#',
    '//area/x',
    '/%61rea/x',
    '/area;/x',
    '/AREA/x',
    '/area%2fx',
    '/auth/../profile',
    '/auth/..%2fprofile',
    '/api//me',
    '/api/./me',
    '/%61pi/me',
  ]
  for (const path of paths) {
    const answer = await exchangeRaw(
      app.port,
      `GET ${path} HTTP/1.1\r\nHost: localhost:${app.port}\r\nConnection: close\r\n\r\n`,
    )
    assert.ok(!answer.includes('Your profile'), path)
    assert.ok(!/^HTTP\/1\.1 (200|5)/.test(answer), `${path}: ${answer.slice(0, 60)}`)
  }
})

test('G13 of two cookies with our name neither is believed, and nothing breaks', async () => {
  const [mine, attacker] = [sessionCookie(await signedIn()), sessionCookie(await signedIn())]
  for (const pair of [
    [attacker, mine],
    [mine, attacker],
  ]) {
    const answer = await meWith(pair.map(({ name, value }) => `${name}=${value}`).join('; '))
    assert.equal(answer.status, 401)
  }
  const { name, value } = mine
  assert.equal((await meWith(`${name}=${value}; ${name}=${value}`)).status, 200, 'twin: the same one twice')
  assert.equal((await meWith(`other=1; ${name}=${value}; x${name}=y; ${name}x=z`)).status, 200)
})

test('G14 floods of cookies are bounded', async () => {
  const { name, value } = sessionCookie(await signedIn())
  const many = (count: number, text = 'x'): string =>
    Array.from({ length: count }, (_, index) => `${name}.${index}=${text}`).join('; ')
  for (const cookie of [
    many(500),
    `${name}.-1=x`,
    `${name}=%`,
    `${name}=`,
    `=${value}`,
    ';;;;',
    `${name}`,
    `${name}==${value}`,
    'a'.repeat(15_000),
  ]) {
    const answer = await meWith(cookie)
    assert.equal(answer.status, 401, cookie.slice(0, 40))
  }
  const large = await meWith(many(9999)).catch(() => ({ status: 431 }))
  assert.ok([401, 431].includes(large.status))
  const login = await exchange({
    method: 'POST',
    url: new URL(app.url('/auth/login/h')),
    headers: { cookie: many(400), origin: app.origin, 'content-length': '0' },
  })
  assert.equal(login.status, 303)
  assert.ok(login.setCookies.length <= 60, `${login.setCookies.length} cookies were set`)
})

test('G15 rubbish in Authorization is nobody', async () => {
  for (const authorization of [
    'Bearer %',
    'Bearer',
    'Basic !!!',
    'Basic Og==',
    'Negotiate x',
    '\u00ff',
    'Bearer a.b.c',
    'DPoP x',
  ]) {
    const answer = await app.get('/api/me', { authorization })
    assert.equal(answer.status, 401, authorization)
  }
})

test('G17 no token is in a page, in JSON, in an address or readable in a cookie', async () => {
  const browser = app.browser()
  const tokens: string[] = []
  h.behaviour.tokenBody = (body) => {
    for (const name of ['access_token', 'refresh_token', 'id_token']) tokens.push(String(body[name]))
  }
  const page = await signIn(browser, app, 'h', { at: h, as: newPerson() })
  const seen: string[] = []
  for (const path of ['/', '/profile', '/api/me', '/auth/session', '/auth/account']) {
    const hop = await browser.tab(app.url('/')).fetch(path)
    assert.deepEqual(findLeaks(hop.body), [], path)
    seen.push(hop.body, JSON.stringify(hop.headers))
  }
  for (const hop of page.trace) seen.push(String(hop.url), JSON.stringify(hop.headers), hop.body)
  for (const { value } of browser.jar.all())
    seen.push(value, ...value.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1')))
  assert.equal(tokens.length, 3)
  for (const token of tokens) assert.ok(!seen.some((text) => text.includes(token)), token.slice(0, 10))
})

test('G18 a page that needs a session shows nothing of itself: people are sent to sign in, programs get 401 JSON', async () => {
  const tab = app.browser().tab(app.url('/'))
  const page = await tab.open(app.url('/profile'))
  assert.equal(page.trace[0]?.status, 303)
  assert.ok(!page.trace.some((hop) => hop.body.includes('Your profile')))
  assert.equal(page.url.pathname, '/auth/login')
  const script = await tab.fetch('/profile')
  assert.equal(script.status, 401)
  assert.match(String(script.headers['content-type']), /application\/json/)
  for (const accept of ['text/html', '*/*', 'application/json', '']) {
    const me = await app.get('/api/me', accept === '' ? {} : { accept })
    assert.equal(me.status, 401, accept)
    assert.match(String(me.headers['content-type']), /application\/json/)
    assert.match(String(me.headers['cache-control']), /no-store/)
    assert.equal(me.headers.location, undefined)
  }
  const session = await app.get('/auth/session')
  assert.deepEqual([session.status, session.body], [200, 'null'])
})
