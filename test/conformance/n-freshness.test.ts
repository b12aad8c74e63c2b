// NF3, NF4, NF11, NF12, NH20: how recent a sign-in is, who attests to it, and what linking accepts as proof.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { github } from 'latchkey/providers/github'
import { memory } from 'latchkey/stores/memory'
import type { Browser, Page } from '../support/browser.ts'
import {
  describeProvider,
  type InProcessApplication,
  type InProcessOptions,
  startInProcess,
} from '../support/in-process-application.ts'
import { newGitHubPerson, newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import type { TestPerson, TokenContext } from '../support/provider-behaviour.ts'

let h: TestProvider
let e: TestProvider
let hub: TestProvider

before(async () => {
  ;[h, e, hub] = await Promise.all([startProvider(), startProvider(), startProvider({ shape: 'github' })])
})
afterEach(() => {
  for (const provider of [h, e, hub]) provider.reset()
})
after(() => Promise.all([h, e, hub].map((provider) => provider.stop())))

const hubOf = (): ReturnType<typeof github> =>
  github({ id: 'hub', baseUrl: hub.origin, clientId: hub.clientId, clientSecret: hub.clientSecret ?? '' })

async function withApp(
  options: Partial<InProcessOptions>,
  use: (app: InProcessApplication, store: ReturnType<typeof memory>) => Promise<void>,
): Promise<void> {
  const store = memory()
  const providers = [describeProvider('h', h), describeProvider('e', e), hubOf()]
  const app = await startInProcess({ providers, store, ...options })
  for (const provider of [h, e, hub]) provider.now = () => app.clock
  try {
    await use(app, store)
  } finally {
    await app.stop()
  }
}

/** A provider session of this age; only prompt=login makes the person sign in again. */
function singleSignOn(app: InProcessApplication, agoSeconds: number, sends = (_: TokenContext) => true) {
  return (draft: { claims: Record<string, unknown> }, context: TokenContext): void => {
    const isAsked = context.grant?.request.get('prompt') === 'login'
    draft.claims.auth_time = Math.floor(app.clock / 1000) - (isAsked ? 0 : agoSeconds)
    if (!sends(context)) delete draft.claims.auth_time
  }
}

function isFresh(app: InProcessApplication, browser: Browser, maxAgeSeconds: number): Promise<boolean> {
  return sessionOf(app, browser).then((session) => app.auth.satisfies(session, { maxAgeSeconds }))
}

async function sessionOf(app: InProcessApplication, browser: Browser) {
  const cookie = browser.jar.header({
    url: new URL(app.origin),
    method: 'GET',
    crossSite: false,
    topLevel: true,
  })
  const { session } = await app.auth.session({ headers: { cookie: cookie ?? '' } })
  assert.ok(session)
  return session
}

function confirm(app: InProcessApplication, browser: Browser, id: string, query: string): Promise<Page> {
  return browser.tab(app.url('/auth/login')).post(`/auth/login/${id}?${query}&returnTo=/area/back`)
}

test('NF3 a sign-in without auth_time is not recent, however young the session is', async () => {
  await withApp({}, async (app) => {
    h.behaviour.idToken = (draft) => delete draft.claims.auth_time
    const browser = app.browser()
    await signIn(browser, app, 'h', { at: h, as: newPerson() })
    assert.ok(await whoIs(browser, app), 'it is a sign-in')
    assert.equal(await isFresh(app, browser, 300), false)
    assert.equal(await isFresh(app, browser, Number.MAX_SAFE_INTEGER), false, 'unknown is never recent')
  })
})

test('NF3 a plain OAuth sign-in through the session of the provider is not recent', async () => {
  await withApp({}, async (app) => {
    const browser = app.browser()
    await signIn(browser, app, 'hub', { at: hub, as: newGitHubPerson() })
    assert.equal(await isFresh(app, browser, 300), false)
    const page = await confirm(app, browser, 'hub', 'maxAge=300')
    assert.equal(page.url.pathname, '/area/back')
    assert.equal(await isFresh(app, browser, 300), true, 'twin: a round trip that asked again is')
  })
})

for (const [name, authTime] of [
  ['0', () => 0],
  ['far ahead', (now: number) => now + 86_400],
  ['negative zero', () => -0],
] as const) {
  test(`NF3 an auth_time that is ${name} proves nothing`, async () => {
    await withApp({}, async (app) => {
      h.behaviour.idToken = (draft) => {
        draft.claims.auth_time = authTime(Math.floor(app.clock / 1000))
      }
      const browser = app.browser()
      await signIn(browser, app, 'h', { at: h, as: newPerson() })
      assert.equal(await isFresh(app, browser, 300), false)
    })
  })
}

test('NF3 twin: the moment that the provider names counts, since it is asked for at every sign-in', async () => {
  await withApp({}, async (app) => {
    const asked = ({ grant }: TokenContext) => grant?.request.get('max_age') !== null
    h.behaviour.idToken = singleSignOn(app, 200, asked)
    const browser = app.browser()
    await signIn(browser, app, 'h', { at: h, as: newPerson() })
    assert.equal(await isFresh(app, browser, 300), true)
    assert.equal(await isFresh(app, browser, 100), false)
  })
})

test('NH20 without a usable auth_time a step-up is refused, and the log says what is missing and the remedy', async () => {
  for (const bend of [
    (claims: Record<string, unknown>) => delete claims.auth_time,
    (claims: Record<string, unknown>) => Object.assign(claims, { auth_time: 0 }),
  ]) {
    await withApp({}, async (app) => {
      h.behaviour.idToken = ({ claims }) => bend(claims)
      const browser = app.browser()
      await signIn(browser, app, 'h', { at: h, as: newPerson() })
      const page = await confirm(app, browser, 'h', 'maxAge=60')
      assert.equal(page.status, 400, page.text)
      const line = app.log.find(({ event }) => event === 'refused')
      assert.equal(line?.code, 'provider_freshness_unproven')
      assert.match(String(line?.detail), /auth_time/)
      assert.match(String(line?.detail), /H_REAUTHENTICATION=prompt=login/)
      assert.equal(await isFresh(app, browser, 300), false)
    })
  }
})

test('NH20 twin: with a declared way to ask again, that round trip is the proof', async () => {
  const providers = [describeProvider('h', h, { reauthentication: { prompt: 'login' } })]
  await withApp({ providers }, async (app) => {
    h.behaviour.idToken = ({ claims }) => Object.assign(claims, { auth_time: 0 })
    const browser = app.browser()
    await signIn(browser, app, 'h', { at: h, as: newPerson() })
    assert.equal(await isFresh(app, browser, 300), false, 'a plain sign-in was not asked again')
    assert.equal((await confirm(app, browser, 'h', 'maxAge=60')).url.pathname, '/area/back')
    assert.equal(h.last('authorize').query.get('prompt'), 'login')
    assert.equal(await isFresh(app, browser, 60), true)
    h.behaviour.idToken = ({ claims }) =>
      Object.assign(claims, { auth_time: Math.floor(app.clock / 1000) - 7200 })
    assert.equal((await confirm(app, browser, 'h', 'maxAge=60')).status, 400, 'the provider says otherwise')
  })
})

test('NF11 a step-up is answered by the provider of the session, not by another linked account', async () => {
  await withApp({}, async (app) => {
    const browser = app.browser()
    const person = newPerson()
    await signIn(browser, app, 'h', { at: h, as: person })
    hub.person = newGitHubPerson()
    const tab = browser.tab()
    await tab.open(app.url('/auth/account'))
    await tab.submit({ action: '/auth/link/hub' })
    app.advance(3_600)
    const asked = hub.count('authorize')
    const page = await confirm(app, browser, 'hub', 'maxAge=300')
    assert.equal(page.status, 403)
    assert.equal(hub.count('authorize'), asked, 'the other provider was not asked')
    assert.equal((await sessionOf(app, browser)).identity.provider, 'h')
    assert.equal(await isFresh(app, browser, 300), false)
    h.person = person
    assert.equal((await confirm(app, browser, 'h', 'maxAge=300')).url.pathname, '/area/back', 'twin')
    assert.equal(await isFresh(app, browser, 300), true)
  })
})

test('NF11 twin: a demanded level is proved by whichever linked account reaches it', async () => {
  await withApp({}, async (app) => {
    const browser = app.browser()
    await signIn(browser, app, 'h', { at: h, as: newPerson() })
    e.person = newPerson()
    const tab = browser.tab()
    await tab.open(app.url('/auth/account'))
    await tab.submit({ action: '/auth/link/e' })
    e.behaviour.idToken = ({ claims }) => Object.assign(claims, { acr: 'gold' })
    assert.equal((await confirm(app, browser, 'e', 'acr=gold')).url.pathname, '/area/back')
    assert.equal((await sessionOf(app, browser)).acr, 'gold')
  })
})

/** The owner has an account at h. A second person comes from a provider that is authoritative for the same address. */
async function offered(
  app: InProcessApplication,
  claims: Record<string, unknown> = {},
): Promise<{ browser: Browser; owner: TestPerson; offer: Page }> {
  const owner = newPerson({ email: `o-${app.clock}-${Math.random()}@corp.example` })
  h.person = owner
  await app.browser().tab(app.url('/')).post('/auth/login/h')
  app.advance(10)
  const browser = app.browser()
  e.behaviour.idToken = (draft) => Object.assign(draft.claims, claims)
  e.person = newPerson({ email: owner.email })
  const offer = await browser.tab(app.url('/')).post('/auth/login/e')
  assert.equal(offer.url.pathname, '/auth/pending-link', offer.text)
  return { browser, owner, offer }
}

const authoritative = (): Partial<InProcessOptions> => ({
  providers: [describeProvider('h', h), describeProvider('e', e, { authoritativeDomains: ['corp.example'] })],
  silentLogin: 'h',
  session: { claims: ['groups'] },
})

test('NF12 a silent sign-in with the auth_time of last week is no proof for linking', async () => {
  await withApp(authoritative(), async (app, store) => {
    h.behaviour.idToken = singleSignOn(app, 7 * 86_400)
    const { browser, owner } = await offered(app)
    h.person = owner
    app.advance(5)
    const silent = await browser.tab().open(app.url('/auth/login?returnTo=/auth/pending-link'))
    assert.equal(h.last('authorize').query.get('prompt'), 'none')
    assert.equal((await whoIs(browser, app))?.sub, owner.sub, 'signed in, silently')
    assert.doesNotMatch(silent.html, /pending-link\/confirm/)
    const page = await browser.tab(String(silent.url)).post('/auth/pending-link/confirm')
    assert.equal(page.status, 403)
    const { id } = (await whoIs(browser, app)) ?? { id: '' }
    assert.equal((await store.users.listAccounts(id)).length, 1)
    // Twin: the button on the offer page asks for the password again.
    const tab = browser.tab()
    await tab.open(app.url('/auth/pending-link'))
    const asked = await tab.submit({ action: '/auth/login/h' })
    assert.equal(h.last('authorize').query.get('prompt'), 'login')
    assert.match(asked.html, /pending-link\/confirm/)
    await tab.submit({ action: '/auth/pending-link/confirm' })
    assert.equal((await store.users.listAccounts(id)).length, 2)
  })
})

test('NF12 a sign-in that the provider dates before the offer is no proof, whatever button began it', async () => {
  await withApp(authoritative(), async (app, store) => {
    const { browser, owner } = await offered(app)
    // This provider ignores prompt=login.
    h.behaviour.idToken = ({ claims }) =>
      Object.assign(claims, { auth_time: Math.floor(app.clock / 1000) - 300 })
    h.person = owner
    app.advance(5)
    const tab = browser.tab()
    await tab.open(app.url('/auth/pending-link'))
    await tab.submit({ action: '/auth/login/h' })
    assert.equal((await browser.tab(app.url('/')).post('/auth/pending-link/confirm')).status, 403)
    const { id } = (await whoIs(browser, app)) ?? { id: '' }
    assert.equal((await store.users.listAccounts(id)).length, 1)
  })
})

test('NF4 a separate account keeps what limits its session: end, level, age, claims', async () => {
  await withApp(authoritative(), async (app) => {
    const seconds = Math.floor(app.clock / 1000)
    const { browser, offer } = await offered(app, {
      session_expiry: seconds + 900,
      acr: 'silver',
      auth_time: seconds - 3 * 86_400,
      groups: ['staff'],
      picture: `https://example.com/${'p'.repeat(2_000)}`,
    })
    await browser.tab(String(offer.url)).post('/auth/pending-link/separate')
    const session = await sessionOf(app, browser)
    assert.equal(session.identity.issuer, e.issuer)
    assert.equal(session.endsAt.getTime(), (seconds + 900) * 1000)
    assert.equal(session.acr, 'silver')
    assert.deepEqual(session.claims, { groups: ['staff'] })
    assert.equal(session.authenticatedAt.getTime(), (seconds - 3 * 86_400) * 1000)
    assert.equal(app.auth.satisfies(session, { maxAgeSeconds: 3_600 }), false)
    app.advance(901)
    assert.equal(await whoIs(browser, app), null, 'ended when the provider said')
  })
})

test('NF4 an offer is over when the session that may come of it would be', async () => {
  await withApp(authoritative(), async (app, store) => {
    const { browser, offer } = await offered(app, { session_expiry: Math.floor(app.clock / 1000) + 120 })
    app.advance(200)
    const page = await browser.tab(String(offer.url)).post('/auth/pending-link/separate')
    assert.equal(page.status, 400)
    assert.equal(await whoIs(browser, app), null)
    assert.equal(await store.users.findAccount({ issuer: e.issuer, subject: e.person.sub }), null)
  })
})
