// Cases J and I5: access tokens are refreshed, and end with the session (RFC 6749 §6, RFC 9700 §4.14, RFC 7009; OpenID
// Connect Core §12). For several processes, see j-processes.test.ts.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import type { Browser } from '../support/browser.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { json } from '../support/provider-answers.ts'
import type { Behaviour, IdTokenDraft } from '../support/provider-behaviour.ts'

interface Outcome {
  readonly state: 'fresh' | 'revoked' | 'unavailable' | 'absent'
  readonly accessToken?: string | null
  readonly scopes?: readonly string[]
  readonly retryAfterSeconds?: number
  readonly reauthorizePath?: string
}

let app: InProcessApplication
let h: TestProvider

before(async () => {
  h = await startProvider({ revocation: true })
  app = await startInProcess({
    providers: [describeProvider('h', h)],
    keepTokens: true,
    revokeTokensAtSignOut: true,
  })
  h.now = () => app.clock
})
afterEach(() => h.reset())
after(async () => {
  await app.stop()
  await h.stop()
})

async function signedIn(): Promise<Browser> {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  assert.ok(await whoIs(browser, app))
  h.requests = []
  return browser
}

async function token(browser: Browser): Promise<Outcome> {
  const hop = await browser.tab(app.url('/')).fetch('/api/token')
  assert.equal(hop.status, 200, hop.body)
  return JSON.parse(hop.body)
}

/** The refresh tokens redeemed since the sign-in. */
const redeemed = (): (string | null)[] =>
  h.requests
    .filter(({ form }) => form.get('grant_type') === 'refresh_token')
    .map(({ form }) => form.get('refresh_token'))

test('J1 twin: a token that lives is handed out as it is', async () => {
  const browser = await signedIn()
  const outcome = await token(browser)
  assert.equal(outcome.state, 'fresh')
  assert.deepEqual(redeemed(), [])
})

test('J1 oidcc-client-test-refresh-token: a hundred parallel requests with an expired token make one refresh', async () => {
  const browser = await signedIn()
  const old = await token(browser)
  app.advance(3700)
  h.behaviour.tokenDelayMilliseconds = 300
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => token(browser)))
  assert.equal(redeemed().length, 1)
  assert.equal(h.reusedRefreshTokens, 0)
  const tokens = new Set(outcomes.map(({ accessToken }) => accessToken))
  assert.deepEqual([tokens.size, tokens.has(old.accessToken)], [1, false])
})

test('J2 an answer without a refresh token keeps the old one', async () => {
  const browser = await signedIn()
  h.behaviour.token = () =>
    json({ access_token: `at-${randomBytes(9).toString('hex')}`, token_type: 'Bearer', expires_in: 3600 })
  for (let time = 0; time < 2; time++) {
    app.advance(3700)
    assert.equal((await token(browser)).state, 'fresh')
  }
  const [first, second] = redeemed()
  assert.ok(first)
  assert.equal(second, first)
})

test('J3 a grant that is gone is told, and asked for once', async () => {
  const browser = await signedIn()
  app.advance(3700)
  h.behaviour.token = () => json({ error: 'invalid_grant' }, {}, 400)
  for (let time = 0; time < 5; time++) {
    const outcome = await token(browser)
    assert.equal(outcome.state, 'revoked')
    assert.match(outcome.reauthorizePath ?? '', /^\/auth\//)
  }
  assert.equal(redeemed().length, 1)
  assert.ok(await whoIs(browser, app), 'the session lives on')
  h.reset()
  const { reauthorizePath = '' } = await token(browser)
  await browser.tab(app.url('/')).follow(reauthorizePath)
  assert.equal((await token(browser)).state, 'fresh', 'the person gave a new grant')
})

const outages: Readonly<Record<string, Behaviour['token']>> = {
  '503': () => ({ status: 503 }),
  '429 with Retry-After': () => ({ status: 429, headers: { 'retry-after': '20' } }),
  'a connection that is reset': () => ({ stream: (response) => response.destroy() }),
  HTML: () => ({ headers: { 'content-type': 'text/html' }, body: '<h1>maintenance</h1>' }),
  temporarily_unavailable: () => json({ error: 'temporarily_unavailable' }, {}, 400),
}
for (const [name, answer] of Object.entries(outages)) {
  test(`J4 ${name}: nothing is lost, nobody is signed out, and it is tried again later`, async () => {
    const browser = await signedIn()
    app.advance(3700)
    if (answer !== undefined) h.behaviour.token = answer
    const outcome = await token(browser)
    assert.equal(outcome.state, 'unavailable')
    assert.ok((outcome.retryAfterSeconds ?? 0) >= 1)
    for (let time = 0; time < 10; time++) await token(browser)
    assert.ok(redeemed().length <= 2, `${redeemed().length} requests in one moment`)
    assert.ok(await whoIs(browser, app))
    h.behaviour = {}
    app.advance(60)
    assert.equal((await token(browser)).state, 'fresh')
  })
}

test('J4 the old token is handed out while it lives', async () => {
  const browser = await signedIn()
  const { accessToken } = await token(browser)
  app.advance(3570)
  h.behaviour.token = () => ({ status: 503 })
  const outcome = await token(browser)
  assert.ok(redeemed().length >= 1)
  assert.equal(outcome.accessToken, accessToken)
})

const defects: Readonly<Record<string, (draft: IdTokenDraft) => void>> = {
  'issuer (oidcc-client-test-refresh-token-invalid-issuer)': (draft) =>
    Object.assign(draft.claims, { iss: 'https://evil.example' }),
  'subject (oidcc-client-test-refresh-token-invalid-sub)': (draft) =>
    Object.assign(draft.claims, { sub: 'somebody-else' }),
  audience: (draft) => Object.assign(draft.claims, { aud: 'somebody' }),
}
for (const [name, idToken] of Object.entries(defects)) {
  test(`J6 a refreshed ID token of another ${name} is refused`, async () => {
    const browser = await signedIn()
    const old = await token(browser)
    app.advance(3700)
    h.behaviour.idToken = idToken
    const outcome = await token(browser)
    assert.notEqual(outcome.state, 'fresh')
    assert.ok(outcome.accessToken == null || outcome.accessToken === old.accessToken)
    assert.ok(await whoIs(browser, app))
  })
}

test('J7 a narrower scope is seen', async () => {
  const browser = await signedIn()
  const before = await token(browser)
  app.advance(3700)
  h.behaviour.tokenBody = (body) => Object.assign(body, { scope: 'openid' })
  const outcome = await token(browser)
  assert.ok((before.scopes ?? []).length > 1)
  assert.deepEqual(outcome.scopes, ['openid'])
})

const revocations: Readonly<Record<string, Behaviour['revoke']>> = {
  'a provider that revokes': () => undefined,
  'a provider that fails': () => ({ status: 500 }),
  'a provider that refuses': () => json({ error: 'unsupported_token_type' }, {}, 400),
  'a provider that hangs': () => ({ stream: () => undefined }),
}
for (const [name, revoke] of Object.entries(revocations)) {
  test(`I5 signing out of the last session revokes the refresh token, at ${name}`, async () => {
    const browser = await signedIn()
    const copy = browser.jar.copy()
    if (revoke !== undefined) h.behaviour.revoke = revoke
    const page = await browser.tab(app.url('/')).post('/auth/logout')
    assert.equal(page.status, 200)
    assert.equal(await whoIs(app.browser({ jar: copy }), app), null)
    assert.equal(h.count('revoke'), 1)
    assert.match(h.last('revoke').form.get('token') ?? '', /^rt_/)
  })
}

test('I5 while another session of the person lives, its tokens live too', async () => {
  const browser = await signedIn()
  const person = h.person
  const other = app.browser()
  await signIn(other, app, 'h', { at: h, as: person })
  h.requests = []
  await browser.tab(app.url('/')).post('/auth/logout')
  assert.equal(h.count('revoke'), 0)
  assert.equal((await token(other)).state, 'fresh')
})

test('J1 without a session nobody gets a token', async () => {
  const hop = await app.browser().tab(app.url('/')).fetch('/api/token')
  assert.equal(hop.status, 401)
})
