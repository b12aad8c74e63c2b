// Cases A: the authorization request (RFC 9700 §2.1, §4.1, §4.5, §4.7, §4.8, §4.12, §4.16; RFC 7636).
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import { type Application, prepareApplication, startApplication } from '../support/application.ts'
import { exchangeRaw } from '../support/http-exchange.ts'
import { beginLogin, newPerson, pressProvider, pressSignIn, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

let app: Application
let h: TestProvider
let plain: TestProvider
let query: TestProvider
let scoped: TestProvider
let hub: TestProvider
let google: TestProvider
let pushed: TestProvider

before(async () => {
  ;[h, plain, query, scoped, hub, google, pushed] = await Promise.all([
    startProvider(),
    startProvider({
      behaviour: {
        metadata: (metadata) => {
          delete metadata.code_challenge_methods_supported
        },
      },
    }),
    startProvider({
      behaviour: {
        metadata: (metadata) => {
          metadata.authorization_endpoint += '?tenant=x'
        },
      },
    }),
    startProvider(),
    startProvider({ shape: 'github' }),
    startProvider({ alg: 'RS256' }),
    startProvider({ requiresPushedRequests: true }),
  ])
  app = await startApplication({
    providers: { h, plain, query, scoped, hub, pushed },
    environment: {
      PROVIDERS: 'google,facebook',
      OIDC_SCOPED_SCOPE: 'openid groups',
      GOOGLE_CLIENT_ID: google.clientId,
      GOOGLE_CLIENT_SECRET: google.clientSecret ?? '',
      GOOGLE_BASE_URL: google.origin,
      FACEBOOK_CLIENT_ID: 'facebook-app',
      FACEBOOK_CLIENT_SECRET: 'facebook-secret-of-the-test',
    },
  })
})
afterEach(() => {
  for (const provider of [h, plain, query, scoped, hub, google, pushed]) provider.reset()
})
after(async () => {
  await app.stop()
  await Promise.all([h, plain, query, scoped, hub, google, pushed].map((provider) => provider.stop()))
})

test('A1 state, nonce and challenge of 1,000 logins are unique and carry at least 128 bits', async () => {
  const seen = { state: new Set<string>(), nonce: new Set<string>(), code_challenge: new Set<string>() }
  for (let jar = 0; jar < 20; jar++) {
    const browser = app.browser()
    for (let login = 0; login < 50; login++) {
      const url = await pressProvider(browser.tab(`${app.origin}/auth/login`), app, 'h')
      for (const [name, values] of Object.entries(seen)) values.add(url.searchParams.get(name) ?? '')
    }
  }
  for (const [name, values] of Object.entries(seen)) {
    assert.equal(values.size, 1000, name)
    for (const value of values) assert.match(value, /^[A-Za-z0-9_-]{22,}$/, name)
  }
})

for (const id of ['h', 'hub', 'google', 'facebook']) {
  test(`A1 ${id}: every provider of the catalogue sends a new state and challenge`, async () => {
    const browser = app.browser()
    const states = new Set<string | null>()
    const challenges = new Set<string | null>()
    for (let login = 0; login < 10; login++) {
      const { searchParams } = await pressProvider(browser.tab(`${app.origin}/auth/login`), app, id)
      states.add(searchParams.get('state'))
      challenges.add(searchParams.get('code_challenge'))
      assert.equal(searchParams.get('code_challenge_method'), 'S256')
      assert.equal(searchParams.get('response_type'), 'code')
      assert.equal(searchParams.get('redirect_uri'), app.url(`/auth/callback/${id}`))
    }
    assert.equal(states.size, 10)
    assert.equal(challenges.size, 10)
    assert.ok(!states.has(null) && !challenges.has(null))
  })
}

for (const id of ['h', 'plain', 'hub']) {
  test(`A2 ${id}: PKCE S256, whose verifier nobody but the token endpoint sees`, async () => {
    const provider = id === 'h' ? h : id === 'hub' ? hub : plain
    provider.person = newPerson({ sub: '4711' })
    const browser = app.browser()
    const tab = browser.tab()
    const page = await pressSignIn(tab, app, id)
    const authorization = provider.last('authorize').query
    const verifier = provider.last('token').form.get('code_verifier') ?? ''
    assert.equal(authorization.get('code_challenge_method'), 'S256')
    assert.match(authorization.get('code_challenge') ?? '', /^[A-Za-z0-9_-]{43}$/)
    assert.equal(
      createHash('sha256').update(verifier).digest('base64url'),
      authorization.get('code_challenge'),
    )
    for (const hop of page.trace) {
      const shown = `${hop.url} ${hop.headers.location} ${hop.body} ${hop.setCookies.join(' ')}`
      for (const form of [
        verifier,
        Buffer.from(verifier).toString('base64url'),
        Buffer.from(verifier).toString('base64'),
      ]) {
        assert.ok(!shown.includes(form), `the verifier is readable at ${hop.url}`)
      }
    }
  })
}

test('A3 response_type is code alone, the scope is as configured, and no other grant is used', async () => {
  const person = newPerson()
  const browser = app.browser()
  await signIn(browser, app, 'scoped', { at: scoped, as: person })
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
  const { query: sent } = scoped.last('authorize')
  assert.equal(sent.get('response_type'), 'code')
  assert.equal(sent.get('scope'), 'openid groups')
  assert.equal(sent.get('response_mode') ?? 'query', 'query')
  assert.equal(scoped.last('token').form.get('grant_type'), 'authorization_code')

  const other = await beginLogin(app.browser().tab(), app, 'h')
  assert.ok(other.searchParams.get('scope')?.split(' ').includes('openid'))
})

test('A4 a query in the authorization endpoint is kept, and there is no fragment', async () => {
  const url = await beginLogin(app.browser().tab(), app, 'query')
  assert.equal(url.searchParams.get('tenant'), 'x')
  assert.equal(url.searchParams.get('client_id'), query.clientId)
  assert.equal(url.hash, '')
  const browser = app.browser()
  const person = newPerson()
  await signIn(browser, app, 'query', { at: query, as: person })
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
})

test('A5 parameters of the request never become parameters of the authorization request', async () => {
  const tab = app.browser().tab(`${app.origin}/auth/login`)
  const polluted =
    '/auth/login/h?scope=admin&redirect_uri=https://evil.example&client_id=z&response_mode=fragment&state=fixed&nonce=fixed' +
    '&code_challenge=x&request_uri=https://evil.example&request=a.b.c&prompt=none&returnTo=/a%26redirect_uri=https://evil.example'
  const page = await tab.post(
    polluted,
    { scope: 'admin', redirect_uri: 'https://evil.example' },
    { until: (url) => url.origin !== app.origin },
  )
  const sent = page.stoppedAt?.searchParams ?? new URLSearchParams()
  const expected = { client_id: h.clientId, redirect_uri: app.url('/auth/callback/h'), response_type: 'code' }
  for (const [name, value] of Object.entries(expected)) assert.deepEqual(sent.getAll(name), [value], name)
  for (const name of ['scope', 'state', 'nonce', 'code_challenge']) {
    assert.equal(sent.getAll(name).length, 1, name)
    assert.ok(!['admin', 'fixed', 'x'].includes(sent.get(name) ?? ''), name)
  }
  for (const name of ['request_uri', 'request', 'prompt', 'response_mode', 'returnTo'])
    assert.equal(sent.get(name), null, name)

  const browser = app.browser()
  const person = newPerson()
  await signIn(browser, app, 'h', { at: h, as: person })
  assert.equal((await whoIs(browser, app))?.sub, person.sub, 'a later clean login is unaffected')
})

const spoofedHeaders: readonly Record<string, string>[] = [
  { host: 'evil.example' },
  { 'x-forwarded-host': 'evil.example' },
  { 'x-forwarded-proto': 'https' },
  { 'x-forwarded-port': '444' },
  { 'x-forwarded-prefix': '/evil' },
  { forwarded: 'host=evil.example;proto=https' },
  { 'x-original-url': '/auth/login/e', 'x-rewrite-url': '/evil' },
]

test('A6 Host and forwarding headers do not reach the redirect URI', async () => {
  for (const spoofed of spoofedHeaders) {
    const answer = await app.get(
      '/auth/login/h',
      { origin: app.origin, 'sec-fetch-site': 'same-origin', ...spoofed },
      'POST',
    )
    if (answer.status >= 400) {
      assert.ok(answer.status < 500, JSON.stringify(spoofed))
      continue
    }
    assert.equal(answer.status, 303, JSON.stringify(spoofed))
    const sent = new URL(answer.headers.location ?? '').searchParams
    assert.equal(sent.get('redirect_uri'), app.url('/auth/callback/h'), JSON.stringify(spoofed))
  }
})

test('A6 an absolute request line does not reach the redirect URI', async () => {
  const lines = [
    'POST http://evil.example/auth/login/h HTTP/1.1',
    `Host: localhost:${app.port}`,
    `Origin: ${app.origin}`,
    'Sec-Fetch-Site: same-origin',
    'Content-Length: 0',
    'Connection: close',
  ]
  const answer = await exchangeRaw(app.port, `${lines.join('\r\n')}\r\n\r\n`)
  assert.match(answer, /^HTTP\/1\.1 [34]/)
  assert.ok(!/^location: .*evil\.example/im.test(answer), answer)
})

test('A6 the first request after the start cannot teach the application a wrong host', async () => {
  const fresh = await prepareApplication({ providers: { h } })
  fresh.launch()
  try {
    const evil = { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
    while (true) {
      const answer = await fresh.get('/', evil).catch(() => null)
      if (answer !== null) break
      assert.ok(fresh.isRunning, fresh.output)
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
    const url = await beginLogin(fresh.browser().tab(), fresh, 'h')
    assert.equal(url.searchParams.get('redirect_uri'), fresh.url('/auth/callback/h'))
  } finally {
    await fresh.stop()
  }
})

test('A7 the authorization redirect is 303 and its pages can be neither framed nor cached', async () => {
  const tab = app.browser().tab()
  const page = await pressSignIn(tab, app, 'h', { until: (url) => url.origin !== app.origin })
  const form = tab.page
  const redirect = page.trace[0]
  assert.equal(form?.status, 200)
  assert.match(String(form?.headers['content-security-policy']), /frame-ancestors 'none'/)
  assert.match(String(form?.headers['cache-control']), /no-store/)
  assert.equal(redirect?.status, 303)
  assert.match(String(redirect?.headers['cache-control']), /no-store/)
})

test('A8 the client secret never passes through the browser', async () => {
  const browser = app.browser()
  const page = await signIn(browser, app, 'h', { at: h, as: newPerson() })
  for (const hop of page.trace) {
    const seen = `${hop.url} ${JSON.stringify(hop.headers)} ${hop.body}`
    assert.ok(!seen.includes(h.clientSecret ?? 'none'), String(hop.url))
  }
})

test('A8 a provider that requires pushed requests gets them, and the browser carries a reference alone', async () => {
  const person = newPerson()
  const browser = app.browser()
  const page = await signIn(browser, app, 'pushed', { at: pushed, as: person })
  assert.equal((await whoIs(browser, app))?.sub, person.sub, `${page.status} ${page.text}`)
  assert.deepEqual([...pushed.last('authorize').query.keys()].sort(), ['client_id', 'request_uri'])
  assert.equal(pushed.last('par').form.get('code_challenge_method'), 'S256')
})
