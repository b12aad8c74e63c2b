import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Provider } from '../../../../src/contracts/provider.ts'
import { LatchkeyError } from '../../../../src/errors.ts'
import { createProviderClient } from '../../../../src/oauth/server/provider-client.ts'
import { describe, type EvilProvider, evilProvider, expected, issuer, json } from '../evil-provider.ts'
import { refused } from '../refused.ts'

const discovery = '/.well-known/openid-configuration'

async function withMetadata(change: Record<string, unknown>): Promise<EvilProvider> {
  const op = await evilProvider()
  Object.assign(op.metadata, change)
  return op
}

test('making a client asks nobody', async () => {
  const op = await evilProvider()
  op.client()
  assert.equal(op.requests.length, 0)
})

for (const other of [
  `${issuer}/`,
  'https://OP.example',
  `${issuer}:443`,
  'https://evil.example',
  'x',
  '',
  7,
  null,
]) {
  test(`E1 metadata with the issuer ${JSON.stringify(other)} stops the login before the redirect`, async () => {
    const op = await withMetadata({ issuer: other })
    await assert.rejects(op.client().authorizationUrl(expected), (error) => {
      assert.ok(error instanceof LatchkeyError)
      // An empty or unparsable issuer is invalid metadata, not a mismatch.
      return (
        error.code === 'provider_issuer_mismatch' ||
        typeof other !== 'string' ||
        other === '' ||
        other === 'x'
      )
    })
  })
}

const badUrls = [
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'http://op.example/authorize',
  'http://127.0.0.1:1/authorize',
  'HTTP://127.0.0.1:1/authorize',
  'https://good@evil.example/',
  'https://op.example/$(id)',
  'https://op.example/`id`',
  'https://op.example/a;b|c',
  'https://op.example/a#b',
  'https://op.example\\@evil.example/',
  ' https://op.example/a',
  '/authorize',
  '',
  7,
  null,
]
const endpoints = [
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
  'userinfo_endpoint',
  'revocation_endpoint',
  'end_session_endpoint',
  'pushed_authorization_request_endpoint',
]
const neededEndpoints = ['authorization_endpoint', 'token_endpoint', 'jwks_uri']
for (const endpoint of endpoints) {
  const isNeeded = neededEndpoints.includes(endpoint)
  test(`E2 NH3 a ${endpoint} that may not be ${isNeeded ? 'is refused' : 'counts as absent'}`, async () => {
    for (const url of badUrls) {
      const op = await withMetadata({ [endpoint]: url })
      const client = op.client({ claimsFrom: 'userinfo' })
      if (isNeeded) {
        await refused(client.authorizationUrl(expected), 'provider_answer_invalid')
        continue
      }
      const tokens = await op.login(client)
      assert.equal((await client.fetchClaims(tokens)).sub, 'alex')
      if (endpoint === 'end_session_endpoint') assert.equal(await client.supportsEndSession(), false)
      if (endpoint === 'revocation_endpoint') assert.equal(await client.revoke('x', 'access_token'), false)
      // null stands for an absent endpoint, which causes no notice.
      if (url !== null) assert.match(op.notices.join(), new RegExp(`${endpoint} .*counts as absent`))
      assert.equal(op.requests.filter(({ url: asked }) => asked.origin !== issuer).length, 0)
    }
  })
}
test('NH3 an endpoint for pushed requests is needed where nothing else is accepted', async () => {
  const op = await withMetadata({
    pushed_authorization_request_endpoint: 'javascript:x',
    require_pushed_authorization_requests: true,
  })
  const error = await refused(op.client().authorizationUrl(expected), 'provider_answer_invalid')
  assert.match(error.detail ?? '', /pushed_authorization_request_endpoint .*javascript:x/)
})
for (const [name, value] of [
  ['null', null],
  ['an empty list', []],
  ['a text', 'ES256'],
  ['a list with nulls', [null, 'ES256']],
] as const) {
  test(`NH6 announced algorithms that are ${name} are read as what they mean`, async () => {
    const isSaid = typeof value === 'string' || value?.includes('ES256' as never)
    const op = await evilProvider(isSaid ? 'ES256' : 'RS256')
    op.metadata.id_token_signing_alg_values_supported = value
    op.metadata.token_endpoint_auth_methods_supported = [null, 'client_secret_post']
    await op.login()
    assert.equal(op.last('/token').form.get('client_secret'), 'our-secret')
  })
}
test('NH19 a refusal that metadata explains makes the next login look again, with a cooldown', async () => {
  const op = await withMetadata({ authorization_response_iss_parameter_supported: true })
  const client = op.client()
  await refused(op.login(client), 'provider_issuer_mismatch')
  assert.equal(op.count(discovery), 1)
  delete op.metadata.authorization_response_iss_parameter_supported
  await client.authorizationUrl(expected)
  assert.equal(op.count(discovery), 2)
  await op.login(client)
  // Each forged callback must not cause a request.
  for (let time = 0; time < 5; time++) {
    await refused(
      client.exchangeCode(
        new URLSearchParams({ code: 'c', state: expected.state, iss: 'https://e.example' }),
        expected,
      ),
      'provider_issuer_mismatch',
    )
  }
  assert.equal(op.count(discovery), 2)
  op.clock += 11_000
  await op.login(client)
  assert.equal(op.count(discovery), 3)
  await refused(
    client.exchangeCode(new URLSearchParams({ error: 'access_denied', state: expected.state }), expected),
    'provider_denied',
  )
  op.clock += 11_000
  await op.login(client)
  assert.equal(op.count(discovery), 3)
})
for (const endpoint of ['authorization_endpoint', 'token_endpoint', 'jwks_uri']) {
  test(`E2 metadata without ${endpoint} is refused`, async () => {
    const op = await withMetadata({ [endpoint]: undefined })
    await refused(op.client().authorizationUrl(expected), 'provider_answer_invalid')
  })
}
test('E2 twin: optional endpoints may be missing', async () => {
  const op = await withMetadata({ userinfo_endpoint: undefined, revocation_endpoint: undefined })
  await op.login()
})
test('E2 fixed endpoints are held to the same rule, at the start', async () => {
  const op = await evilProvider()
  const fixed = (token: string): Partial<Provider> => ({
    endpoints: { authorization: `${issuer}/authorize`, token, jwks: `${issuer}/jwks` },
  })
  const isInvalid = (error: unknown): boolean =>
    error instanceof LatchkeyError && error.code === 'config_provider_invalid'
  for (const url of ['javascript:x', 'http://op.example/token', 'https://a@op.example/']) {
    assert.throws(() => op.client(fixed(url)), isInvalid)
  }
})
test('fixed endpoints need no discovery', async () => {
  const op = await evilProvider('RS256')
  const paths = { authorization: `${issuer}/authorize`, token: `${issuer}/token`, jwks: `${issuer}/jwks` }
  await op.login(op.client({ endpoints: paths }))
  assert.equal(op.count(discovery), 0)
  // A configured endpoint for pushed requests is used.
  const pushing = op.client({ endpoints: { ...paths, pushedAuthorizationRequest: `${issuer}/par` } })
  assert.equal(
    (await pushing.authorizationUrl(expected)).searchParams.get('request_uri'),
    'urn:example:pushed',
  )
})
test('E2 twin: plain http is accepted where the issuer is on loopback', async () => {
  const place = 'http://127.0.0.1:4000'
  const fetch = async (): Promise<Response> =>
    json({
      issuer: place,
      authorization_endpoint: `${place}/a`,
      token_endpoint: `${place}/t`,
      jwks_uri: `${place}/k`,
    })
  const client = createProviderClient(
    describe({ issuer: place }),
    { clientId: 'our-client', clientSecret: null },
    { fetch, now: Date.now, clockToleranceSeconds: 60 },
  )
  assert.equal((await client.authorizationUrl(expected)).origin, place)
})

for (const [name, answer, code] of [
  [
    'a redirect',
    () => new Response(null, { status: 302, headers: { location: 'https://evil.example' } }),
    'provider_answer_invalid',
  ],
  [
    'HTML',
    () => new Response('<p>', { headers: { 'content-type': 'text/html' } }),
    'provider_answer_invalid',
  ],
  ['404', () => json({}, 404), 'provider_answer_invalid'],
  ['a list', () => json([]), 'provider_answer_invalid'],
  ['503', () => json({}, 503), 'provider_unavailable'],
  ['nothing', () => Promise.reject(new TypeError('fetch failed')), 'provider_unavailable'],
] as const) {
  test(`E3, E6 metadata that is ${name} is refused, and asked for again soon`, async () => {
    const op = await evilProvider()
    op.answers.set(discovery, answer)
    const client = op.client()
    await refused(client.authorizationUrl(expected), code)
    await refused(client.authorizationUrl(expected), code)
    assert.equal(op.count(discovery), 1, 'a failure is remembered for a moment')
    op.answers.clear()
    op.clock += 30_000
    await client.authorizationUrl(expected)
    assert.equal(op.count(discovery), 2)
  })
}

test('metadata is asked for once by many, and again after an hour', async () => {
  const op = await evilProvider()
  const client = op.client()
  await Promise.all(Array.from({ length: 20 }, () => client.authorizationUrl(expected)))
  op.clock += 3_599_000
  await client.authorizationUrl(expected)
  assert.equal(op.count(discovery), 1)
  op.clock += 2_000
  await client.authorizationUrl(expected)
  assert.equal(op.count(discovery), 2)
})
test('E6 the old metadata is kept while asking again fails', async () => {
  const op = await evilProvider()
  const client = op.client()
  await client.authorizationUrl(expected)
  op.answers.set(discovery, () => json({}, 503))
  op.clock += 7_200_000
  await client.authorizationUrl(expected)
  await client.authorizationUrl(expected)
  assert.equal(op.count(discovery), 2)
  op.clock += 30_000
  op.answers.clear()
  op.metadata.authorization_endpoint = `${issuer}/moved`
  assert.equal((await client.authorizationUrl(expected)).pathname, '/moved')
})
