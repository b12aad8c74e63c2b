// Cases B: a callback belongs to one browser, one attempt and one provider (RFC 9700 §4.4–4.7, RFC 9207).
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { type Application, startApplication } from '../support/application.ts'
import type { Page } from '../support/browser.ts'
import {
  beginLogin,
  catchCallback,
  deliver,
  newGitHubPerson,
  newPerson,
  pressProvider,
  signIn,
  whoIs,
} from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { assertRefused } from './assert-refused.ts'

let app: Application
let h: TestProvider
let e: TestProvider
let hub: TestProvider

before(async () => {
  h = await startProvider()
  e = await startProvider()
  hub = await startProvider({ shape: 'github' })
  app = await startApplication({ providers: { h, e, hub } })
})
afterEach(() => {
  for (const provider of [h, e, hub]) provider.reset()
})
after(async () => {
  await app.stop()
  await Promise.all([h.stop(), e.stop(), hub.stop()])
})

test("B1 an attacker's callback in a browser without an attempt is refused", async () => {
  h.person = newPerson()
  const callback = await catchCallback(app.browser().tab(), app, 'h')
  await assertRefused(app, { id: 'h', provider: h }, (victim) => deliver(victim.tab(), callback))
})

test('B2 a state that another browser began is refused, also where this one has attempts of its own', async () => {
  h.person = newPerson()
  const callback = await catchCallback(app.browser().tab(), app, 'h')
  await assertRefused(app, { id: 'h', provider: h }, async (victim) => {
    await beginLogin(victim.tab(), app, 'h')
    return deliver(victim.tab(), callback)
  })
})

test('B2 a foreign state is refused also at a provider that knows neither PKCE nor a nonce', async () => {
  hub.behaviour.checksPkce = false
  hub.person = newGitHubPerson()
  const callback = await catchCallback(app.browser().tab(), app, 'hub')
  await assertRefused(app, { id: 'hub', provider: hub }, async (victim) => {
    hub.behaviour.checksPkce = false
    await beginLogin(victim.tab(), app, 'hub')
    const page = await deliver(victim.tab(), callback)
    assert.equal(hub.count('token'), 0)
    return page
  })
})

test('B1 twin: in the browser that began it, the very same callback signs in', async () => {
  const person = newPerson()
  h.person = person
  const browser = app.browser()
  const callback = await catchCallback(browser.tab(), app, 'h')
  await deliver(browser.tab(), callback)
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
})

const malformed: Readonly<Record<string, (callback: URL) => string>> = {
  'state missing': (callback) => without(callback, 'state'),
  'state empty': (callback) => with_(callback, 'state', ''),
  'state twice': (callback) => `${callback}&state=${callback.searchParams.get('state')}`,
  'state twice, one wrong': (callback) => `${callback}&state=x`,
  'state as an array': (callback) => String(callback).replace('state=', 'state[]='),
  'state of 10 kB': (callback) => with_(callback, 'state', 'a'.repeat(10_000)),
  'state with NUL': (callback) => `${callback}%00`.replace(/state=([^&]*)/, 'state=$1%00'),
  'state in invalid UTF-8': (callback) => String(callback).replace(/state=([^&]*)/, 'state=%ff%fe'),
  'state in another case': (callback) =>
    with_(callback, 'state', swapCase(callback.searchParams.get('state') ?? '')),
  'code missing': (callback) => without(callback, 'code'),
  'code empty': (callback) => with_(callback, 'code', ''),
  'code twice': (callback) => `${callback}&code=other`,
  'no parameters': (callback) => `${callback.origin}${callback.pathname}`,
  'a broken percent sign': (callback) => `${callback.origin}${callback.pathname}?state=%&code=%zz`,
}
for (const [name, change] of Object.entries(malformed)) {
  test(`B3 refused: ${name}`, () =>
    assertRefused(app, { id: 'h', provider: h }, async (browser) => {
      h.person = newPerson()
      const callback = await catchCallback(browser.tab(), app, 'h')
      return deliver(browser.tab(), change(callback))
    }))
}

test('B3 refused: a query and a body at once', () =>
  assertRefused(app, { id: 'h', provider: h }, async (browser) => {
    h.person = newPerson()
    const callback = await catchCallback(browser.tab(), app, 'h')
    return browser.tab(`${h.origin}/`).post(callback, Object.fromEntries(callback.searchParams))
  }))

test('B4 a callback delivered twice makes one token request; who is signed in goes on to the application', async () => {
  const person = newPerson()
  h.person = person
  const browser = app.browser()
  const callback = await catchCallback(browser.tab(), app, 'h', { returnTo: '/area/b4?x=1' })
  await deliver(browser.tab(), callback)
  const again = await deliver(browser.tab(), callback)
  assert.equal(again.status, 200)
  assert.equal(h.count('token'), 1)
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
})

test('B4 a used callback with the copied attempt cookie is refused in another browser', async () => {
  h.person = newPerson()
  const browser = app.browser()
  const callback = await catchCallback(browser.tab(), app, 'h')
  const thief = app.browser({ jar: browser.jar.copy() })
  await deliver(browser.tab(), callback)
  await assertRefused(app, { id: 'h', provider: h, browser: thief }, async () => {
    const page = await deliver(thief.tab(), callback)
    assert.equal(h.count('token'), 1)
    return page
  })
})

test('B4 two simultaneous deliveries make one token request, and both end well', async () => {
  const person = newPerson()
  h.person = person
  const browser = app.browser()
  const callback = await catchCallback(browser.tab(), app, 'h')
  // Without the delay, a busy machine would finish the first delivery before the second arrives.
  h.behaviour.tokenDelayMilliseconds = 500
  const pages = await Promise.all([deliver(browser.tab(), callback), deliver(browser.tab(), callback)])
  assert.deepEqual(
    pages.map((page) => page.status),
    [200, 200],
  )
  assert.equal(h.count('token'), 1)
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
})

test('B5 a login whose checks were stripped on the way is refused, and its code stays worthless', async () => {
  h.person = newPerson()
  const attacker = app.browser()
  const url = await beginLogin(attacker.tab(), app, 'h')
  for (const name of ['state', 'nonce', 'code_challenge', 'code_challenge_method'])
    url.searchParams.delete(name)
  const callback = h.answerTo(url)
  const victim = app.browser()
  await beginLogin(victim.tab(), app, 'h')
  await assertRefused(app, { id: 'h', provider: h, browser: victim }, () => deliver(victim.tab(), callback))
  await assertRefused(app, { id: 'h', provider: h }, (clean) => deliver(clean.tab(), callback))
  await assertRefused(app, { id: 'h', provider: h, browser: attacker }, () =>
    deliver(attacker.tab(), callback),
  )
})

for (const checksPkce of [true, false]) {
  test(`B6 another login's code is refused ${checksPkce ? 'by PKCE' : 'by the nonce, where the provider ignores PKCE'}`, async () => {
    const theirs = await catchCallback(app.browser().tab(), app, 'h')
    await assertRefused(app, { id: 'h', provider: h }, async (victim) => {
      h.behaviour.checksPkce = checksPkce
      const callback = await catchCallback(victim.tab(), app, 'h')
      callback.searchParams.set('code', theirs.searchParams.get('code') ?? '')
      const page = await deliver(victim.tab(), callback)
      assert.equal(h.count('token'), 1)
      return page
    })
  })
}

test("B6 another login's ID token is refused by the nonce", async () => {
  let stolen = ''
  h.behaviour.tokenBody = (body) => {
    stolen = String(body.id_token)
  }
  await signIn(app.browser(), app, 'h', { at: h, as: newPerson() })
  await assertRefused(app, { id: 'h', provider: h }, async (victim) => {
    h.behaviour.tokenBody = (body) => Object.assign(body, { id_token: stolen })
    return signIn(victim, app, 'h')
  })
})

test('B7 mix-up: E sends the browser on to H, whose code arrives at the callback of H with the state of E', () =>
  assertRefused(app, { id: 'h', provider: h }, async (victim) => {
    h.person = newPerson()
    e.behaviour.authorize = ({ query }) => {
      const url = new URL(`${h.origin}${h.paths.authorize}?${query}`)
      url.searchParams.set('client_id', h.clientId)
      url.searchParams.set('redirect_uri', app.url('/auth/callback/h'))
      return { status: 303, headers: { location: String(url) } }
    }
    return assertNothingRedeemed(await signIn(victim, app, 'e'))
  }))

test('B7 mix-up: the code of H arrives at the callback of E', () =>
  assertRefused(app, { id: 'h', provider: h }, async (victim) => {
    h.person = newPerson()
    e.behaviour.authorize = ({ query }) => {
      const url = new URL(`${h.origin}${h.paths.authorize}?${query}`)
      url.searchParams.set('client_id', h.clientId)
      return { status: 303, headers: { location: String(url) } }
    }
    return assertNothingRedeemed(await signIn(victim, app, 'e'))
  }))

test('B7 mix-up: a state minted for E is presented at the callback of H with a code of H', () =>
  assertRefused(app, { id: 'h', provider: h }, async (victim) => {
    h.person = newPerson()
    const atE = await catchCallback(victim.tab(), app, 'e')
    const atH = await catchCallback(victim.tab(), app, 'h')
    atH.searchParams.set('state', atE.searchParams.get('state') ?? '')
    return assertNothingRedeemed(await deliver(victim.tab(), atH))
  }))

test('B7 mix-up: a state minted for H is presented at the callback of E', () =>
  assertRefused(app, { id: 'h', provider: h }, async (victim) => {
    h.person = newPerson()
    const atH = await catchCallback(victim.tab(), app, 'h')
    atH.pathname = '/auth/callback/e'
    return assertNothingRedeemed(await deliver(victim.tab(), atH))
  }))

test("B7 mix-up: E's metadata names the authorization endpoint of H", async () => {
  const liar = await startProvider({
    clientId: h.clientId,
    behaviour: {
      metadata: (metadata) => {
        metadata.authorization_endpoint = `${h.origin}${h.paths.authorize}`
        delete metadata.authorization_response_iss_parameter_supported
      },
    },
  })
  const other = await startApplication({ providers: { h, liar } })
  try {
    await assertRefused(other, { id: 'h', provider: h }, async (victim) => {
      h.person = newPerson()
      const page = await signIn(victim, other, 'liar')
      assert.equal(liar.count('token'), 0, 'the liar got the code of H')
      return page
    })
  } finally {
    await other.stop()
    await liar.stop()
  }
})

/** Neither provider received a code. */
function assertNothingRedeemed(page: Page): Page {
  assert.equal(e.count('token'), 0, 'E got a token request')
  assert.equal(h.count('token'), 0, 'H got a token request')
  return page
}

/** A browser prefetches a page as it opens one: only the purpose tells the two apart. */
const prefetches = [
  { 'sec-purpose': 'prefetch' },
  { 'sec-purpose': 'prefetch;prerender' },
  { purpose: 'prefetch' },
].map((purpose) => ({ 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', ...purpose }))

test('B11 HEAD, OPTIONS and prefetches of the callback do not spend the attempt', async () => {
  const person = newPerson()
  h.person = person
  const browser = app.browser()
  const callback = await catchCallback(browser.tab(), app, 'h')
  const page = browser.tab(`${app.origin}/`)
  for (const method of ['HEAD', 'OPTIONS']) {
    const hop = await page.fetch(callback, { method })
    assert.ok(hop.status < 500, method)
  }
  for (const headers of prefetches) await page.fetch(callback, { headers })
  assert.equal(h.count('token'), 0)
  await deliver(browser.tab(), callback)
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
})

test('B11 HEAD, OPTIONS and prefetches of a start begin no login', async () => {
  const browser = app.browser()
  const page = browser.tab(`${app.origin}/`)
  for (const path of ['/auth/login', '/auth/login/h']) {
    for (const init of [
      { method: 'HEAD' },
      { method: 'OPTIONS' },
      ...prefetches.map((headers) => ({ headers })),
    ]) {
      const hop = await page.fetch(path, init)
      assert.ok(hop.status < 500, `${path} ${JSON.stringify(init)}`)
      assert.deepEqual(hop.setCookies, [], `${path} ${JSON.stringify(init)}`)
    }
  }
})

for (const [name, order] of Object.entries({
  'in order': [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  'in reverse order': [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
  mixed: [3, 9, 0, 5, 7, 1, 8, 2, 6, 4],
})) {
  test(`B12 ten tabs that sign in at once all succeed, finished ${name}`, async () => {
    const browser = app.browser()
    const person = newPerson()
    h.person = person
    const callbacks: URL[] = []
    for (let tab = 0; tab < 10; tab++)
      callbacks.push(await catchCallback(browser.tab(), app, 'h', { returnTo: `/area/${tab}` }))
    for (const index of order) {
      const page = await deliver(browser.tab(), callbacks[index] ?? '')
      assert.equal(page.url.pathname, `/area/${index}`, page.text)
      assert.equal((await whoIs(browser, app))?.sub, person.sub)
    }
    assert.equal(h.count('token'), 10)
  })
}

test('B12 fifty abandoned logins leave less than 4 kB of cookies, and the next one works', async () => {
  const browser = app.browser()
  const tab = browser.tab(`${app.origin}/auth/login`)
  for (let login = 0; login < 50; login++)
    await pressProvider(tab, app, 'h', `?returnTo=/area/${'x'.repeat(login)}`)
  const header = browser.jar.header({
    url: new URL(app.origin),
    method: 'GET',
    crossSite: false,
    topLevel: true,
  })
  assert.ok((header?.length ?? 0) < 4096, `${header?.length} bytes`)
  const person = newPerson()
  await signIn(browser, app, 'h', { at: h, as: person })
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
})

test('B15 no cookie of ours is taken in the place of another one', async () => {
  h.person = newPerson()
  const browser = app.browser()
  await signIn(browser, app, 'h')
  const session = browser.jar.all().find((cookie) => cookie.name === `latchkey-${app.port}`)
  assert.ok(session)
  const attacker = app.browser()
  const callback = await catchCallback(attacker.tab(), app, 'h')
  const attempt = attacker.jar.all().find((cookie) => cookie.name.startsWith(`latchkey-${app.port}.`))
  assert.ok(attempt)

  const asSession = app.browser()
  asSession.jar.plant({ ...attempt, name: session.name })
  assert.equal(await whoIs(asSession, app), null, 'an attempt was taken for a session (CVE-2023-48309)')

  await assertRefused(app, { id: 'h', provider: h }, (other) => {
    other.jar.plant({ ...session, name: attempt.name })
    return deliver(other.tab(), callback)
  })
  const link = app.browser()
  link.jar.plant({ ...attempt, name: `${session.name}-link` })
  const page = await link.tab().open(app.url('/auth/pending-link'))
  assert.ok(page.status < 500)
  assert.equal(await whoIs(link, app), null)
})

test('B15 cookies of a deployment with another secret are nobody', async () => {
  const other = await startApplication({ providers: { h } })
  try {
    const browser = other.browser()
    await signIn(browser, other, 'h', { at: h, as: newPerson() })
    const callback = await catchCallback(browser.tab(), other, 'h')
    const moved = app.browser()
    for (const cookie of browser.jar.all()) {
      moved.jar.plant({ ...cookie, name: cookie.name.replace(String(other.port), String(app.port)) })
    }
    assert.equal(await whoIs(moved, app), null)
    await assertRefused(app, { id: 'h', provider: h, browser: moved }, () =>
      deliver(moved.tab(), `${app.url('/auth/callback/h')}${callback.search}`),
    )
  } finally {
    await other.stop()
  }
})

test('B16 a login as somebody else starts a new session, shows nothing of the first, and links nothing', async () => {
  const browser = app.browser()
  const [anna, bert] = [newPerson(), newPerson()]
  await signIn(browser, app, 'h', { at: h, as: anna })
  const first = browser.jar.copy()
  const annaUser = await whoIs(browser, app)
  const before = app.census()
  await signIn(browser, app, 'h', { at: h, as: bert })
  const bertUser = await whoIs(browser, app)
  assert.equal(bertUser?.sub, bert.sub)
  assert.notEqual(bertUser?.id, annaUser?.id)
  assert.deepEqual(app.census(), { users: before.users + 1, accounts: before.accounts + 1 })
  const home = await browser.tab().open(app.url('/'))
  assert.ok(!home.html.includes(String(anna.name)) && !home.html.includes(String(anna.email)))
  assert.notEqual(first.find(/^latchkey-\d+$/)?.value, browser.jar.find(/^latchkey-\d+$/)?.value)
  assert.equal(await whoIs(app.browser({ jar: first }), app), null, 'the first session lives on')
})

test('B17 twin: a link begun in a session adds the account to its user', async () => {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  const user = await whoIs(browser, app)
  const before = app.census()
  e.person = newPerson()
  await deliver(browser.tab(), await beginLink(browser))
  assert.deepEqual(app.census(), { users: before.users, accounts: before.accounts + 1 })
  assert.equal((await whoIs(browser, app))?.id, user?.id)
})

/** Starts linking an account at E in this browser's session, and intercepts the callback. */
async function beginLink(browser: ReturnType<Application['browser']>): Promise<URL> {
  const tab = browser.tab()
  await tab.open(app.url('/auth/account'))
  const page = await tab.submit(
    { action: '/auth/link/e' },
    { until: (url) => url.pathname.startsWith('/auth/callback') },
  )
  assert.ok(page.stoppedAt, page.text)
  return page.stoppedAt
}

const changedSessions: Readonly<
  Record<string, (browser: ReturnType<Application['browser']>) => Promise<unknown>>
> = {
  'after signing out': (browser) => browser.tab(app.url('/')).post('/auth/logout'),
  'in the session of somebody else': (browser) => signIn(browser, app, 'h', { at: h, as: newPerson() }),
}
for (const [name, change] of Object.entries(changedSessions)) {
  test(`B17 a link is refused ${name}`, async () => {
    const browser = app.browser()
    await signIn(browser, app, 'h', { at: h, as: newPerson() })
    e.person = newPerson()
    const callback = await beginLink(browser)
    await change(browser)
    const before = app.census()
    const user = await whoIs(browser, app)
    const page = await deliver(browser.tab(), callback)
    assert.ok(page.status >= 400 && page.status < 500, `${page.status} ${page.text}`)
    assert.deepEqual(app.census(), before)
    assert.deepEqual(await whoIs(browser, app), user)
  })
}

test("B17 a link is refused in another person's browser", async () => {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  e.person = newPerson()
  const callback = await beginLink(browser)
  const victim = app.browser()
  await signIn(victim, app, 'h', { at: h, as: newPerson() })
  const before = app.census()
  const user = await whoIs(victim, app)
  const page = await deliver(victim.tab(), callback)
  assert.equal(e.count('token'), 0)
  // The browser is already signed in, so a redirect to the application is allowed, but nothing may be linked or changed.
  assert.ok(page.status < 500)
  assert.deepEqual(app.census(), before)
  assert.deepEqual(await whoIs(victim, app), user)
})

function without(callback: URL, name: string): string {
  const url = new URL(callback)
  url.searchParams.delete(name)
  return String(url)
}

function with_(callback: URL, name: string, value: string): string {
  const url = new URL(callback)
  url.searchParams.set(name, value)
  return String(url)
}

function swapCase(text: string): string {
  return [...text]
    .map((each) => (each === each.toLowerCase() ? each.toUpperCase() : each.toLowerCase()))
    .join('')
}
