// examples/provider-api: the protocol alone, with the example's own sessions.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Tab } from '../support/browser.ts'
import { type Example, passAs, startExample } from '../support/example.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

async function beginAt(app: Example, providerId: string): Promise<Tab> {
  const tab = app.browser().tab()
  await tab.open(app.origin)
  await tab.submit({ action: `/login/${providerId}` })
  return tab
}

describe('provider-api', () => {
  let app: Example
  before(async () => {
    app = await startExample('provider-api')
  })
  after(() => app?.stop())

  for (const [providerId, registered] of [
    ['google', 'by discovery'],
    ['acme', 'with fixed endpoints'],
    ['github', 'as plain OAuth'],
  ] as const) {
    test(`${providerId}, registered ${registered}: in, the profile by a relative URL, and out`, async () => {
      const tab = await beginAt(app, providerId)
      const home = await passAs(tab, 'mira')
      assert.equal(home.url.href, app.url('/'))
      assert.match(home.text, /Hello, Mira Castellanos!/)

      const { identity, api } = JSON.parse((await tab.follow('/profile')).html)
      assert.equal(identity.email, 'mira@example.net')
      assert.equal(String(api.sub ?? api.id), identity.subject)

      await tab.open(app.origin)
      await tab.submit({ label: 'Sign out' }, { until: (url) => url.port !== new URL(app.origin).port })
      assert.match((await tab.open(app.origin)).text, /Nobody is signed in/)
    })
  }

  test('further parameters reach the provider, and protocol parameters appear once', async () => {
    const tab = app.browser().tab()
    await tab.open(app.origin)
    const { stoppedAt } = await tab.submit(
      { action: '/login/google' },
      { until: (url) => url.hostname === '127.0.0.1' },
    )
    const sent = stoppedAt?.searchParams ?? new URLSearchParams()
    assert.deepEqual([sent.get('access_type'), sent.get('prompt')], ['offline', 'consent'])
    assert.equal(sent.get('code_challenge_method'), 'S256')
    assert.equal(sent.get('redirect_uri'), app.url('/callback/google'))
    assert.equal(new Set(sent.keys()).size, [...sent.keys()].length)
  })

  test('a callback in another browser, or a second time, is refused', async () => {
    const tab = await beginAt(app, 'google')
    await tab.submit({ fields: { person: 'mira' } })
    const { stoppedAt } = await tab.submit(
      { label: 'Allow' },
      { until: (url) => url.pathname === '/callback/google' },
    )
    const callback = stoppedAt ?? ''
    const stranger = await app.browser().tab('http://127.0.0.1:1').follow(callback)
    assert.equal(stranger.status, 400)
    assert.equal((await tab.follow(callback)).status, 200)
    const replayed = await tab.follow(callback)
    assert.equal(replayed.status, 400)
    assert.match(replayed.text, /Please start again/)
  })

  test('two tabs sign in side by side', async () => {
    const browser = app.browser()
    const isAway = (url: URL): boolean => url.hostname === '127.0.0.1'
    const begun: [Tab, URL][] = []
    for (const action of ['/login/github', '/login/acme']) {
      const tab = browser.tab()
      await tab.open(app.origin)
      const { stoppedAt } = await tab.submit({ action }, { until: isAway })
      assert.ok(stoppedAt)
      begun.push([tab, stoppedAt])
    }
    for (const [tab, authorization] of begun) {
      await tab.follow(authorization)
      assert.match((await passAs(tab, 'alex')).text, /Hello, Alex Lindqvist!/)
    }
  })

  test('whoever refuses reads why, and another site starts nothing', async () => {
    const tab = await beginAt(app, 'google')
    const refused = await tab.submit({ label: 'Cancel' })
    assert.equal(refused.status, 403)
    assert.match(refused.text, /did not allow/)

    const foreign = await app.browser().tab('https://evil.example/').post(app.url('/login/google'))
    assert.equal(foreign.status, 403)
    assert.equal((await tab.open(app.url('/callback/nobody?state=x'))).status, 404)
  })
})

describe('provider-api, near the end of an access token', () => {
  let provider: TestProvider
  let app: Example
  before(async () => {
    provider = await startProvider({ prefix: '/v1' })
    provider.person = { sub: '7', name: 'Ida', email: 'ida@example.test', email_verified: true }
    // A refreshed token lives long, so a call that arrives a moment later uses it without another refresh.
    provider.behaviour.tokenBody = (body, { request }) => {
      if (request.form.get('grant_type') === 'authorization_code') body.expires_in = 30
    }
    app = await startExample('provider-api', {
      environment: {
        GOOGLE_ISSUER: provider.issuer,
        GOOGLE_CLIENT_ID: provider.clientId,
        GOOGLE_CLIENT_SECRET: provider.clientSecret ?? '',
      },
    })
  })
  after(async () => {
    await app?.stop()
    await provider?.stop()
  })

  test('it is refreshed before the call, once for calls at the same time, and the tokens stay on the server', async () => {
    const tab = app.browser().tab()
    await tab.open(app.origin)
    assert.match((await tab.submit({ action: '/login/google' })).text, /Hello, Ida!/)
    const answers = await Promise.all([1, 2, 3].map(() => tab.fetch('/profile')))
    for (const { body } of answers) assert.equal(JSON.parse(body).api.sub, '7')
    const grants = provider.requests
      .filter(({ endpoint }) => endpoint === 'token')
      .map(({ form }) => form.get('grant_type'))
    assert.deepEqual(grants, ['authorization_code', 'refresh_token'])
    assert.equal(provider.reusedRefreshTokens, 0)

    const sent = tab.page?.trace.flatMap(({ setCookies }) => setCookies) ?? []
    assert.ok(sent.length > 0)
    for (const cookie of sent) {
      assert.match(cookie, /^provider-api-session=[\w-]{43}; .*HttpOnly/)
      assert.match(cookie, /SameSite=Lax/)
    }
    for (const { body } of answers) assert.doesNotMatch(body, /at_|rt_|eyJ/)
  })

  test('a grant that was ended at the provider says so', async () => {
    const tab = app.browser().tab()
    await tab.open(app.origin)
    await tab.submit({ action: '/login/google' })
    provider.behaviour.token = () => ({
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: '{"error":"invalid_grant"}',
    })
    const page = await tab.open(app.url('/profile'))
    provider.reset()
    assert.equal(page.status, 403)
    assert.match(page.text, /Your permission at the other service has ended/)
  })
})
