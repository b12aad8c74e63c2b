// Cases G3, G6–G8, G16, F8 (freshness) and F9: time, keys, revocation and broken parts (OWASP ASVS 5.0 §7.3, §7.4).
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { after, afterEach, before, test } from 'node:test'
import type { Store } from 'latchkey'
import { memory } from 'latchkey/stores/memory'
import { type Application, prepareApplication, startApplication } from '../support/application.ts'
import type { Browser } from '../support/browser.ts'
import {
  describeProvider,
  type InProcessApplication,
  type InProcessOptions,
  startInProcess,
} from '../support/in-process-application.ts'
import { catchCallback, deliver, newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

let h: TestProvider
let e: TestProvider

before(async () => {
  h = await startProvider()
  e = await startProvider()
})
afterEach(() => {
  h.reset()
  e.reset()
})
after(() => Promise.all([h.stop(), e.stop()]))

const day = 86_400

async function withApp(
  options: Partial<InProcessOptions>,
  use: (app: InProcessApplication) => Promise<void>,
): Promise<void> {
  const app = await startInProcess({
    providers: [describeProvider('h', h), describeProvider('e', e)],
    ...options,
  })
  h.now = () => app.clock
  e.now = () => app.clock
  try {
    await use(app)
  } finally {
    h.now = Date.now
    e.now = Date.now
    await app.stop()
  }
}

async function signedIn(app: InProcessApplication): Promise<Browser> {
  const browser = app.browser()
  const page = await signIn(browser, app, 'h', { at: h, as: newPerson() })
  assert.ok(await whoIs(browser, app), page.text)
  return browser
}

/** Copies the cookies into a client that never expires one. */
function hoard(app: InProcessApplication, browser: Browser): Browser {
  const jar = browser.jar.copy()
  for (const cookie of jar.all()) jar.plant({ ...cookie, expiresAt: null })
  return app.browser({ jar })
}

for (const [kind, store] of [
  ['stored', () => memory()],
  ['sealed', () => undefined],
] as const) {
  test(`G3 ${kind}: the idle time is held by the server, whatever the cookie's Max-Age`, () =>
    withApp({ store: store() }, async (app) => {
      const hoarder = hoard(app, await signedIn(app))
      app.advance(7 * day - 60)
      assert.ok(await whoIs(hoard(app, hoarder), app), 'twin: a minute before the end')
      const other = hoard(app, await signedIn(app))
      app.advance(7 * day + 60)
      assert.equal(await whoIs(other, app), null)
    }))

  test(`G3 ${kind}: use moves the idle end, and never past the absolute one`, () =>
    withApp({ store: store() }, async (app) => {
      const browser = await signedIn(app)
      for (let passed = 0; passed < 29; passed += 1) {
        app.advance(day)
        assert.ok(await whoIs(browser, app), `day ${passed + 1}`)
      }
      const last = hoard(app, browser)
      app.advance(day + 60)
      assert.equal(await whoIs(browser, app), null)
      assert.equal(await whoIs(last, app), null)
    }))

  test(`G3 ${kind}: shorter times are options`, () =>
    withApp({ store: store(), session: { idleSeconds: 600, absoluteSeconds: 1200 } }, async (app) => {
      const browser = await signedIn(app)
      const idle = hoard(app, browser)
      app.advance(540)
      assert.ok(await whoIs(browser, app))
      app.advance(540)
      assert.ok(await whoIs(browser, app))
      app.advance(180)
      assert.equal(await whoIs(hoard(app, browser), app), null)
      assert.equal(await whoIs(idle, app), null)
    }))
}

test('G6 sealed: an old key still reads, the newest one writes, and a key that was removed opens nothing', async () => {
  const [oldKey, newKey] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')]
  const jars: { jar: Browser['jar']; port: number }[] = []
  await withApp({ store: undefined, audience: 'g6', secret: oldKey }, async (app) => {
    jars.push({ jar: (await signedIn(app)).jar, port: app.port })
  })
  const moveTo = (
    app: InProcessApplication,
    { jar, port }: { jar: Browser['jar']; port: number },
  ): Browser => {
    const browser = app.browser()
    for (const cookie of jar.all())
      browser.jar.plant({ ...cookie, name: cookie.name.replace(String(port), String(app.port)) })
    return browser
  }
  const [first] = jars
  assert.ok(first)
  await withApp({ store: undefined, audience: 'g6', secret: [newKey, oldKey] }, async (app) => {
    const browser = moveTo(app, first)
    const before = browser.jar.all()[0]?.value
    assert.ok(await whoIs(browser, app), 'the old key reads')
    assert.notEqual(browser.jar.all()[0]?.value, before, 'and the newest one seals it again')
    jars.push({ jar: browser.jar, port: app.port })
  })
  await withApp({ store: undefined, audience: 'g6', secret: newKey }, async (app) => {
    const [, second] = jars
    assert.ok(second)
    assert.ok(await whoIs(moveTo(app, second), app), 'what the newest key sealed')
    assert.equal(await whoIs(moveTo(app, first), app), null, 'the removed key is dead')
  })
})

for (const [name, secret] of [
  ['absent', ''],
  ['too short', 'short-secret'],
  ['two, of which one is too short', `${'x'.repeat(40)},short`],
] as const) {
  test(`G7 a secret that is ${name} stops a production start`, async () => {
    const app = await prepareApplication({
      providers: { h },
      environment: { LATCHKEY_SECRET: secret === '' ? undefined : secret },
    })
    app.launch()
    const code = await app.waitForExit()
    assert.ok(code !== null && code !== 0, 'it runs')
    assert.match(app.output, /LATCHKEY_SECRET|secret/i)
    await app.stop()
  })
}

test('G7 an application without its own address does not start in production', async () => {
  const app = await prepareApplication({ providers: { h }, environment: { ORIGIN: undefined } })
  app.launch()
  assert.notEqual(await app.waitForExit(), 0)
  assert.match(app.output, /ORIGIN/)
  await app.stop()
})

test('G7 twin: in development a secret is made up, kept, and announced', async () => {
  const app = await startApplication({
    providers: { h },
    production: false,
    environment: { LATCHKEY_SECRET: undefined },
  })
  try {
    const browser = app.browser()
    await signIn(browser, app, 'h', { at: h, as: newPerson() })
    assert.ok(await whoIs(browser, app))
    await app.halt()
    await app.start()
    assert.ok(await whoIs(browser, app), 'the same secret after a restart')
  } finally {
    await app.stop()
  }
})

test('G8 a session that is ended from another device, on another server, is over at once', {
  timeout: 60_000,
}, async () => {
  const origin = 'https://app.example.test'
  const secret = randomBytes(32).toString('base64url')
  const one = await startApplication({ providers: { h }, origin, secret })
  const two = await startApplication({ providers: { h }, origin, secret, directory: one.directory })
  try {
    const person = newPerson()
    const lost = one.browser()
    await signIn(lost, one, 'h', { at: h, as: person })
    const atTwo = two.browser({ jar: lost.jar })
    assert.ok(await whoIs(atTwo, two), 'both servers know the session')
    const device = two.browser()
    await signIn(device, two, 'h', { at: h, as: person })
    const tab = device.tab()
    await tab.open(two.url('/auth/account'))
    await tab.submit({ action: '/auth/sessions/end' })
    assert.equal(await whoIs(atTwo, two), null, 'the server that ended it')
    assert.equal(await whoIs(lost, one), null, 'the other server')
    assert.ok(await whoIs(device, two))
  } finally {
    await two.stop()
    await one.stop()
  }
})

test("G8 nobody ends somebody else's session by its handle", () =>
  withApp({}, async (app) => {
    const victim = await signedIn(app)
    const handle = victim.jar.find(/^latchkey-\d+$/)?.value.split('.')[0] ?? ''
    const attacker = await signedIn(app)
    await attacker.tab(app.url('/auth/account')).post('/auth/sessions/end', { session: handle })
    assert.ok(await whoIs(victim, app))
  }))

test('F8 linking and unlinking need a fresh sign-in', () =>
  withApp({}, async (app) => {
    const browser = await signedIn(app)
    const tab = browser.tab()
    await tab.open(app.url('/auth/account'))
    e.person = newPerson()
    await tab.submit({ action: '/auth/link/e' })
    await tab.open(app.url('/auth/account'))
    const account = /name="account" value="([^"]+)"/.exec(tab.page?.html ?? '')?.[1] ?? ''
    assert.notEqual(account, '')
    app.advance(601)
    const unlink = await browser.tab(app.url('/auth/account')).post('/auth/unlink', { account })
    assert.equal(unlink.status, 403)
    const link = await browser
      .tab(app.url('/auth/account'))
      .post('/auth/link/e', {}, { until: (url) => url.origin === e.origin })
    assert.equal(link.stoppedAt, null)
    assert.equal(link.status, 403)
  }))

test('F8 a link that was begun in a fresh session is refused when it comes back stale', () =>
  withApp({}, async (app) => {
    const browser = await signedIn(app)
    app.advance(500)
    const tab = browser.tab()
    await tab.open(app.url('/auth/account'))
    e.person = newPerson()
    const page = await tab.submit(
      { action: '/auth/link/e' },
      { until: (url) => url.pathname.startsWith('/auth/callback') },
    )
    app.advance(200)
    const back = await deliver(browser.tab(), page.stoppedAt ?? '')
    assert.equal(back.status, 403)
  }))

test('F9 a user who was deleted has no session any more, at once', async () => {
  const store = memory()
  await withApp({ store }, async (app) => {
    const browser = await signedIn(app)
    const me = await whoIs(browser, app)
    await store.users.delete(me?.id ?? '')
    assert.equal(await whoIs(browser, app), null)
  })
})

test('F9, F6 an identity that the application does not allow is refused before anything is stored', async () => {
  const store = memory()
  const allow = (identity: { readonly claims: Readonly<Record<string, unknown>> }): boolean | string =>
    identity.claims.hd === 'corp.example' || 'Only for people of corp.example.'
  await withApp({ store, allow }, async (app) => {
    for (const claims of [
      {},
      { hd: 'other.example' },
      { email: 'x@corp.example' },
      { hd: ['corp.example'] },
    ]) {
      const browser = app.browser()
      const page = await signIn(browser, app, 'h', { at: h, as: newPerson(claims) })
      assert.equal(page.status, 403)
      assert.match(page.text, /Only for people of corp\.example\./)
      assert.equal(await whoIs(browser, app), null)
      assert.equal(await store.users.findAccount({ issuer: h.issuer, subject: String(h.person.sub) }), null)
    }
    const browser = app.browser()
    await signIn(browser, app, 'h', { at: h, as: newPerson({ hd: 'corp.example' }) })
    assert.ok(await whoIs(browser, app))
  })
})

/** A store in which every facet fails once the test sets `isBroken`. */
function breakable(): { store: Store; state: { isBroken: boolean } } {
  const state = { isBroken: false }
  const failing = <T extends object>(part: T): T =>
    new Proxy(part, {
      get(target, name) {
        // Like a store over a network without change messages, so each check reads the store.
        if (name === 'watch') return null
        const value: unknown = Reflect.get(target, name, target)
        if (typeof value === 'object' && value !== null) return failing(value)
        if (typeof value !== 'function') return value
        return (...args: unknown[]): unknown => {
          if (state.isBroken && name !== 'close') throw new Error('the store is gone')
          return value.apply(target, args)
        }
      },
    })
  return { store: failing(memory()), state }
}

test('G16 a store that fails closes what is protected, leaves what is public open, and loses nobody', async () => {
  const { store, state } = breakable()
  await withApp({ store }, async (app) => {
    const browser = await signedIn(app)
    h.person = newPerson()
    const callback = await catchCallback(app.browser().tab(), app, 'h')
    state.isBroken = true
    const tab = browser.tab(app.url('/'))
    for (const path of ['/profile', '/area/x', '/api/me']) {
      const hop = await tab.fetch(path)
      assert.ok(hop.status >= 400, `${path} ${hop.status}`)
      assert.ok(!hop.body.includes('Your profile'))
    }
    assert.equal((await tab.fetch('/')).status, 200, 'the public page')
    const late = await deliver(app.browser().tab(), callback)
    assert.ok(late.status >= 400)
    state.isBroken = false
    assert.ok(await whoIs(browser, app), 'the session is still there')
  })
})

test('G16 a provider that is configured wrongly stops the start, and says which', async () => {
  const app: Application = await prepareApplication({
    environment: {
      OIDC_PROVIDERS: 'bad',
      OIDC_BAD_ISSUER: 'http://provider.example',
      OIDC_BAD_CLIENT_ID: 'x',
      OIDC_BAD_CLIENT_SECRET: 'y',
    },
  })
  app.launch()
  assert.notEqual(await app.waitForExit(), 0)
  assert.match(app.output, /"bad"[\s\S]*OIDC_BAD_ISSUER/)
  await app.stop()
})

test('G16 a database file that is damaged opens nothing', async () => {
  const app = await prepareApplication({ providers: { h } })
  writeFileSync(app.databaseFile, randomBytes(8192))
  app.launch()
  const code = await app.waitForExit(30_000)
  if (code === null) {
    const me = await app.get('/api/me', {
      cookie: `latchkey-${app.port}=${'a'.repeat(22)}.${'b'.repeat(43)}`,
    })
    assert.ok(me.status >= 400, String(me.status))
    const profile = await app.get('/profile', {
      cookie: `latchkey-${app.port}=${'a'.repeat(22)}.${'b'.repeat(43)}`,
    })
    assert.ok(!profile.body.includes('Your profile'))
  } else {
    assert.notEqual(code, 0)
    assert.match(app.output, /database|sqlite|store/i)
  }
  await app.stop()
})
