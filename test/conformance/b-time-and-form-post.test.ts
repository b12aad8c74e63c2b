// Cases B10, B13 and B14: answers by form_post, expired attempts, and the attempt's cookie on https.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import type { Browser } from '../support/browser.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import {
  beginLogin,
  catchCallback,
  deliver,
  newPerson,
  pressSignIn,
  signIn,
  whoIs,
} from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

let app: InProcessApplication
let secure: InProcessApplication
let h: TestProvider
let apple: TestProvider

before(async () => {
  h = await startProvider()
  apple = await startProvider({ responseMode: 'form_post' })
  const providers = [
    describeProvider('h', h),
    describeProvider('apple', apple, { responseMode: 'form_post' }),
  ]
  app = await startInProcess({ providers })
  secure = await startInProcess({ providers, origin: 'https://app.example.test' })
})
afterEach(() => {
  h.reset()
  apple.reset()
  for (const provider of [h, apple]) provider.now = () => app.clock
})
after(async () => {
  await Promise.all([app.stop(), secure.stop()])
  await Promise.all([h.stop(), apple.stop()])
})

/** The provider's page with the form that carries the answer. */
async function answerPage(browser: Browser, place = app) {
  apple.person = newPerson()
  const tab = browser.tab()
  await pressSignIn(tab, place, 'apple')
  assert.equal(tab.url.origin, apple.origin)
  return tab
}

for (const kind of ['http', 'https']) {
  test(`B10 oidcc-client-test by form_post: a cross-site POST answer signs in, without any SameSite=None (${kind})`, async () => {
    const place = kind === 'http' ? app : secure
    const browser = place.browser()
    const tab = await answerPage(browser, place)
    const page = await tab.submit()
    assert.equal((await whoIs(browser, place))?.sub, apple.person.sub)
    const post = page.trace[0]
    assert.equal(post?.requestHeaders.cookie, undefined, 'Lax cookies do not come along')
    assert.equal(post?.status, 303)
    assert.equal(new URL(post?.headers.location ?? '', place.origin).searchParams.size, 1)
    assert.ok(!/[?&](code|state)=/.test(post?.headers.location ?? ''))
    assert.equal(apple.last('authorize').query.get('response_mode'), 'form_post')
    for (const hop of page.trace) assert.ok(!hop.setCookies.some((cookie) => /samesite=none/i.test(cookie)))
  })
}

const refusedAnswers: Readonly<Record<string, (attacked: Browser) => Promise<{ status: number }>>> = {
  'a browser that has no attempt': async () => {
    const theirs = await answerPage(app.browser())
    const fields = fieldsOf(theirs.page?.html ?? '')
    return app.browser().tab(apple.origin).post(app.url('/auth/callback/apple'), fields)
  },
  'code and state by GET': async (browser) => {
    const tab = await answerPage(browser)
    const query = new URLSearchParams(fieldsOf(tab.page?.html ?? ''))
    return deliver(browser.tab(), app.url(`/auth/callback/apple?${query}`))
  },
  'a made-up hand-off': (browser) => deliver(browser.tab(), app.url('/auth/callback/apple?handoff=made-up')),
  'a hand-off together with a query': async (browser) => {
    const tab = await answerPage(browser)
    return browser.tab(apple.origin).post(app.url('/auth/callback/apple?x=1'), fieldsOf(tab.page?.html ?? ''))
  },
  'a hand-off at another provider': async (browser) => {
    const tab = await answerPage(browser)
    const page = await tab.submit({}, { until: (url) => url.searchParams.has('handoff') })
    const moved = new URL(page.stoppedAt ?? '')
    moved.pathname = '/auth/callback/h'
    return deliver(browser.tab(), moved)
  },
  'a hand-off that is too old': async (browser) => {
    const tab = await answerPage(browser)
    const page = await tab.submit({}, { until: (url) => url.searchParams.has('handoff') })
    app.advance(90)
    return deliver(browser.tab(), page.stoppedAt ?? '')
  },
  'a body of 20 kB': (browser) =>
    browser.tab(apple.origin).post(app.url('/auth/callback/apple'), { code: 'x'.repeat(20_000) }),
  'a body that is no form': (browser) =>
    browser.tab(apple.origin).postRaw(app.url('/auth/callback/apple'), '{"code":"x"}', 'application/json'),
  'a JWT response (JARM)': (browser) =>
    browser.tab(apple.origin).post(app.url('/auth/callback/apple'), { response: 'a.b.c' }),
  'a POST at a provider that answers by query': async (browser) => {
    h.person = newPerson()
    const callback = await catchCallback(browser.tab(), app, 'h')
    return browser.tab(h.origin).post(app.url('/auth/callback/h'), Object.fromEntries(callback.searchParams))
  },
  'a JWT response at a provider that answers by query': async (browser) => {
    await beginLogin(browser.tab(), app, 'h')
    return deliver(browser.tab(), app.url('/auth/callback/h?response=a.b.c'))
  },
}
for (const [name, attack] of Object.entries(refusedAnswers)) {
  test(`B10 refused: ${name}`, async () => {
    const browser = app.browser()
    const page = await attack(browser)
    assert.ok(page.status >= 400 && page.status < 500, String(page.status))
    assert.equal(await whoIs(browser, app), null)
    const twin = app.browser()
    await (await answerPage(twin)).submit()
    assert.ok(await whoIs(twin, app), 'the next honest login')
  })
}

test('B10 oidcc-client-test-form-post-error: an error by form_post shows a page', async () => {
  apple.behaviour.authorizationAnswer = (answer) => {
    answer.delete('code')
    answer.set('error', 'login_required')
  }
  const browser = app.browser()
  const page = await (await answerPage(browser)).submit()
  assert.ok(page.status >= 400 && page.status < 500)
  assert.match(page.text, /you were not signed in/i)
  assert.equal(await whoIs(browser, app), null)
})

test('B13 a callback after the attempt ended says so and offers to start again; a session that exists stays', async () => {
  const browser = app.browser()
  const person = newPerson()
  await signIn(browser, app, 'h', { at: h, as: person })
  h.person = newPerson()
  const callback = await catchCallback(browser.tab(), app, 'h')
  const kept = browser.jar.copy()
  for (const cookie of kept.all()) kept.plant({ ...cookie, expiresAt: null })
  app.advance(601)
  const late = await deliver(app.browser({ jar: kept }).tab(), callback)
  assert.ok(late.status >= 400 && late.status < 500)
  assert.match(late.text, /too long|start again/i)
  assert.match(late.html, /href="\/auth\/login/)
  assert.equal(h.count('token'), 1, 'the late code is not redeemed')
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
})

test('B13 twin: a callback just before the end signs in', async () => {
  const browser = app.browser()
  h.person = newPerson()
  const callback = await catchCallback(browser.tab(), app, 'h')
  app.advance(590)
  await deliver(browser.tab(), callback)
  assert.equal((await whoIs(browser, app))?.sub, h.person.sub)
})

test('B14, G4 cookies on https: __Host-, Secure, HttpOnly, SameSite=Lax, Path=/, no Domain, short and opaque', async () => {
  h.now = () => secure.clock
  const browser = secure.browser()
  const tab = browser.tab()
  const begun = await pressSignIn(tab, secure, 'h', {
    returnTo: '/area/secret-place',
    until: (url) => url.origin === h.origin,
  })
  const state = begun.stoppedAt?.searchParams.get('state') ?? ''
  const nonce = begun.stoppedAt?.searchParams.get('nonce') ?? ''
  const [attempt = ''] = begun.trace[0]?.setCookies ?? []
  assert.match(attempt, /^__Host-[^=]+=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  assert.ok(Number(/Max-Age=(\d+)/.exec(attempt)?.[1]) <= 900)
  const value = /=([^;]+)/.exec(attempt)?.[1] ?? ''
  for (const text of [value, Buffer.from(value, 'base64url').toString('latin1')]) {
    for (const hidden of [state, nonce, 'secret-place', h.issuer]) assert.ok(!text.includes(hidden), hidden)
  }
  const page = await signIn(browser, secure, 'h', { at: h, as: newPerson() })
  const session =
    page.trace.flatMap((hop) => hop.setCookies).find((cookie) => /^[^.=]+=[^;]/.test(cookie)) ?? ''
  assert.match(session, /^__Host-[^=]+=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  assert.ok((session.split(';')[0]?.length ?? 0) <= 4096)
  assert.deepEqual(browser.jar.refused, [])
  assert.equal((await whoIs(browser, secure))?.sub, h.person.sub)
})

test('B14 cookies on loopback http: neither __Host- nor Secure, which Safari drops there, and the port in their names', async () => {
  const browser = app.browser({ secureOnLoopback: false })
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  assert.equal((await whoIs(browser, app))?.sub, h.person.sub)
  assert.deepEqual(browser.jar.refused, [])
  for (const cookie of browser.jar.all()) {
    assert.ok(cookie.httpOnly && cookie.sameSite === 'lax' && cookie.hostOnly && cookie.path === '/')
    assert.ok(cookie.name.includes(String(app.port)))
  }
})

function fieldsOf(html: string): Record<string, string> {
  return Object.fromEntries(
    [...html.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  )
}
