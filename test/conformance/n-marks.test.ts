// NF6 and related findings: a one-time action is marked only after it succeeds, so that a retry after a failure can
// still complete it; and a logout ends the sessions that it names, no matter on which server they began.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import { memory } from 'latchkey/stores/memory'
import type { Store } from '../../src/contracts/store.ts'
import type { Browser } from '../support/browser.ts'
import { signCompact } from '../support/compact-jwt.ts'
import { type ExchangeAnswer, exchange } from '../support/http-exchange.ts'
import {
  describeProvider,
  type InProcessApplication,
  type InProcessOptions,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

let h: TestProvider
let e: TestProvider

before(async () => {
  ;[h, e] = await Promise.all([startProvider(), startProvider()])
})
afterEach(() => {
  for (const provider of [h, e]) provider.reset()
})
after(() => Promise.all([h, e].map((provider) => provider.stop())))

/** A store in which each method named in `fail` (as `facet.method`) fails once. */
function failing(): { store: Store; fail: Set<string> } {
  const fail = new Set<string>()
  const behind = memory()
  const facet = <Facet extends object>(name: string, methods: Facet): Facet =>
    new Proxy(methods, {
      get(target, method) {
        const value: unknown = Reflect.get(target, method, target)
        if (typeof value !== 'function') return value
        return (...args: unknown[]): unknown => {
          if (fail.delete(`${name}.${String(method)}`)) return Promise.reject(new Error('the store is gone'))
          return value.apply(target, args)
        }
      },
    })
  const { users, sessions, marks } = behind
  return {
    fail,
    store: {
      ...behind,
      users: facet('users', users),
      sessions: facet('sessions', sessions),
      marks: facet('marks', marks),
    },
  }
}

async function withApp(
  options: Partial<InProcessOptions>,
  use: (app: InProcessApplication) => Promise<void>,
): Promise<void> {
  const providers = [
    describeProvider('h', h),
    describeProvider('e', e, { authoritativeDomains: ['corp.example'] }),
  ]
  const app = await startInProcess({ providers, ...options })
  for (const provider of [h, e]) provider.now = () => app.clock
  try {
    await use(app)
  } finally {
    await app.stop()
  }
}

/** Signs in; `sid`, the provider's session id, is put into the ID token. */
async function signedIn(app: InProcessApplication, sid?: string): Promise<{ browser: Browser; sub: string }> {
  const browser = app.browser()
  const person = newPerson()
  h.behaviour.idToken = ({ claims }) => Object.assign(claims, sid === undefined ? {} : { sid })
  await signIn(browser, app, 'h', { at: h, as: person })
  assert.ok(await whoIs(browser, app))
  return { browser, sub: person.sub }
}

function logoutToken(app: InProcessApplication, claims: Record<string, unknown>): string {
  const seconds = Math.floor(app.clock / 1000)
  return signCompact({
    header: { alg: h.signingKey.alg, kid: h.signingKey.kid, typ: 'logout+jwt' },
    payload: {
      iss: h.issuer,
      aud: h.clientId,
      iat: seconds,
      exp: seconds + 120,
      jti: randomUUID(),
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      ...claims,
    },
    key: h.signingKey.privateKey,
  })
}

function send(app: InProcessApplication, token: string): Promise<ExchangeAnswer> {
  return exchange({
    method: 'POST',
    url: new URL(`http://127.0.0.1:${app.port}/auth/backchannel-logout/h`),
    headers: { host: new URL(app.origin).host, 'content-type': 'application/x-www-form-urlencoded' },
    body: `logout_token=${token}`,
  })
}

for (const method of ['sessions.deleteOfProvider', 'marks.isUsed', 'marks.useOnce']) {
  test(`NF6 a logout that ${method} of the store prevented is done by the provider's retry`, async () => {
    const { store, fail } = failing()
    await withApp({ store }, async (app) => {
      const { browser, sub } = await signedIn(app)
      const token = logoutToken(app, { sub })
      fail.add(method)
      const first = await send(app, token)
      assert.ok(first.status >= 500, first.body)
      assert.equal((await send(app, token)).status, 200, 'the retry')
      assert.equal(await whoIs(browser, app), null, 'signed out')
      // Twin: a completed logout is not repeated.
      const again = await signIn(browser, app, 'h')
      assert.ok(await whoIs(browser, app), again.text)
      assert.equal((await send(app, token)).status, 400, 'a replay')
      assert.ok(await whoIs(browser, app), 'and the new session lives')
    })
  })
}

test('NF6 a separate account that a failing store prevented is made by the next click', async () => {
  for (const method of ['users.create', 'sessions.insert', 'marks.useOnce', 'marks.isUsed']) {
    const { store, fail } = failing()
    await withApp({ store }, async (app) => {
      const owner = newPerson({ email: 'owner@corp.example' })
      await signIn(app.browser(), app, 'h', { at: h, as: owner })
      const browser = app.browser()
      const newcomer = newPerson({ email: owner.email })
      const offer = await signIn(browser, app, 'e', { at: e, as: newcomer })
      assert.equal(offer.url.pathname, '/auth/pending-link')
      const copy = app.browser()
      for (const cookie of browser.jar.all()) copy.jar.store(`${cookie.name}=${cookie.value}`, at(app))
      const tab = browser.tab(String(offer.url))
      fail.add(method)
      const failed = await tab.post('/auth/pending-link/separate')
      assert.ok(failed.status >= 500, `${method}: ${failed.status}`)
      assert.equal(await whoIs(browser, app), null)
      await browser.tab(String(offer.url)).post('/auth/pending-link/separate')
      assert.equal((await whoIs(browser, app))?.sub, newcomer.sub, method)
      const replay = await copy.tab(String(offer.url)).post('/auth/pending-link/separate')
      assert.equal(replay.status, 400, 'a copy of the cookie signs nobody in after it')
      assert.equal(await whoIs(copy, app), null)
    })
  }
})

function at(app: InProcessApplication) {
  return { url: new URL(app.origin), method: 'GET', crossSite: false, topLevel: true }
}

test('NF6 a login that the mark of its attempt could not be written for is finished by a reload', async () => {
  const { store, fail } = failing()
  await withApp({ store }, async (app) => {
    const browser = app.browser()
    h.person = newPerson()
    fail.add('marks.useOnce')
    const page = await signIn(browser, app, 'h')
    assert.ok(page.status >= 500)
    assert.equal(h.count('token'), 0, 'nothing was redeemed')
    const again = await browser.tab('http://127.0.0.1:1').follow(String(page.url))
    assert.equal(again.status, 200, again.text)
    assert.equal((await whoIs(browser, app))?.sub, h.person.sub)
  })
})

test('NF6 a session of the provider ends on all servers, also where the other clock is ahead', async () => {
  const store = memory()
  await withApp({ store }, async (app) => {
    app.advance(5)
    const { browser } = await signedIn(app, 'sid-of-the-provider')
    app.advance(-5)
    assert.equal((await send(app, logoutToken(app, { sid: 'sid-of-the-provider' }))).status, 200)
    assert.equal(await whoIs(browser, app), null)
    // Twin: another session of the provider is not affected.
    const other = await signedIn(app, 'another-sid')
    assert.equal((await send(app, logoutToken(app, { sid: 'sid-of-the-provider' }))).status, 200)
    assert.ok(await whoIs(other.browser, app))
  })
})

test('NF6 the second look of a logout is taken before a server that is asked to stop is gone', async () => {
  const store: Store = { ...memory(), close: async () => {} }
  const sid = 'sid-of-a-late-login'
  let late = ''
  await withApp({ store }, async (app) => {
    const { browser } = await signedIn(app, sid)
    const [known] = await store.sessions.list((await whoIs(browser, app))?.id ?? '', app.clock)
    assert.ok(known)
    assert.equal((await send(app, logoutToken(app, { sid }))).status, 200)
    // A login that was still in progress stores its session only now.
    late = `${known.id.slice(0, -1)}${known.id.endsWith('A') ? 'B' : 'A'}`
    await store.sessions.insert({ ...known, id: late })
  })
  assert.equal(await store.sessions.find(late), null)
})

test('NF6 control characters in jti, sid and acr are no failure of the store', async () => {
  await withApp({}, async (app) => {
    const { browser, sub } = await signedIn(app)
    h.behaviour.idToken = ({ claims }) => Object.assign(claims, { acr: 'a\u0000b', sid: 'c\u0000d' })
    await signIn(browser, app, 'h')
    const [session] = await app.auth.sessions.list((await whoIs(browser, app))?.id ?? '')
    assert.equal(session?.providerSessionId, null)
    const answer = await send(app, logoutToken(app, { sub, jti: 'e\u0000f' }))
    assert.equal(answer.status, 200)
    assert.equal((await send(app, logoutToken(app, { sid: 'c\u0000d' }))).status, 400)
  })
})
