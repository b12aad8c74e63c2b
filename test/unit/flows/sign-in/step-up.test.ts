// Step-up (N7): a real round trip for every provider, even one without max_age; the same person and the same page. Also
// rotation: a new session id after linking changes neither the start nor the end of a session.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, afterEach, before, test } from 'node:test'
import { latchkey } from 'latchkey'
import { nodeLatchkey, requireFresh } from 'latchkey/node'
import { github } from 'latchkey/providers/github'
import { memory } from 'latchkey/stores/memory'
import { Browser } from '../../../support/browser.ts'
import { describeProvider } from '../../../support/in-process-application.ts'
import { newGitHubPerson, newPerson, signIn } from '../../../support/journeys.ts'
import { startProvider, type TestProvider } from '../../../support/provider.ts'
import { rememberSecret } from '../../../support/secrets.ts'

const secret = 'a secret of at least thirty-two bytes'
rememberSecret('LATCHKEY_SECRET', secret)

let h: TestProvider
let e: TestProvider
let picky: TestProvider
let hub: TestProvider

before(async () => {
  ;[h, e, picky, hub] = await Promise.all([
    startProvider(),
    startProvider(),
    startProvider(),
    startProvider({ shape: 'github' }),
  ])
})
afterEach(() => {
  for (const provider of [h, e, picky, hub]) provider.reset()
})
after(() => Promise.all([h, e, picky, hub].map((provider) => provider.stop())))

interface Bench {
  readonly origin: string
  readonly auth: ReturnType<typeof latchkey>
  readonly advance: (seconds: number) => void
  readonly browser: () => Browser
}

/** `/danger` needs a sign-in within the last five minutes, `/vault` the level gold; below `/api`, both are for programs. */
async function withApp({ isSealed = false }, use: (bench: Bench) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => listener(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  let clock = Date.now()
  for (const provider of [h, e, picky, hub]) provider.now = () => clock
  const auth = latchkey({
    origin,
    secret,
    store: isSealed ? undefined : memory(),
    now: () => clock,
    environment: {},
    log: () => {},
    providers: [
      describeProvider('h', h),
      describeProvider('e', e),
      // Like Google, it does not support max_age and can at most make the person choose an account.
      describeProvider('picky', picky, { deviations: { reauthentication: { prompt: 'select_account' } } }),
      github({
        id: 'hub',
        baseUrl: hub.origin,
        clientId: hub.clientId,
        clientSecret: hub.clientSecret ?? '',
      }),
    ],
  })
  const fine = (_: unknown, response: { end: (text: string) => void }): void => response.end('You may.')
  const routes = {
    '/danger': requireFresh(auth, fine, { maxAge: 300 }),
    '/vault': requireFresh(auth, fine, { acr: 'gold' }),
    '/api/danger': requireFresh(auth, fine, { maxAge: 300, api: true }),
    '/api/vault': requireFresh(auth, fine, { acr: ['gold', 'platinum'], maxAge: 60, api: true }),
  }
  const listener = nodeLatchkey(auth, (request, response) => {
    const path = new URL(request.url ?? '/', origin).pathname
    const route = Object.entries(routes).find(([each]) => each === path)?.[1]
    return route ? route(request, response) : response.end(request.latchkey.user?.id ?? 'nobody')
  })
  const advance = (seconds: number): void => {
    clock += seconds * 1000
  }
  try {
    await use({ origin, auth, advance, browser: () => new Browser({ now: () => clock }) })
  } finally {
    server.closeAllConnections()
    server.close()
    await auth.close()
  }
}

for (const isSealed of [false, true]) {
  const kind = isSealed ? 'sealed' : 'stored'

  test(`N7 ${kind}: a page asks for a new sign-in, and the person is back at it`, async () => {
    await withApp({ isSealed }, async ({ origin, advance, browser }) => {
      const visitor = browser()
      await signIn(visitor, { origin }, 'h', { at: h, as: newPerson() })
      const tab = visitor.tab()
      assert.equal((await tab.open(`${origin}/danger?x=1`)).text, 'You may.', 'fresh enough')
      advance(301)
      const asking = await tab.open(`${origin}/danger?x=1`)
      assert.equal(asking.url.pathname, '/auth/login')
      assert.match(asking.text, /Confirm that it is you/)
      assert.match(asking.html, /\/auth\/login\/h\?/)
      assert.doesNotMatch(
        asking.html,
        /\/auth\/login\/(?:e|hub|picky)\?/,
        'another one would be another account',
      )
      const page = await tab.submit({ action: '/auth/login/h' })
      const { query } = h.last('authorize')
      assert.deepEqual([query.get('max_age'), query.get('prompt')], ['300', 'login'])
      assert.equal(`${page.url.pathname}${page.url.search}`, '/danger?x=1')
      assert.equal(page.text, 'You may.')
    })
  })

  test(`N7 ${kind}: somebody else who confirms gets nowhere, and takes nothing over`, async () => {
    await withApp({ isSealed }, async ({ origin, advance, browser }) => {
      const visitor = browser()
      await signIn(visitor, { origin }, 'h', { at: h, as: newPerson() })
      const tab = visitor.tab()
      const userId = (await tab.open(`${origin}/`)).text
      advance(301)
      await tab.open(`${origin}/danger`)
      h.person = newPerson()
      const page = await tab.submit({ action: '/auth/login/h' })
      assert.equal(page.status, 403)
      assert.equal((await tab.open(`${origin}/`)).text, userId)
      assert.equal((await tab.open(`${origin}/danger`)).url.pathname, '/auth/login')
    })
  })
}

test('N7 a provider without max_age: its own question is asked, and the round trip counts', async () => {
  await withApp({}, async ({ origin, advance, browser }) => {
    for (const [id, provider, person] of [
      ['picky', picky, newPerson()],
      ['hub', hub, newGitHubPerson()],
    ] as const) {
      provider.behaviour.idToken = (draft) => delete draft.claims.auth_time
      const visitor = browser()
      await signIn(visitor, { origin }, id, { at: provider, as: person })
      advance(301)
      const tab = visitor.tab()
      await tab.open(`${origin}/danger`)
      const asked = provider.count('authorize')
      const page = await tab.submit({ action: `/auth/login/${id}` })
      assert.equal(page.text, 'You may.', id)
      assert.equal(provider.count('authorize'), asked + 1, id)
      const { query } = provider.last('authorize')
      assert.equal(query.get('max_age'), null, id)
      if (id === 'picky') assert.equal(query.get('prompt'), 'select_account')
    }
  })
})

test('N7 a level is asked for and demanded; who can prove none is told so', async () => {
  await withApp({}, async ({ origin, browser }) => {
    const visitor = browser()
    await signIn(visitor, { origin }, 'h', { at: h, as: newPerson() })
    const tab = visitor.tab()
    await tab.open(`${origin}/vault`)
    assert.equal((await tab.submit({ action: '/auth/login/h' })).status, 400, 'asked for, not reached')
    assert.equal(h.last('authorize').query.get('acr_values'), 'gold')
    h.behaviour.idToken = (draft) => Object.assign(draft.claims, { acr: 'gold' })
    await tab.open(`${origin}/vault`)
    assert.equal((await tab.submit({ action: '/auth/login/h' })).text, 'You may.')

    const other = browser()
    await signIn(other, { origin }, 'hub', { at: hub, as: newGitHubPerson() })
    const hubTab = other.tab()
    await hubTab.open(`${origin}/vault`)
    const page = await hubTab.submit({ action: '/auth/login/hub' })
    assert.equal(page.status, 403)
    assert.match(page.text, /stronger sign-in/)
  })
})

test('N7 programs are told what is missing (RFC 9470 §3), and where a person satisfies it', async () => {
  await withApp({}, async ({ origin, advance, browser }) => {
    const visitor = browser()
    const stranger = await visitor.tab(`${origin}/`).fetch('/api/danger')
    assert.deepEqual([stranger.status, JSON.parse(stranger.body).error], [401, 'session_required'])
    assert.equal(stranger.headers['www-authenticate'], undefined)
    await signIn(visitor, { origin }, 'h', { at: h, as: newPerson() })
    const tab = visitor.tab(`${origin}/`)
    assert.equal((await tab.fetch('/api/danger')).status, 200)
    advance(301)
    const late = await tab.fetch('/api/danger')
    assert.equal(late.status, 401)
    assert.equal(
      late.headers['www-authenticate'],
      'Bearer error="insufficient_user_authentication", max_age="300"',
    )
    const { error, loginPath } = JSON.parse(late.body)
    assert.equal(error, 'session_not_fresh')
    await tab.open(`${origin}${loginPath}&returnTo=/after`)
    assert.equal((await tab.submit({ action: '/auth/login/h' })).url.pathname, '/after')
    assert.equal((await tab.fetch('/api/danger')).status, 200)
    const weak = await tab.fetch('/api/vault')
    assert.equal(
      weak.headers['www-authenticate'],
      'Bearer error="insufficient_user_authentication", max_age="60", acr_values="gold platinum"',
    )
  })
})

test('a rotated session begins and ends when it would have: linking again and again keeps nobody in', async () => {
  await withApp({}, async ({ origin, auth, advance, browser }) => {
    const visitor = browser()
    await signIn(visitor, { origin }, 'h', { at: h, as: newPerson() })
    const userId = (await visitor.tab().open(`${origin}/`)).text
    const [first] = await auth.sessions.list(userId)
    advance(500)
    e.person = newPerson()
    const tab = visitor.tab()
    await tab.open(`${origin}/auth/account`)
    await tab.submit({ action: '/auth/link/e' })
    const [second, ...others] = await auth.sessions.list(userId)
    assert.deepEqual(others, [], 'the old one is gone')
    assert.notEqual(second?.id, first?.id)
    assert.deepEqual(
      [second?.createdAt, second?.endsAt, second?.authenticatedAt],
      [first?.createdAt, first?.endsAt, first?.authenticatedAt],
    )
    advance(200)
    assert.equal((await tab.open(`${origin}/danger`)).url.pathname, '/auth/login', 'not fresher for it')
  })
})
