// NH11: no value from a provider or a stranger makes a cookie or a URL too large, or becomes text that a store cannot save.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { beginLogin, newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

let sealed: InProcessApplication
let stored: InProcessApplication
let h: TestProvider
let post: TestProvider

before(async () => {
  ;[h, post] = await Promise.all([startProvider(), startProvider()])
  sealed = await startInProcess({ providers: [describeProvider('h', h)], store: undefined })
  stored = await startInProcess({
    providers: [describeProvider('h', h), describeProvider('p', post, { responseMode: 'form_post' })],
  })
})
after(async () => {
  await Promise.all([sealed.stop(), stored.stop()])
  await Promise.all([h.stop(), post.stop()])
})

test('NH11 a sealed session leaves out a picture or a name that is too long, and the person is in', async () => {
  const long = `https://pictures.example/${'x'.repeat(2_000)}`
  for (const claims of [{ picture: long }, { picture: long, name: 'ü'.repeat(250) }, {}]) {
    h.person = newPerson(claims)
    const browser = sealed.browser()
    await signIn(browser, sealed, 'h')
    const me = await whoIs(browser, sealed)
    assert.equal(me?.sub, h.person.sub)
    const cookie = browser.jar.header({
      url: new URL(sealed.origin),
      method: 'GET',
      crossSite: false,
      topLevel: true,
    })
    assert.ok((cookie ?? '').length <= 4_096)
  }
})

test('NH11 an answer by form_post with a large front-channel token is handed on without it; what cannot shrink is refused clearly', async () => {
  const browser = stored.browser()
  const tab = browser.tab()
  const asked = await beginLogin(tab, stored, 'p')
  const state = asked.searchParams.get('state') ?? ''
  const from = browser.tab(`${post.origin}/`)
  const isGet = (url: URL, method: string) => url.pathname === '/auth/callback/p' && method === 'GET'
  const handed = await from.post(
    stored.url('/auth/callback/p'),
    { state, code: 'c'.repeat(2_000), id_token: 'x'.repeat(12_000), user: '{"name":"Ada"}' },
    { until: isGet },
  )
  assert.ok(handed.stoppedAt)
  assert.ok((handed.stoppedAt?.href.length ?? 0) < 8_000, `${handed.stoppedAt?.href.length}`)
  const refused = await from.post(
    stored.url('/auth/callback/p'),
    { state, code: 'c'.repeat(9_000) },
    { until: isGet },
  )
  assert.equal(refused.stoppedAt, null)
  assert.equal(refused.status, 413)
  assert.deepEqual(refused.trace.at(-1)?.setCookies, [])
})

test('NH11 NUL and endless text in values that reach a store are refused with a 4xx, and end nothing', async () => {
  h.person = newPerson({ sid: 'a-sid' })
  const browser = stored.browser()
  await signIn(browser, stored, 'h')
  const tab = browser.tab(`${stored.origin}/`)
  for (const strange of ['\0', 'a-sid\0', 'x'.repeat(300)]) {
    for (const [path, fields] of [
      ['/auth/unlink', { account: strange }],
      ['/auth/sessions/end', { session: strange }],
    ] as const) {
      const page = await tab.post(path, fields)
      assert.equal(page.status, 400, path)
    }
    const query = new URLSearchParams({ iss: h.issuer, sid: strange })
    const frame = await browser
      .tab(h.origin)
      .load(stored.url(`/auth/frontchannel-logout/h?${query}`), 'iframe')
    assert.equal(frame.status, 400)
  }
  assert.ok(await whoIs(browser, stored))
})
