// Case D16 and third-party-initiated login: what the request asks for is verified in the answer (OpenID Connect Core
// §3.1.2.1, §3.1.3.7 items 12 and 13, §4; OWASP ASVS 5.0 §6.8.4).
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import type { Browser, Page } from '../support/browser.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import type { Behaviour, TestPerson } from '../support/provider-behaviour.ts'

let app: InProcessApplication
let closed: InProcessApplication
let h: TestProvider

before(async () => {
  h = await startProvider()
  app = await startInProcess({ providers: [describeProvider('h', h)], acceptThirdPartyLogin: true })
  closed = await startInProcess({ providers: [describeProvider('h', h)] })
  h.now = () => app.clock
})
afterEach(() => h.reset())
after(async () => {
  await app.stop()
  await closed.stop()
  await h.stop()
})

async function signedInLongAgo(): Promise<{ browser: Browser; person: TestPerson }> {
  const browser = app.browser()
  const person = newPerson()
  await signIn(browser, app, 'h', { at: h, as: person })
  app.advance(3600)
  return { browser, person }
}

/** Confirms the sign-in as the guard's link does. */
function confirm(browser: Browser, query: string): Promise<Page> {
  return browser.tab(app.url('/auth/login')).post(`/auth/login/h?${query}&returnTo=/area/back`)
}

const seconds = (): number => Math.floor(app.clock / 1000)

test('D16 twin: max_age is asked for, and a fresh auth_time leads back to the same place', async () => {
  const { browser, person } = await signedInLongAgo()
  const page = await confirm(browser, 'maxAge=60')
  assert.equal(page.url.pathname, '/area/back')
  assert.equal(h.last('authorize').query.get('max_age'), '60')
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
})

const refusals: Readonly<Record<string, Behaviour['idToken']>> = {
  'auth_time is missing': (draft) => delete draft.claims.auth_time,
  'auth_time is too old': (draft) => Object.assign(draft.claims, { auth_time: seconds() - 1800 }),
  'auth_time is text': (draft) => Object.assign(draft.claims, { auth_time: String(seconds()) }),
  'auth_time lies in the future': (draft) => Object.assign(draft.claims, { auth_time: seconds() + 7200 }),
}
for (const [name, idToken] of Object.entries(refusals)) {
  test(`D16 max_age was asked for and ${name}: refused`, async () => {
    const { browser } = await signedInLongAgo()
    const before = browser.jar.find(/^latchkey-\d+$/)?.value
    if (idToken !== undefined) h.behaviour.idToken = idToken
    const page = await confirm(browser, 'maxAge=60')
    assert.ok(page.status >= 400 && page.status < 500, page.text)
    assert.equal(browser.jar.find(/^latchkey-\d+$/)?.value, before, 'no new session')
  })
}

test('D16 acr that was asked for must be reached', async () => {
  for (const [acr, isReached] of [
    ['gold', true],
    ['silver', false],
    [undefined, false],
    [['gold'], false],
  ] as const) {
    const { browser } = await signedInLongAgo()
    h.behaviour.idToken = (draft) => Object.assign(draft.claims, { acr })
    const page = await confirm(browser, 'acr=gold')
    assert.equal(h.last('authorize').query.get('acr_values'), 'gold')
    assert.equal(page.url.pathname === '/area/back', isReached, `${acr}: ${page.text}`)
    if (!isReached) assert.ok(page.status >= 400 && page.status < 500)
  }
})

test('D16 a step-up as somebody else is refused, and the first person stays signed in', async () => {
  const { browser, person } = await signedInLongAgo()
  h.person = newPerson()
  const page = await confirm(browser, 'maxAge=60')
  assert.ok(page.status >= 400 && page.status < 500, page.text)
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
})

test('D16 a provider session that is over already signs nobody in', async () => {
  for (const [expiry, isAccepted] of [
    [seconds() + 600, true],
    [seconds() - 600, false],
    ['later', false],
  ] as const) {
    const browser = app.browser()
    h.behaviour.idToken = (draft) => Object.assign(draft.claims, { session_expiry: expiry })
    const page = await signIn(browser, app, 'h', { at: h, as: newPerson() })
    assert.equal((await whoIs(browser, app)) !== null, isAccepted, `${expiry}: ${page.text}`)
  }
})

test('oidcc-client-test-3rd-party-init-login: a portal begins a login with a state of our own', async () => {
  const person = newPerson()
  h.person = person
  for (const method of ['GET', 'POST']) {
    const browser = app.browser()
    const portal = browser.tab('https://portal.example/')
    const target = { iss: h.issuer, login_hint: 'somebody', target_link_uri: app.url('/area/target') }
    const page =
      method === 'GET'
        ? await portal.follow(app.url(`/auth/initiate-login?${new URLSearchParams(target)}`))
        : await portal.post(app.url('/auth/initiate-login'), target)
    assert.equal(page.url.pathname, '/area/target', method)
    assert.equal((await whoIs(browser, app))?.sub, person.sub)
    const { query } = h.last('authorize')
    assert.equal(query.get('login_hint'), 'somebody')
    assert.match(query.get('state') ?? '', /^[A-Za-z0-9_-]{22,}$/)
  }
})

test('oidcc-client-test-3rd-party-init-login: unknown issuers are refused, and targets elsewhere fall back', async () => {
  h.person = newPerson()
  const portal = (): ReturnType<Browser['tab']> => app.browser().tab('https://portal.example/')
  for (const iss of ['https://evil.example', `${h.issuer}/`, '']) {
    const page = await portal().follow(app.url(`/auth/initiate-login?iss=${encodeURIComponent(iss)}`), {
      until: (url) => url.hostname === 'evil.example',
    })
    assert.ok(page.stoppedAt === null && page.status >= 400 && page.status < 500, iss)
  }
  for (const target of [
    'https://evil.example/',
    `${app.origin}.evil.example/`,
    `${app.origin}@evil.example/`,
    '//evil.example',
    `${app.origin}//evil.example`,
  ]) {
    const page = await portal().follow(
      app.url(`/auth/initiate-login?${new URLSearchParams({ iss: h.issuer, target_link_uri: target })}`),
      {
        until: (url) => url.hostname.endsWith('evil.example'),
      },
    )
    assert.equal(page.stoppedAt, null, target)
    assert.equal(page.url.origin, app.origin)
  }
})

test('oidcc-client-test-3rd-party-init-login: by default a portal gets the page with the buttons', async () => {
  const page = await closed
    .browser()
    .tab('https://portal.example/')
    .follow(closed.url(`/auth/initiate-login?iss=${encodeURIComponent(h.issuer)}`))
  assert.equal(page.status, 200)
  assert.match(page.html, /action="\/auth\/login\/h/)
})
