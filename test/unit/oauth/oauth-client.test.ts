import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Attempt, type OAuthClient, oauthClient, type TokenKeeper } from '../../../src/oauth/index.ts'
import type { TokenSet } from '../../../src/oauth/server/provider-client.ts'
import { describe, type EvilProvider, evilProvider, issuer, json, plain } from './evil-provider.ts'
import { refused } from './refused.ts'

const redirectUri = 'https://app.example/callback'

function clientOf(op: EvilProvider, provider: Parameters<typeof describe>[0] = {}): OAuthClient {
  return oauthClient({
    provider: describe({
      clientId: 'our-client',
      clientSecret: 'our-secret',
      apiBaseUrl: `${issuer}/`,
      apiOrigins: [issuer],
      ...provider,
    }),
    redirectUri,
    fetch: (input, init) => op.fetch(input, { ...init, body: textOf(init?.body) }),
    now: () => op.clock,
  })
}

/** Outbound bodies are sent as bytes. */
function textOf(body: RequestInit['body']): string | null {
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : null
}

/** The callback URL that an honest provider would use. */
function answerTo(op: EvilProvider, attempt: Attempt): string {
  op.idToken = ({ claims }) => Object.assign(claims, { nonce: attempt.nonce })
  return `/callback?code=code-of-the-test&state=${attempt.state}`
}

async function signIn(op: EvilProvider, client: OAuthClient): Promise<TokenSet> {
  const { attempt } = await client.begin()
  return client.finish(answerTo(op, attempt), attempt)
}

class Keeper implements TokenKeeper {
  tokens: TokenSet | null
  saves = 0
  constructor(tokens: TokenSet | null) {
    this.tokens = tokens
  }
  find(): TokenSet | null {
    return this.tokens
  }
  save(tokens: TokenSet): void {
    this.tokens = tokens
    this.saves++
  }
}

test('begins with everything once, and its attempt is plain data', async () => {
  const op = await evilProvider()
  const { url, attempt } = await clientOf(op).begin({
    scopes: ['openid', 'photos'],
    prompt: 'select_account',
    loginHint: 'alex@example.com',
    maxAgeSeconds: 60,
    params: { access_type: 'offline' },
  })
  const sent = Object.fromEntries(url.searchParams)
  assert.equal(url.origin + url.pathname, `${issuer}/authorize`)
  assert.deepEqual([...url.searchParams.keys()].length, Object.keys(sent).length)
  const { state, nonce, redirectUri: at } = attempt
  assert.deepEqual([sent.state, sent.nonce, sent.redirect_uri], [state, nonce, at])
  assert.deepEqual(
    [sent.scope, sent.prompt, sent.login_hint, sent.max_age, sent.access_type],
    ['openid photos', 'select_account', 'alex@example.com', '60', 'offline'],
  )
  assert.equal(sent.code_challenge_method, 'S256')
  assert.ok(!url.href.includes(attempt.codeVerifier), 'the verifier stays here')
  assert.deepEqual(JSON.parse(JSON.stringify(attempt)), attempt)
})

test('two attempts share nothing', async () => {
  const client = clientOf(await evilProvider())
  const [one, two] = await Promise.all([client.begin(), client.begin()])
  for (const name of ['state', 'nonce', 'codeVerifier'] as const) {
    assert.equal(one.attempt[name].length, 43)
    assert.notEqual(one.attempt[name], two.attempt[name])
  }
})

test('finishes with a URL, a path or a query, and says who it is', async () => {
  const op = await evilProvider()
  const client = clientOf(op)
  for (const wrap of [
    (path: string) => path,
    (path: string) => new URL(path, redirectUri),
    (path: string) => new URL(path, redirectUri).searchParams,
  ]) {
    const { attempt } = await client.begin()
    const tokens = await client.finish(wrap(answerTo(op, attempt)), attempt)
    assert.equal(tokens.idTokenClaims?.sub, 'alex')
    const { provider, issuer: iss, subject } = await client.identify(tokens)
    assert.deepEqual([provider, iss, subject], ['op', issuer, 'alex'])
  }
})

test('checks maxAge on return', async () => {
  const op = await evilProvider()
  const client = clientOf(op)
  const { attempt } = await client.begin({ maxAgeSeconds: 60 })
  const callback = answerTo(op, attempt)
  await refused(client.finish(callback, attempt), 'provider_id_token_invalid')
  op.idToken = ({ claims }) => Object.assign(claims, { nonce: attempt.nonce, auth_time: op.seconds })
  assert.equal((await client.finish(callback, attempt)).idTokenClaims?.sub, 'alex')
})

test('refuses a callback without, of another, or with an old attempt before anything is sent', async () => {
  const op = await evilProvider()
  const client = clientOf(op)
  const { attempt } = await client.begin()
  const callback = answerTo(op, attempt)
  for (const none of [null, undefined]) await refused(client.finish(callback, none), 'attempt_missing')
  await refused(client.finish(callback, { ...attempt, state: 'another' }), 'attempt_missing')
  await refused(client.finish(callback, { ...attempt, provider: 'other' }), 'attempt_wrong_provider')
  await refused(
    client.finish(callback, { ...attempt, issuer: 'https://o.example' }),
    'attempt_wrong_provider',
  )
  op.clock += 600_000
  await refused(client.finish(callback, attempt), 'attempt_expired')
  assert.equal(op.count('/token'), 0)
  op.clock -= 1000
  assert.equal((await client.finish(callback, attempt)).idTokenClaims?.sub, 'alex')
})

test('a plain OAuth provider with fixed endpoints works the same', async () => {
  const op = await evilProvider()
  op.tokenBody = (body) => {
    delete body.id_token
  }
  op.answers.set('/userinfo', () => json({ id: 7, name: 'Alex' }))
  const client = clientOf(op, { ...plain, toIdentity: ({ id, name }) => identity(String(id), String(name)) })
  const { url, attempt } = await client.begin()
  assert.equal(url.searchParams.get('nonce'), null)
  const tokens = await client.finish(answerTo(op, attempt), attempt)
  assert.deepEqual(await client.fetchClaims(tokens), { id: 7, name: 'Alex' })
  const { subject, name } = await client.identify(tokens)
  assert.deepEqual([subject, name], ['7', 'Alex'])
})

function identity(subject: string, name: string) {
  return { subject, email: null, emailVerified: false, name, picture: null }
}

test('calls the API with the bearer header, by a relative URL', async () => {
  const op = await evilProvider()
  const client = clientOf(op)
  const keeper = new Keeper(await signIn(op, client))
  const answer = await client.fetch(keeper, 'userinfo', { headers: { accept: 'application/json' } })
  assert.deepEqual(await answer.json(), { sub: 'alex', email: 'alex@example.com', email_verified: true })
  assert.equal(op.last('/userinfo').headers.get('authorization'), 'Bearer access-token-of-the-test')
  assert.equal(keeper.saves, 0)
})

test('sends no token to another origin, and asks for none', async () => {
  const op = await evilProvider()
  const client = clientOf(op)
  let asked = 0
  const keeper: TokenKeeper = {
    find() {
      asked++
      return null
    },
    save() {},
  }
  for (const url of [
    'https://evil.example/',
    '//evil.example/x',
    'http://op.example/',
    `https://a@op.example/`,
  ]) {
    await refused(client.fetch(keeper, url), 'token_origin_refused')
  }
  assert.equal(asked, 0)
  await refused(client.fetch(keeper, 'userinfo'), 'token_absent')
  assert.equal(op.requests.length, 0)
})

test('refreshes once for all who ask near the end of the token, and for those who come late', async () => {
  const op = await evilProvider()
  const client = clientOf(op)
  const first = await signIn(op, client)
  const keeper = new Keeper(first)
  const logins = op.count('/token')
  op.tokenBody = (body) => {
    delete body.id_token
    Object.assign(body, { access_token: 'second', refresh_token: 'rotated' })
  }
  op.clock += 3_600_000 - 61_000
  await client.fetch(keeper, 'userinfo')
  assert.equal(op.count('/token'), logins, 'not before its time')

  op.clock += 2000
  await Promise.all(Array.from({ length: 20 }, () => client.fetch(keeper, 'userinfo')))
  assert.equal(op.count('/token'), logins + 1)
  assert.equal(op.last('/token').form.get('refresh_token'), 'refresh-token-of-the-test')
  assert.equal(op.last('/userinfo').headers.get('authorization'), 'Bearer second')
  assert.deepEqual([keeper.saves, keeper.tokens?.refreshToken], [1, 'rotated'])
  assert.equal(keeper.tokens?.idTokenClaims?.sub, 'alex', 'who signed in stays known')

  await client.fetch(new Keeper(first), 'userinfo')
  assert.equal(op.count('/token'), logins + 1, 'a late holder of the old token gets the new one')
})

test('refreshes after a 401 and calls again, once', async () => {
  const op = await evilProvider()
  const client = clientOf(op)
  const keeper = new Keeper(await signIn(op, client))
  op.answers.set('/userinfo', ({ headers }) =>
    headers.get('authorization') === 'Bearer second' ? json({ sub: 'alex' }) : json({}, 401),
  )
  op.tokenBody = (body) => Object.assign(body, { access_token: 'second' })
  assert.equal((await client.fetch(keeper, 'userinfo')).status, 200)
  op.answers.set('/userinfo', () => json({}, 401))
  const calls = op.count('/userinfo')
  op.tokenBody = (body) => Object.assign(body, { access_token: 'third' })
  assert.equal((await client.fetch(keeper, 'userinfo')).status, 401)
  assert.ok(op.count('/userinfo') - calls <= 2)
})

test('without a refresh token the answer of the API is the answer', async () => {
  const op = await evilProvider()
  const client = clientOf(op)
  op.tokenBody = (body) => {
    delete body.refresh_token
  }
  const keeper = new Keeper(await signIn(op, client))
  op.answers.set('/userinfo', () => json({}, 401))
  op.clock += 7_200_000
  assert.equal((await client.fetch(keeper, 'userinfo')).status, 401)
  assert.equal(op.count('/userinfo'), 1)
})

test('tells a grant that is gone from an outage, and an outage from the end of a living token', async () => {
  const op = await evilProvider()
  const client = clientOf(op)
  const keeper = new Keeper(await signIn(op, client))
  op.clock += 3_600_000 - 30_000
  op.answers.set('/token', () => json({}, 503))
  assert.equal((await client.fetch(keeper, 'userinfo')).status, 200, 'the old token still lives')
  op.clock += 30_000
  await refused(client.fetch(keeper, 'userinfo'), 'provider_unavailable')
  op.answers.set('/token', () => json({ error: 'invalid_grant' }, 400))
  await refused(client.fetch(keeper, 'userinfo'), 'token_revoked')
  op.answers.delete('/token')
  assert.equal((await client.fetch(keeper, 'userinfo')).status, 200, 'a failure is not remembered')
})

test('revokes the refresh token, and the access token where there is no other', async () => {
  const op = await evilProvider()
  const client = clientOf(op)
  const tokens = await signIn(op, client)
  assert.equal(await client.revoke(tokens), true)
  assert.equal(op.last('/revoke').form.get('token'), 'refresh-token-of-the-test')
  await client.revoke({ ...tokens, refreshToken: null })
  assert.equal(op.last('/revoke').form.get('token'), 'access-token-of-the-test')
  const url = await client.endSessionUrl({
    idTokenHint: null,
    postLogoutRedirectUri: redirectUri,
    state: 's',
  })
  assert.equal(url?.pathname, '/logout')
})

test('refuses to exist without a client id', async () => {
  const make = async () => oauthClient({ provider: describe(), redirectUri })
  await refused(make(), 'config_provider_credentials_missing')
})

test('a call of the API has the headers that the provider wants, and goes to where this server reaches it', async () => {
  const op = await evilProvider()
  const client = clientOf(op, {
    backchannelUrl: 'https://inside.example',
    deviations: { requestHeaders: { 'Client-Id': 'our-client', 'X-Version': '2' }, state: 'alphanumeric' },
  })
  const { attempt } = await client.begin()
  assert.match(attempt.state, /^[0-9a-f]{64}$/)
  const keeper = new Keeper(await signIn(op, client))
  await client.fetch(keeper, 'userinfo', { headers: { 'x-version': '3' } })
  const { url, headers } = op.last('/userinfo')
  assert.deepEqual(
    [url.origin, headers.get('client-id'), headers.get('x-version'), headers.get('authorization')],
    ['https://inside.example', 'our-client', '3', 'Bearer access-token-of-the-test'],
  )
  // The URL is checked before it is rewritten to the internal address.
  await refused(client.fetch(keeper, 'https://inside.example/userinfo'), 'token_origin_refused')
})
