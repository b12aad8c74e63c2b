// Cases J: refreshing access tokens (RFC 6749 §6, RFC 9700 §4.14), in one process. Several processes: j-processes.test.ts.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import type { TokenOutcome } from 'latchkey'
import { memory } from 'latchkey/stores/memory'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { json } from '../support/provider-answers.ts'
import type { IdTokenDraft, TokenContext } from '../support/provider-behaviour.ts'
import { signInTokenHolder } from '../support/token-holder.ts'

let app: InProcessApplication
let h: TestProvider
const store = memory()

before(async () => {
  h = await startProvider({ revocation: true })
  app = await startInProcess({ providers: [describeProvider('h', h)], keepTokens: true, store })
  h.now = () => app.clock
})
afterEach(() => h.reset())
after(async () => {
  await app.stop()
  await h.stop()
})

const isRefresh = ({ request }: TokenContext): boolean => request.form.get('grant_type') === 'refresh_token'
const refuse = (error: string, status = 400) => json({ error }, {}, status)

function assertFresh(outcome: TokenOutcome): Extract<TokenOutcome, { state: 'fresh' }> {
  assert.equal(outcome.state, 'fresh', JSON.stringify(outcome))
  if (outcome.state !== 'fresh') throw new Error('not fresh')
  return outcome
}

test('a token that lives is used as it is', async () => {
  const { session } = await signInTokenHolder(app, { id: 'h', at: h, expiresIn: 3600 })
  const first = assertFresh(await app.auth.tokens(session).get('h'))
  assert.deepEqual(assertFresh(await app.auth.tokens(session).get('h')), first)
  assert.equal(h.count('token'), 0)
})

test('J1 a hundred parallel requests with an expired token make one refresh', async () => {
  const { session } = await signInTokenHolder(app, { id: 'h', at: h })
  h.behaviour.token = () => undefined
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => app.auth.tokens(session).get('h')))
  const tokens = new Set(outcomes.map((outcome) => assertFresh(outcome).accessToken))
  assert.equal(tokens.size, 1)
  assert.equal(h.count('token'), 1)
  assert.equal(h.reusedRefreshTokens, 0)
  assert.ok(app.log.some(({ event }) => event === 'tokens_refreshed'))
})

test('J2 an answer without a refresh token keeps the old one', async () => {
  const { session } = await signInTokenHolder(app, { id: 'h', at: h })
  const used: (string | null)[] = []
  h.behaviour.token = (context) => {
    used.push(context.request.form.get('refresh_token'))
    return json({ access_token: `access-${used.length}`, token_type: 'Bearer', expires_in: 0 })
  }
  for (let round = 1; round <= 3; round++) {
    await app.auth.tokens(session).get('h')
  }
  assert.equal(used.length, 3)
  assert.equal(new Set(used).size, 1)
})

test('J3 invalid_grant is told once, without a loop', async () => {
  const { session, browser } = await signInTokenHolder(app, { id: 'h', at: h })
  h.behaviour.token = () => refuse('invalid_grant')
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => app.auth.tokens(session).get('h')))
  assert.ok(outcomes.every(({ state }) => state === 'revoked'))
  assert.equal((await app.auth.tokens(session).get('h')).state, 'revoked')
  assert.equal(h.count('token'), 1)
  await assert.rejects(app.auth.tokens(session).fetch('h', h.paths.userinfo), { code: 'token_revoked' })
  assert.equal(h.count('token'), 1)
  assert.equal(app.log.filter(({ event }) => event === 'tokens_revoked').length, 1)

  // The person is still signed in, and asked once: then all is well again.
  const [outcome] = outcomes
  assert.ok(outcome?.state === 'revoked')
  h.reset()
  const tab = browser.tab(app.url('/profile'))
  const page = await tab.open(`${app.origin}${outcome.reauthorizePath}&returnTo=/profile`)
  assert.equal(page.url.pathname, '/profile')
  assert.match(page.text, /Your profile/)
  assertFresh(await app.auth.tokens(session).get('h'))
})

test('J3 invalid_grant for a token that was replaced meanwhile says nothing about the new one', async () => {
  const { session } = await signInTokenHolder(app, { id: 'h', at: h })
  const [account] = await store.listAccounts(session.user.id)
  assert.ok(account)
  h.behaviour.token = (context) => {
    if (!isRefresh(context)) return undefined
    // While the provider refuses, a sign-in in another browser writes a new set.
    void signInElsewhere()
    return { ...refuse('invalid_grant'), delayMilliseconds: 50 }
  }
  async function signInElsewhere(): Promise<void> {
    const stored = await store.findTokens(account?.id ?? '')
    assert.ok(stored)
    const next = { ...stored, version: stored.version + 1, expiresAt: app.clock + 3_600_000 }
    assert.equal(await store.saveTokens(next, { ifVersion: stored.version, lease: null }), 'saved')
  }
  assertFresh(await app.auth.tokens(session).get('h'))
})

const outages: Readonly<Record<string, (context: TokenContext) => ReturnType<typeof json>>> = {
  'answers 503': () => ({ status: 503, headers: { 'retry-after': '7' } }),
  'answers 429': () => ({ status: 429, headers: { 'retry-after': '7' } }),
  'answers nothing': () => ({ stream: (response) => response.destroy() }),
  'answers half': () => ({
    stream: (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
      response.write('{')
      setTimeout(() => response.destroy(), 20)
    },
  }),
}
for (const [what, behaviour] of Object.entries(outages)) {
  test(`J4 a provider that ${what} keeps the old state, and is asked again later`, async () => {
    const { session } = await signInTokenHolder(app, { id: 'h', at: h })
    h.behaviour.token = behaviour
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => app.auth.tokens(session).get('h')))
    for (const outcome of outcomes) {
      assert.ok(outcome.state === 'unavailable')
      assert.equal(outcome.reason, 'provider_unavailable')
      assert.equal(outcome.accessToken, null)
      assert.ok(outcome.retryAfterSeconds >= 1)
    }
    // For a moment nobody asks at all.
    await app.auth.tokens(session).get('h')
    assert.equal(h.count('token'), 1)
    await assert.rejects(app.auth.tokens(session).fetch('h', 'userinfo'), {
      code: 'token_unavailable',
    })
    h.reset()
    app.advance(10)
    assertFresh(await app.auth.tokens(session).get('h'))
    assert.equal(h.reusedRefreshTokens, 0)
  })
}

test('J4 the old token is used while it lives', async () => {
  const { session } = await signInTokenHolder(app, { id: 'h', at: h, expiresIn: 3600 })
  const before = assertFresh(await app.auth.tokens(session).get('h'))
  app.advance(3570)
  h.behaviour.token = () => ({ status: 503 })
  const outcome = await app.auth.tokens(session).get('h')
  assert.ok(outcome.state === 'unavailable')
  assert.equal(outcome.accessToken, before.accessToken)
  assert.equal((await app.auth.tokens(session).fetch('h', `${h.origin}${h.paths.userinfo}`)).status, 200)
})

const forgeries: Readonly<Record<string, (draft: IdTokenDraft) => void>> = {
  issuer: (draft) => {
    draft.claims.iss = 'https://evil.example'
  },
  subject: (draft) => {
    draft.claims.sub = 'somebody-else'
  },
  audience: (draft) => {
    draft.claims.aud = 'another-client'
  },
}
for (const [what, forge] of Object.entries(forgeries)) {
  test(`J6 a refreshed ID token of another ${what} is refused, and nothing of that answer is kept`, async () => {
    const { session } = await signInTokenHolder(app, { id: 'h', at: h })
    h.behaviour.idToken = forge
    const outcome = await app.auth.tokens(session).get('h')
    assert.ok(outcome.state === 'unavailable', JSON.stringify(outcome))
    assert.match(outcome.reason, /^provider_(id_token_invalid|issuer_mismatch)$/)
    assert.equal(outcome.accessToken, null)
  })
}

test('J6 the accepted twin: a refreshed ID token of the same person', async () => {
  const { session } = await signInTokenHolder(app, { id: 'h', at: h })
  const { idToken } = assertFresh(await app.auth.tokens(session).get('h'))
  const claims = JSON.parse(Buffer.from(idToken?.split('.')[1] ?? '', 'base64url').toString())
  assert.equal(claims.sub, session.identity.subject)
})

test('J7 a narrower scope is seen', async () => {
  const { session } = await signInTokenHolder(app, { id: 'h', at: h })
  h.behaviour.tokenBody = (body) => {
    body.scope = 'openid'
  }
  assert.deepEqual(assertFresh(await app.auth.tokens(session).get('h')).scopes, ['openid'])
})

test('J7 scopes that are not named are those of before', async () => {
  const { session } = await signInTokenHolder(app, { id: 'h', at: h, expiresIn: 3600 })
  const before = assertFresh(await app.auth.tokens(session).get('h'))
  app.advance(3600)
  h.behaviour.tokenBody = (body) => {
    delete body.scope
  }
  assert.deepEqual(assertFresh(await app.auth.tokens(session).get('h')).scopes, before.scopes)
})
