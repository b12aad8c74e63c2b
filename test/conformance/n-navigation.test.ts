// NF2 and NS3: a GET starts, ends or changes something only if a person navigates to it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from '../support/browser.ts'
import { type ExchangeAnswer, exchange } from '../support/http-exchange.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { beginLogin, catchCallback, deliver, newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

let app: InProcessApplication
let h: TestProvider

before(async () => {
  h = await startProvider()
  app = await startInProcess({ providers: [describeProvider('h', h)], acceptThirdPartyLogin: true })
})
after(async () => {
  await app.stop()
  await h.stop()
})

const page = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
const ours = { 'sec-fetch-site': 'same-origin' }

/** Sends a GET with the browser's cookies and exactly these headers. */
function get(path: string, headers: Readonly<Record<string, string>>, browser?: Browser) {
  const cookie = browser && cookiesOf(browser)
  return exchange({
    method: 'GET',
    url: new URL(app.url(path)),
    headers: { accept: 'text/html,*/*;q=0.8', ...(cookie ? { cookie } : {}), ...headers },
  })
}

function cookiesOf(browser: Browser): string {
  const url = new URL(app.origin)
  return browser.jar.header({ url, method: 'GET', crossSite: false, topLevel: true }) ?? ''
}

function assertNothingBegan(answer: ExchangeAnswer, name: string): void {
  assert.equal(answer.headers.location, undefined, name)
  assert.deepEqual(answer.setCookies, [], name)
}

const markup: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a picture': { ...ours, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
  'a picture, by its destination alone': { ...ours, 'sec-fetch-dest': 'image' },
  'a script': { ...ours, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
  'a frame': { ...ours, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
  'an old frame': { ...ours, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'frame' },
  'an embedded object': { ...ours, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'object' },
  'an embed element': { ...ours, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'embed' },
  'a stylesheet': { ...ours, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'style' },
  'a video': { ...ours, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'video' },
  'a fetch': { ...ours, 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
  'a mode that is none': { ...ours, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'document' },
  'a person who is none': { ...ours, ...page, 'sec-fetch-user': '?0' },
}
const ahead: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Sec-Purpose: prefetch': { 'sec-purpose': 'prefetch' },
  'Sec-Purpose: prefetch;prerender': { 'sec-purpose': 'prefetch;prerender' },
  'Purpose: prefetch': { purpose: 'prefetch' },
  'X-Purpose: preview': { 'x-purpose': 'preview' },
  'X-Moz: prefetch': { 'x-moz': 'prefetch' },
  'Next-Router-Prefetch': { 'next-router-prefetch': '1' },
  'Next-Router-Segment-Prefetch': { 'next-router-segment-prefetch': '/_tree' },
  RSC: { rsc: '1' },
  'Next, pages router': { 'x-nextjs-data': '1' },
  'Next, proxy': { 'x-middleware-prefetch': '1' },
  Turbo: { 'x-sec-purpose': 'prefetch' },
  Inertia: { 'x-inertia': 'true' },
  htmx: { 'hx-request': 'true' },
  Unpoly: { 'x-up-version': '3.10.2' },
  XMLHttpRequest: { 'x-requested-with': 'XMLHttpRequest' },
}
const notPages: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ...Object.entries(markup).map(([name, headers]) => ['NF2', name, headers] as const),
  ...Object.entries(ahead).map(([name, headers]) => ['NS3', name, { ...ours, ...page, ...headers }] as const),
]

for (const [id, name, headers] of notPages) {
  test(`${id} ${name} starts no login, and ten of them push none out`, async () => {
    const browser = app.browser()
    await beginLogin(browser.tab(), app, 'h')
    const cookies = cookiesOf(browser)
    const asked = h.count('authorize')
    for (let times = 0; times < 10; times++) {
      const answer = await get('/auth/login/h', headers, browser)
      assertNothingBegan(answer, name)
      assert.equal(answer.status, 200)
      assert.match(answer.body, /action="\/auth\/login\/h/)
    }
    const initiated = `/auth/initiate-login?iss=${encodeURIComponent(h.issuer)}`
    assertNothingBegan(await get(initiated, { ...headers, 'sec-fetch-site': 'cross-site' }, browser), name)
    assert.equal(cookiesOf(browser), cookies)
    assert.equal(h.count('authorize'), asked)
  })

  test(`${id} ${name} finishes no login; the page itself does`, async () => {
    h.person = newPerson()
    const browser = app.browser()
    const callback = await catchCallback(browser.tab(), app, 'h')
    const asked = h.count('token')
    const path = `${callback.pathname}${callback.search}`
    const answer = await get(path, { ...headers, 'sec-fetch-site': 'cross-site' }, browser)
    assertNothingBegan(answer, name)
    assert.ok([204, 403].includes(answer.status), `${answer.status}`)
    assert.equal(h.count('token'), asked)
    assert.equal(await whoIs(browser, app), null)
    await deliver(browser.tab(), callback)
    assert.equal((await whoIs(browser, app))?.sub, h.person.sub)
  })

  test(`${id} ${name} asks for no permissions`, async () => {
    const answer = await get('/auth/authorize/h?request=x', headers)
    assertNothingBegan(answer, name)
    assert.ok([204, 403].includes(answer.status), `${answer.status}`)
  })
}

test('NF2 twin: a link of our own pages starts a login, with and without Sec-Fetch-User', async () => {
  for (const person of [{}, { 'sec-fetch-user': '?1' }]) {
    const answer = await get('/auth/login/h', { ...ours, ...page, ...person })
    assert.equal(answer.status, 303)
    assert.ok(answer.headers.location?.startsWith(h.origin))
  }
})

test('NS3 twin: a link that was fetched ahead starts its login when it is opened', async () => {
  const link = '/auth/login/h?returnTo=/area/next'
  assertNothingBegan(
    await get(link, { ...ours, 'sec-fetch-dest': 'empty', 'next-router-prefetch': '1' }),
    link,
  )
  assert.equal((await get(link, { ...ours, ...page })).status, 303)
})

test('NF2 twin: a web view that names its application in X-Requested-With starts one', async () => {
  const answer = await get('/auth/login/h', { ...ours, ...page, 'x-requested-with': 'com.example.reader' })
  assert.equal(answer.status, 303)
})

test('NF2 a program or an old browser without Fetch Metadata gets the page, whatever its Origin says', async () => {
  for (const headers of [{}, { origin: app.origin }, { referer: `${app.origin}/` }]) {
    const answer = await get('/auth/login/h', headers)
    assert.equal(answer.status, 200)
    assertNothingBegan(answer, JSON.stringify(headers))
  }
})

test('NF2 twin: a browser without Fetch Metadata signs in by the button', async () => {
  const browser = app.browser({ fetchMetadata: false })
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  assert.equal((await whoIs(browser, app))?.sub, h.person.sub)
})

test('NF2 pop-ups of another site at initiate-login push out no login that the person began', async () => {
  h.person = newPerson()
  const browser = app.browser()
  const tab = browser.tab()
  const callback = await catchCallback(tab, app, 'h', { returnTo: '/area/kept' })
  const initiated = app.url(`/auth/initiate-login?iss=${encodeURIComponent(h.issuer)}`)
  for (let times = 0; times < 15; times++) {
    const popUp = browser.tab('https://evil.example/')
    const ended = await popUp.follow(initiated, { until: (url) => url.origin === h.origin })
    assert.ok(ended.stoppedAt, 'the portal of a provider may begin a login')
  }
  assert.ok(cookiesOf(browser).length < 3_500)
  await deliver(tab, callback)
  assert.equal((await whoIs(browser, app))?.sub, h.person.sub)
})

test('NF2 twin: a login that the portal of a provider began is finished, also beside one that the person began', async () => {
  h.person = newPerson()
  const browser = app.browser()
  await beginLogin(browser.tab(), app, 'h')
  await browser.tab(h.origin).follow(app.url(`/auth/initiate-login?iss=${encodeURIComponent(h.issuer)}`))
  assert.equal((await whoIs(browser, app))?.sub, h.person.sub)
})

test('NF2 a front-channel logout is a frame or a page: a picture with issuer and sid ends nothing', async () => {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson({ sid: 'sid-of-the-frame' }) })
  const path = `/auth/frontchannel-logout/h?iss=${encodeURIComponent(h.issuer)}&sid=sid-of-the-frame`
  const foreign = { 'sec-fetch-site': 'cross-site' }
  for (const headers of [
    { ...foreign, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
    { ...foreign, 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
    { ...foreign, ...page, 'sec-purpose': 'prefetch' },
  ]) {
    assert.ok([204, 403].includes((await get(path, headers)).status))
  }
  assert.ok(await whoIs(browser, app))
  const frame = { ...foreign, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }
  assert.equal((await get(path, frame)).status, 200)
  assert.equal(await whoIs(browser, app), null)
})

test('NF19 a strangely named cookie below our prefix neither fails a login nor comes back', async () => {
  const prefix = `latchkey-${app.port}.`
  for (const strange of ['ä', 'a b', '<x>', 'a"b', '(', 'x'.repeat(300), '', '~', '~~abcdefg', 'äbcdefgh']) {
    const cookie = Array.from({ length: 12 }, (_, at) => `${prefix}${strange}${at || ''}=1`).join('; ')
    const answer = await exchange({
      method: 'POST',
      url: new URL(app.url('/auth/login/h')),
      headers: {
        ...ours,
        origin: app.origin,
        'content-length': '0',
        cookie: Buffer.from(cookie).toString('latin1'),
      },
    })
    assert.equal(answer.status, 303, strange)
    assert.equal(answer.setCookies.length, 1, strange)
  }
})
