// Section P: an API that accepts tokens from other issuers. Each refusal has its accepted twin; the network is a function.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type AccessToken,
  type BearerDemand,
  LatchkeyError,
  type ProtectedResourceOptions,
  protectedResource,
} from '../../src/oauth/resource/index.ts'
import { encode, makeKey, signCompact } from '../support/compact-jwt.ts'
import { seededRandom } from '../support/fuzz-inputs.ts'
import { networkOf, ProvingClient, TrustedIssuer } from '../support/trusted-issuer.ts'

const start = Date.UTC(2026, 0, 1)
const audience = 'https://api.example.com'

interface Shown {
  readonly authorization?: string
  readonly dpop?: string
  readonly path?: string
  readonly method?: string
  readonly body?: string
}

interface Answer {
  readonly token: AccessToken | null
  readonly status: number
  readonly error: string | undefined
  readonly challenge: string
  readonly nonce: string | null
  readonly text: string
}

/** One API with two trusted issuers, and a clock. */
function world(options: Partial<ProtectedResourceOptions> = {}) {
  const clock = { now: start }
  const now = () => clock.now
  const one = new TrustedIssuer('https://one.example', now)
  const two = new TrustedIssuer('https://two.example/tenant', now)
  const network = networkOf(one, two)
  const logged: string[] = []
  const api = protectedResource({
    audience,
    issuer: [one.issuer, two.issuer],
    fetch: network,
    now,
    log: (entry) => logged.push(JSON.stringify(entry)),
    ...options,
  })
  async function ask(
    { authorization, dpop, path = '/notes', method = 'GET', body }: Shown,
    demand?: BearerDemand,
  ) {
    const headers = {
      ...(authorization !== undefined && { authorization }),
      ...(dpop !== undefined && { dpop }),
    }
    const request = new Request(`${audience}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
    })
    const { token, refusal } = await api.check(request, demand)
    const text = (await refusal?.text()) ?? ''
    const answer: Answer = {
      token,
      status: refusal?.status ?? 200,
      error: text === '' ? undefined : JSON.parse(text).error,
      challenge: refusal?.headers.get('www-authenticate') ?? '',
      nonce: refusal?.headers.get('dpop-nonce') ?? null,
      text: `${text} ${refusal?.headers.get('www-authenticate') ?? ''}`,
    }
    return answer
  }
  const bearer = (token: string, demand?: BearerDemand) => ask({ authorization: `Bearer ${token}` }, demand)
  async function refused(token: string, about: RegExp): Promise<void> {
    const { status, error, text, token: found } = await bearer(token)
    assert.equal(status, 401, text)
    assert.equal(error, 'invalid_token')
    assert.equal(found, null)
    assert.match(text, about)
    assert.ok(!text.includes(token.slice(-30)), 'a refusal repeats no token')
    assert.ok(!logged.join().includes(token.slice(-30)), 'the log repeats no token')
  }
  return { clock, now, one, two, api, ask, bearer, refused, logged }
}

const asking = (issuer: TrustedIssuer, more: object = {}) => ({
  issuer: issuer.issuer,
  introspection: { clientId: 'the-api', clientSecret: 'its-secret', ...more },
})

test('P1 the issuer is one of those configured, byte for byte, before anything is fetched', async () => {
  const { one, two, bearer, refused } = world()
  const { token } = await bearer(one.token())
  assert.deepEqual(
    [token?.issuer, token?.subject, token?.clientId, token?.scopes],
    ['https://one.example', 'anna', 'the-app', ['notes:read', 'notes:write']],
  )
  assert.equal((await bearer(two.token())).token?.issuer, two.issuer)
  const asked = one.asked.length + two.asked.length
  for (const iss of [
    'https://three.example',
    'https://one.example/',
    'https://ONE.example',
    'http://one.example',
    '',
    null,
  ]) {
    await refused(one.token({ claims: { iss } }), /iss is no issuer/)
  }
  for (const iss of [undefined, ['https://one.example'], 7])
    await refused(one.token({ claims: { iss } }), /iss/)
  assert.equal(one.asked.length + two.asked.length, asked, 'nothing was fetched for a stranger')
})

test('P1 the metadata of an issuer names exactly this issuer', async () => {
  const { one, bearer } = world()
  one.metadata = { issuer: 'https://two.example/tenant' }
  assert.equal((await bearer(one.token())).status, 503)
  one.metadata = {}
})

test('P2 a token for another API is refused, also where ours is one of many that look alike', async () => {
  const { one, bearer, refused } = world()
  for (const aud of [audience, ['https://other.example', audience]]) {
    assert.equal((await bearer(one.token({ claims: { aud } }))).status, 200)
  }
  for (const aud of [
    'https://other.example',
    ['https://other.example'],
    `${audience}/`,
    `${audience}.evil.example`,
    'the-app',
    [],
    [[audience]],
    { 0: audience },
    '',
    undefined,
    null,
  ]) {
    await refused(one.token({ claims: { aud } }), /aud is not this API/)
  }
})

test('P2 each issuer may call the API something else, and only what is configured for it counts', async () => {
  const { clock, one, two } = world()
  const own = world({
    resource: audience,
    issuer: [{ issuer: one.issuer, audience: 'api-at-one' }, two.issuer],
    fetch: networkOf(one, two),
    now: () => clock.now,
  })
  assert.equal((await own.bearer(one.token({ claims: { aud: 'api-at-one' } }))).status, 200)
  assert.equal((await own.bearer(two.token())).status, 200)
  await own.refused(one.token(), /aud/)
  await own.refused(two.token({ claims: { aud: 'api-at-one' } }), /aud/)
})

test('P3 a trusted issuer signs for itself alone', async () => {
  const { one, two, bearer, refused } = world()
  assert.equal((await bearer(two.token())).status, 200)
  // Signed by the first issuer in the name of the second, without and with the second's key id.
  const [key = makeKey('ES256')] = two.keys
  await refused(one.token({ claims: { iss: two.issuer } }), /no published key fits/)
  await refused(one.token({ claims: { iss: two.issuer }, header: { kid: key.kid } }), /signature/)
})

test('P3 an answer about another issuer’s token is not used, and no token is shown to another issuer than its own', async () => {
  const { clock, one, two } = world()
  const own = world({
    issuer: [
      asking(one, { owns: (token: string) => token.startsWith('one_') }),
      asking(two, { owns: (token: string) => token.startsWith('two_') }),
    ],
    fetch: networkOf(one, two),
    now: () => clock.now,
  })
  const active = { active: true, sub: 'anna', aud: audience, exp: start / 1000 + 60 }
  one.introspection = active
  two.introspection = { ...active, iss: one.issuer }
  assert.equal((await own.bearer('one_abc')).token?.issuer, one.issuer)
  await own.refused('two_abcdefghijklmnopqrstuvwxyz0123456789', /another issuer/)
  await own.refused('three_abcdefghijklmnopqrstuvwxyz0123456789', /no issuer is asked/)
  // A JWT from an unknown issuer, and one from the other issuer.
  await own.refused(one.token({ claims: { iss: 'https://three.example' } }), /iss/)
  assert.equal((await own.bearer(two.token())).status, 200)
  assert.deepEqual(one.shown, ['one_abc'])
  assert.deepEqual(two.shown, ['two_abcdefghijklmnopqrstuvwxyz0123456789'])
})

test('P3 several issuers that are asked need to know their own tokens', () => {
  const { one, two } = world()
  const options = { audience, issuer: [asking(one), asking(two)] }
  assert.throws(() => protectedResource(options), { code: 'config_option_invalid' })
  protectedResource({ audience, issuer: [asking(one), two.issuer] })
})

test('P4 a token of another kind is no access token', async () => {
  const { one, bearer, refused } = world()
  for (const typ of ['at+jwt', 'AT+JWT', 'application/at+jwt']) {
    assert.equal((await bearer(one.token({ header: { typ } }))).status, 200)
  }
  for (const typ of [undefined, 'JWT', 'logout+jwt', 'dpop+jwt', 'id_token', 'at', 7, null]) {
    await refused(one.token({ header: { typ } }), /type|typ/)
  }
  for (const header of [{ crit: ['exp'] }, { b64: false }])
    await refused(one.token({ header }), /crit or b64/)
})

test('P4 where an issuer writes no type, what only ID tokens have is refused still', async () => {
  const { clock, one } = world()
  const issuer = { issuer: one.issuer, dangerouslyAcceptUntyped: true }
  const own = world({ issuer, fetch: networkOf(one), now: () => clock.now })
  for (const typ of [undefined, 'JWT', 'at+jwt']) {
    assert.equal((await own.bearer(one.token({ header: { typ } }))).status, 200)
  }
  for (const claims of [{ nonce: 'n' }, { at_hash: 'h' }, { c_hash: 'h' }, { events: {} }]) {
    await own.refused(one.token({ header: { typ: 'JWT' }, claims }), /no access token/)
  }
  await own.refused(one.token({ header: { typ: 'JWT' }, claims: { aud: 'the-app' } }), /aud/)
  await own.refused(one.token({ header: { typ: 'logout+jwt' } }), /type/)
})

test('P4 a token that its issuer calls a refresh, ID or logout token is no access token, opaque or not', async () => {
  const { clock, one } = world()
  const now = () => clock.now
  const untyped = world({
    issuer: { issuer: one.issuer, dangerouslyAcceptUntyped: true },
    fetch: networkOf(one),
    now,
  })
  const asked = world({ issuer: asking(one, { cacheSeconds: 0 }), fetch: networkOf(one), now })
  // As Keycloak, Ory Hydra, Amazon Cognito and OpenIddict name the kinds.
  const access = [
    { token_use: 'access' },
    { token_use: 'access_token' },
    { token_usage: 'access_token' },
    { typ: 'Bearer', token_type: 'Bearer' },
    { token_type: 'urn:ietf:params:oauth:token-type:access_token' },
    { typ: 7 },
  ]
  const others = [
    { token_use: 'refresh_token', token_type: 'Bearer' },
    { token_use: 'refresh' },
    { token_use: 'id' },
    { token_usage: 'id_token' },
    { token_usage: 'authorization_code' },
    { typ: 'Refresh' },
    { typ: 'Offline' },
    { typ: 'ID' },
    { typ: 'Logout' },
    { token_type: 'refresh_token' },
    { token_type: 'urn:ietf:params:oauth:token-type:refresh_token' },
  ]
  const opaque = 'opaque_abcdefghijklmnopqrstuvwxyz0123456789'
  const active = { active: true, sub: 'anna', aud: audience }
  for (const claims of access) {
    assert.equal((await untyped.bearer(one.token({ claims }))).status, 200, JSON.stringify(claims))
    one.introspection = { ...active, ...claims }
    assert.equal((await asked.bearer(opaque)).status, 200, JSON.stringify(claims))
  }
  for (const claims of others) {
    await untyped.refused(one.token({ header: { typ: 'JWT' }, claims }), /another kind of token/)
    one.introspection = { ...active, ...claims }
    await asked.refused(opaque, /another kind of token/)
  }
})

test('P5 unsigned tokens, shared secrets, keys of the sender and unlisted algorithms verify nothing', async () => {
  const { one, bearer, refused } = world()
  const [key = makeKey('ES256')] = one.keys
  assert.equal((await bearer(one.token())).status, 200)
  const claims = { iss: one.issuer, aud: audience, sub: 'anna', exp: start / 1000 + 60 }
  const signed = (alg: unknown, secret?: Uint8Array, header: object = {}) =>
    signCompact({
      header: { typ: 'at+jwt', alg, kid: key.kid, ...header },
      payload: claims,
      key: secret ?? key.privateKey,
      alg: secret ? 'HS256' : key.alg,
    })
  const publicText = new TextEncoder().encode(JSON.stringify(key.publicJwk))
  for (const alg of ['HS256', 'hs256']) await refused(signed(alg, publicText), /algorithm/)
  for (const alg of ['none', 'None', 'NONE', '', undefined, null, ['ES256']])
    await refused(signed(alg), /algorithm/)
  const unsigned = `${encode(JSON.stringify({ typ: 'at+jwt', alg: 'none' }))}.${encode(JSON.stringify(claims))}.`
  await refused(unsigned, /invalid_token/)
  const own = makeKey('ES256')
  for (const header of [
    { jwk: own.publicJwk },
    { jku: 'https://evil.example/keys' },
    { x5u: 'https://evil.example/cert' },
    { jwk: own.publicJwk, kid: own.kid },
  ]) {
    await refused(one.token({ key: own, header: { kid: key.kid, ...header } }), /signature|no published key/)
  }
  // An algorithm that does not match the key.
  await refused(signed('ES384'), /no published key|signature/)
  const [head, , signature] = one.token().split('.')
  await refused(`${head}.${encode(JSON.stringify({ ...claims, sub: 'bob' }))}.${signature}`, /signature/)
})

test('P5 an issuer with a list of algorithms is held to it, and none of the list is a shared secret', async () => {
  const { clock, one } = world()
  const rs256 = makeKey('RS256')
  one.keys.push(rs256)
  const issuer = { issuer: one.issuer, algorithms: ['RS256'] }
  const own = world({ issuer, fetch: networkOf(one), now: () => clock.now })
  assert.equal((await own.bearer(one.token({ key: rs256 }))).status, 200)
  await own.refused(one.token(), /algorithm/)
  for (const algorithms of [['HS256'], ['none'], []]) {
    assert.throws(() => protectedResource({ audience, issuer: { issuer: one.issuer, algorithms } }), {
      code: 'config_option_invalid',
    })
  }
})

test('P6 expiry and times are numbers within the tolerance, and a token without an end is refused', async () => {
  const { clock, one, bearer, refused } = world({ clockToleranceSeconds: 10 })
  const token = one.token()
  const seconds = start / 1000
  assert.equal((await bearer(token)).token?.expiresAt, start + 300_000)
  clock.now = start + 309_000
  assert.equal((await bearer(token)).status, 200)
  clock.now = start + 310_000
  await refused(token, /exp is past/)
  clock.now = start
  for (const exp of [undefined, null, String(seconds + 60), Number.NaN, [seconds + 60]]) {
    await refused(one.token({ claims: { exp } }), /exp/)
  }
  for (const name of ['nbf', 'iat']) {
    assert.equal((await bearer(one.token({ claims: { [name]: seconds + 10 } }))).status, 200)
    await refused(one.token({ claims: { [name]: seconds + 11 } }), new RegExp(`${name} is in the future`))
    await refused(one.token({ claims: { [name]: String(seconds) } }), new RegExp(name))
  }
  for (const sub of [undefined, '', 7, 'a\u0000b', 'x'.repeat(256)])
    await refused(one.token({ claims: { sub } }), /sub/)
})

test('P7 a token in the query or the body is not accepted, and beside the header it spoils the request', async () => {
  const { one, ask } = world()
  const token = one.token()
  for (const path of [
    `/notes?access_token=${token}`,
    '/notes?access%5Ftoken=x',
    '/notes?a=1&access_token=',
  ]) {
    for (const authorization of [undefined, `Bearer ${token}`]) {
      const answer = await ask({ path, ...(authorization && { authorization }) })
      assert.deepEqual([answer.status, answer.error, answer.token], [400, 'invalid_request', null])
    }
  }
  const body = new URLSearchParams({ access_token: token }).toString()
  assert.equal((await ask({ method: 'POST', body })).status, 401)
  assert.equal((await ask({ path: '/notes?token_access=1', authorization: `Bearer ${token}` })).status, 200)
})

test('P7 two tokens, and what is no token, are refused; the scheme may be in any case', async () => {
  const { one, ask } = world()
  const token = one.token()
  for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
    assert.equal((await ask({ authorization: `${scheme} ${token}` })).status, 200)
  }
  for (const authorization of [
    `Bearer ${token}, Bearer ${token}`,
    `Bearer ${token}, Basic eDp5`,
    `Bearer ${token} ${token}`,
    `Bearer "${token}"`,
    `Bearer token="${token}"`,
    `Bearer`,
    `Bearer ${token}\u00a0`,
    `DPoP`,
    `Bearer ${'a'.repeat(70_000)}`,
  ]) {
    const answer = await ask({ authorization })
    assert.deepEqual(
      [answer.status, answer.error, answer.token],
      [400, 'invalid_request', null],
      authorization.slice(0, 40),
    )
  }
  for (const authorization of [`Basic ${token}`, `Basic x, Bearer ${token}`, token, `Bearer_${token}`, '']) {
    const answer = await ask({ authorization })
    assert.deepEqual([answer.status, answer.token], [401, null])
  }
})

test('P8 without a token the challenge names the metadata and no error, and the metadata leads to the issuers', async () => {
  const { api, ask, one, two } = world({ scopesSupported: ['notes:read'], name: 'Notes' })
  const { status, challenge, error } = await ask({}, { scopes: ['notes:read'] })
  assert.deepEqual([status, error], [401, 'token_required'])
  const address = `${audience}/.well-known/oauth-protected-resource`
  assert.match(challenge, /^Bearer resource_metadata="[^"]+", scope="notes:read", DPoP algs="[^"]+"/)
  assert.ok(challenge.includes(`resource_metadata="${address}"`) && !challenge.includes('error='))
  const answer = api.handle(new Request(address))
  assert.equal(answer?.status, 200)
  assert.equal(answer.headers.get('content-type'), 'application/json')
  assert.equal(answer.headers.get('access-control-allow-origin'), '*')
  const document = (await answer.json()) as Record<string, unknown>
  assert.equal(document.resource, audience)
  assert.deepEqual(document.authorization_servers, [one.issuer, two.issuer])
  assert.deepEqual(document.bearer_methods_supported, ['header'])
  assert.deepEqual(document.scopes_supported, ['notes:read'])
  assert.equal(api.handle(new Request(`${address}/other`)), null)
  assert.equal(api.handle(new Request(address, { method: 'POST' })), null)
})

test('P8 the metadata of an API below a path stands between host and path', () => {
  const issuer = 'https://one.example'
  const { metadataPath } = protectedResource({ resource: 'https://example.com/api/v2', issuer })
  assert.equal(metadataPath, '/.well-known/oauth-protected-resource/api/v2')
  assert.equal(protectedResource({ audience: 'urn:notes', issuer }).metadataPath, null)
})

test('P9 a token without the scopes of the route gets 403 with all that it needs', async () => {
  const { one, bearer } = world()
  const scopes = ['notes:read', 'notes:write']
  assert.equal((await bearer(one.token(), { scopes })).status, 200)
  assert.equal((await bearer(one.token(), { scopes: 'notes:read notes:write' })).status, 200)
  for (const scope of [
    'notes:read',
    'notes:readnotes:write',
    'NOTES:READ NOTES:WRITE',
    '',
    undefined,
    7,
    { scopes },
  ]) {
    const { status, error, challenge, token } = await bearer(one.token({ claims: { scope } }), { scopes })
    assert.deepEqual([status, error, token], [403, 'insufficient_scope', null])
    assert.match(challenge, /scope="notes:read notes:write"/)
  }
  assert.equal(
    (await bearer(one.token({ claims: { scope: undefined, scp: scopes } }), { scopes })).status,
    200,
  )
})

test('P9 a sign-in that is too weak or too old gets the challenge of a step-up', async () => {
  const { one, bearer } = world()
  const seconds = start / 1000
  const demand = { acr: ['mfa', 'phr'], maxAge: 300 }
  const strong = { acr: 'phr', auth_time: seconds - 300 }
  assert.equal((await bearer(one.token({ claims: strong }), demand)).token?.acr, 'phr')
  for (const claims of [
    { acr: 'phr', auth_time: seconds - 301 },
    { acr: 'phr', auth_time: seconds + 3600 },
    { acr: 'phr', auth_time: String(seconds) },
    { acr: 'phr' },
    { acr: 'pwd', auth_time: seconds },
    { acr: ['phr'], auth_time: seconds },
    { auth_time: seconds },
  ]) {
    const { status, error, challenge, token } = await bearer(one.token({ claims }), demand)
    assert.deepEqual([status, error, token], [401, 'insufficient_user_authentication', null])
    assert.match(challenge, /acr_values="mfa phr", max_age="300"/)
  }
})

test('P10 a token that is bound to a key is worth nothing without the proof of that key', async () => {
  const { now, one, ask, refused } = world()
  const client = new ProvingClient(now)
  const token = one.token({ claims: { cnf: { jkt: client.thumbprint } } })
  const accepted = await ask({ authorization: `DPoP ${token}`, dpop: client.proof(token) })
  assert.equal(accepted.token?.keyThumbprint, client.thumbprint)
  // RFC 9449 §7.2: the downgrade to Bearer, without and with a proof.
  await refused(token, /bound to a key/)
  const downgraded = await ask({ authorization: `Bearer ${token}`, dpop: client.proof(token) })
  assert.deepEqual([downgraded.status, downgraded.error], [401, 'invalid_token'])
  const thief = new ProvingClient(now)
  for (const dpop of [
    undefined,
    thief.proof(token),
    client.proof(one.token()),
    `${client.proof(token)}, x`,
    token,
  ]) {
    const answer = await ask({ authorization: `DPoP ${token}`, ...(dpop !== undefined && { dpop }) })
    assert.deepEqual([answer.status, answer.error, answer.token], [401, 'invalid_dpop_proof', null])
    assert.match(
      answer.challenge,
      /^DPoP algs="ES256[^"]*", resource_metadata="[^"]+", error="invalid_dpop_proof"/,
    )
  }
})

test('P10 a plain token gains nothing by DPoP, and a bond that cannot be proved here is never overlooked', async () => {
  const { now, one, ask, bearer, refused } = world()
  const client = new ProvingClient(now)
  const plain = one.token()
  assert.equal((await bearer(plain)).status, 200)
  const answer = await ask({ authorization: `DPoP ${plain}`, dpop: client.proof(plain) })
  assert.deepEqual([answer.status, answer.error], [401, 'invalid_token'])
  for (const cnf of [
    { 'x5t#S256': 'bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2' },
    { jkt: client.thumbprint, 'x5t#S256': 'x' },
    { jwk: client.jwk },
    { jkt: '' },
    { jkt: 7 },
    {},
    'jkt',
    [],
    true,
  ]) {
    await refused(one.token({ claims: { cnf } }), /cnf/)
  }
})

test('P10 an API that demands bound tokens refuses others', async () => {
  const { now, one, ask, bearer } = world({ dpop: { required: true } })
  const client = new ProvingClient(now)
  const token = one.token({ claims: { cnf: { jkt: client.thumbprint } } })
  assert.equal((await ask({ authorization: `DPoP ${token}`, dpop: client.proof(token) })).status, 200)
  const plain = await bearer(one.token())
  assert.deepEqual([plain.status, plain.error], [401, 'invalid_token'])
  assert.match(plain.challenge, /^DPoP /)
  assert.throws(
    () => protectedResource({ audience: 'urn:notes', issuer: one.issuer, dpop: { required: true } }),
    {
      code: 'config_option_invalid',
    },
  )
})

test('P11 a proof is for one request, and for one time, on all servers', async () => {
  const marks = new Set<string>()
  const shared = { useOnce: async (key: string) => !marks.has(key) && marks.add(key) !== undefined }
  const { clock, now, one, ask } = world({ dpop: { marks: shared } })
  const other = world({ dpop: { marks: shared }, fetch: networkOf(one), issuer: one.issuer, now })
  const client = new ProvingClient(now)
  const token = one.token({ claims: { cnf: { jkt: client.thumbprint } } })
  const authorization = `DPoP ${token}`
  const dpop = client.proof(token)
  assert.equal((await ask({ authorization, dpop })).status, 200)
  for (const server of [ask, other.ask]) {
    const again = await server({ authorization, dpop })
    assert.deepEqual([again.status, again.error], [401, 'invalid_dpop_proof'])
  }
  for (const [claims, request] of [
    [{ htm: 'POST' }, {}],
    [{}, { method: 'POST' }],
    [{}, { path: '/notes/7' }],
    [{ htu: 'https://other.example/notes' }, {}],
    [{ iat: start / 1000 - 200 }, {}],
    [{ iat: start / 1000 + 200 }, {}],
    [{ jti: undefined }, {}],
  ] as const) {
    const answer = await ask({ authorization, dpop: client.proof(token, claims), ...request })
    assert.deepEqual([answer.status, answer.error], [401, 'invalid_dpop_proof'])
  }
  assert.equal((await ask({ authorization, dpop: client.proof(token), path: '/notes?page=2' })).status, 200)
  clock.now += 1000
})

test('P11 an API with nonces accepts its own for a while, and a reused proof never', async () => {
  const nonceSecret = 'a secret of the API that is long enough'
  const { clock, now, one, ask } = world({ dpop: { nonceSecret } })
  const client = new ProvingClient(now)
  const token = one.token({ claims: { cnf: { jkt: client.thumbprint }, exp: start / 1000 + 86_400 } })
  const authorization = `DPoP ${token}`
  const first = await ask({ authorization, dpop: client.proof(token) })
  assert.deepEqual([first.status, first.error], [401, 'use_dpop_nonce'])
  assert.match(first.challenge, /error="use_dpop_nonce"/)
  const nonce = first.nonce ?? ''
  const dpop = client.proof(token, { nonce })
  assert.equal((await ask({ authorization, dpop })).status, 200)
  assert.equal((await ask({ authorization, dpop })).error, 'invalid_dpop_proof')
  const elsewhere = world({ dpop: { nonceSecret: `${nonceSecret} of another API` } })
  const foreign = (await elsewhere.ask({ authorization: 'DPoP x', dpop: 'x' })).nonce ?? 'none'
  for (const wrong of [foreign, 'made up', `${nonce}x`, '', 'x'.repeat(4000)]) {
    assert.equal(
      (await ask({ authorization, dpop: client.proof(token, { nonce: wrong }) })).error,
      'use_dpop_nonce',
    )
  }
  clock.now += 301_000
  assert.equal((await ask({ authorization, dpop: client.proof(token, { nonce }) })).error, 'use_dpop_nonce')
})

test('P12 an answer of the issuer counts for the stated time, never beyond the token’s own end', async () => {
  const { clock, one } = world()
  const issuer = asking(one, { cacheSeconds: 30 })
  const own = world({ issuer, fetch: networkOf(one), now: () => clock.now, clockToleranceSeconds: 0 })
  const seconds = start / 1000
  const opaque = 'opaque_abcdefghijklmnopqrstuvwxyz0123456789'
  one.introspection = { active: true, sub: 'anna', aud: [audience], scope: 'notes:read', exp: seconds + 100 }
  const [first] = await Promise.all([own.bearer(opaque), own.bearer(opaque), own.bearer(opaque)])
  assert.equal(first?.token?.subject, 'anna')
  assert.equal(one.shown.length, 1, 'asked once for all who came at the same time')
  one.introspection = { active: false }
  clock.now = start + 29_999
  assert.equal((await own.bearer(opaque)).status, 200)
  clock.now = start + 30_000
  await own.refused(opaque, /not active/)
  assert.equal(one.shown.length, 2)
  // The inactive answer is cached, so repeated guesses cause no request.
  await own.refused(opaque, /not active/)
  assert.equal(one.shown.length, 2)
  one.introspection = { active: true, sub: 'anna', aud: audience, exp: seconds + 40 }
  clock.now = start + 36_000
  assert.equal((await own.bearer(opaque)).status, 200)
  clock.now = start + 41_000
  await own.refused(opaque, /exp is past/)
})

test('P12 what the issuer answers is held to the same rules as a JWT', async () => {
  const { clock, one } = world()
  const own = world({ issuer: asking(one, { cacheSeconds: 0 }), fetch: networkOf(one), now: () => clock.now })
  const opaque = 'opaque_abcdefghijklmnopqrstuvwxyz0123456789'
  const active = { active: true, sub: 'anna', aud: audience }
  const right = [active, { ...active, iss: one.issuer, token_type: 'Bearer', exp: start / 1000 + 60 }]
  for (const answer of right) {
    one.introspection = answer
    assert.equal((await own.bearer(opaque)).status, 200)
  }
  // A machine's token has no subject.
  one.introspection = { active: true, aud: audience, client_id: 'robot' }
  const { token: machine } = await own.bearer(opaque)
  assert.deepEqual([machine?.subject, machine?.clientId], [null, 'robot'])
  for (const [change, about] of [
    [{ aud: 'https://other.example' }, /aud/],
    [{ aud: undefined }, /aud/],
    [{ sub: '' }, /sub/],
    [{ sub: 7 }, /sub/],
    [{ exp: start / 1000 - 61 }, /exp/],
    [{ nbf: start / 1000 + 61 }, /nbf/],
    [{ iss: 'https://two.example/tenant' }, /another issuer/],
    [{ cnf: { 'x5t#S256': 'x' } }, /cnf/],
    [{ cnf: { jkt: 'a' } }, /bound to a key/],
    [{ token_type: 'DPoP' }, /names no key/],
    [{ active: false }, /not active/],
  ] as const) {
    one.introspection = { ...active, ...change }
    await own.refused(opaque, about)
  }
  for (const broken of [{ active: 'true', sub: 'anna', aud: audience }, { sub: 'anna' }, [], 'yes', null]) {
    one.introspection = () => broken
    assert.equal((await own.bearer(opaque)).status, 503)
  }
})

test('P12 an issuer may be asked about its JWTs too, after they were verified', async () => {
  const { clock, one } = world()
  const own = world({
    issuer: asking(one, { always: true, cacheSeconds: 0 }),
    fetch: networkOf(one),
    now: () => clock.now,
  })
  const token = one.token()
  one.introspection = { active: true }
  assert.equal((await own.bearer(token)).status, 200)
  one.introspection = { active: false }
  await own.refused(token, /not active/)
  const shown = one.shown.length
  await own.refused(one.token({ key: makeKey('ES256') }), /no published key/)
  assert.equal(one.shown.length, shown, 'a forged one is shown to nobody')
})

test('P13 an issuer that does not answer closes the API for its tokens, and for no others', async () => {
  const { clock, one, two, bearer } = world()
  one.isDown = true
  const answer = await bearer(one.token())
  assert.deepEqual([answer.status, answer.token, answer.challenge], [503, null, ''])
  assert.ok(!answer.text.includes('one.example'), 'where it broke is for the log')
  assert.equal((await bearer(two.token())).status, 200)
  const asked = one.asked.length
  await bearer(one.token())
  assert.equal(one.asked.length, asked, 'it is not asked by every request')
  one.isDown = false
  clock.now += 6000
  assert.equal((await bearer(one.token())).status, 200)
})

test('P13 while an introspecting issuer is down no old answer is used beyond its time', async () => {
  const { clock, one } = world()
  const own = world({ issuer: asking(one), fetch: networkOf(one), now: () => clock.now })
  one.introspection = { active: true, sub: 'anna', aud: audience }
  assert.equal((await own.bearer('opaque')).status, 200)
  one.isDown = true
  assert.equal((await own.bearer('opaque')).status, 200)
  clock.now += 31_000
  assert.equal((await own.bearer('opaque')).status, 503)
})

test('P13 a rotated key is found, and made-up names of keys cause no storm', async () => {
  const { one, bearer, refused } = world()
  assert.equal((await bearer(one.token())).status, 200)
  const old = one.token()
  one.keys = [makeKey('ES256')]
  assert.equal((await bearer(one.token())).status, 200)
  await refused(old, /no published key/)
  for (let count = 0; count < 20; count++)
    await refused(one.token({ header: { kid: `made-up-${count}` } }), /no published key/)
  assert.ok(one.asked.filter((path) => path === '/keys').length <= 4)
  assert.equal((await bearer(one.token())).status, 200)
})

test('P14 a refusal says why, in one line that no value of a token can break', async () => {
  const { one, bearer, logged } = world()
  const aud = 'evil"\r\nSet-Cookie: a=b\\", error="'
  const { status, challenge, text } = await bearer(one.token({ claims: { aud } }))
  assert.equal(status, 401)
  assert.match(challenge, /error_description="The access token|error_description="access token/)
  assert.equal(challenge.match(/ error="/g)?.length, 1)
  assert.ok(!/[\r\n]/.test(challenge))
  assert.match(text, /aud is not this API/)
  assert.equal(logged.length, 1)
  assert.match(logged[0] ?? '', /"code":"bearer_token_invalid"/)
})

test('P14 options that cannot be are refused when the API is made', () => {
  const issuer = 'https://one.example'
  protectedResource({ audience, issuer })
  for (const options of [
    { issuer },
    { audience, issuer: [] },
    { audience, issuer: 'http://one.example' },
    { audience, issuer: 'one.example' },
    { audience, issuer: [issuer, issuer] },
    { audience: '', issuer },
    { audience: [], issuer },
    { audience, issuer: { issuer, jwksUrl: 'http://one.example/keys' } },
    { audience, issuer: { issuer, introspection: { clientId: '', clientSecret: 'x' } } },
    { audience, issuer: { issuer, introspection: { clientId: 'x', clientSecret: 'x', cacheSeconds: -1 } } },
    { audience, issuer, resource: 'api.example.com' },
    { audience, issuer, clockToleranceSeconds: 1.5 },
    { audience, issuer, dpop: { algorithms: ['HS256'] } },
    { audience, issuer, dpop: { nonceSecret: 'short' } },
    { audience, issuer, scopesSupported: ['a"b'] },
  ]) {
    assert.throws(() => protectedResource(options as never), LatchkeyError, JSON.stringify(options))
  }
  const api = protectedResource({ audience, issuer })
  for (const demand of [{ scopes: 'a"b' }, { scopes: [''] }, { maxAge: -1 }, { acr: 'a\nb' }]) {
    assert.throws(() => api.guard(demand), { code: 'config_option_invalid' })
  }
})

test('P14 made-up headers, of pieces of real ones, open nothing and break nothing', async () => {
  const { now, one, two, ask, clock } = world()
  const client = new ProvingClient(now)
  const cnf = { jkt: client.thumbprint }
  // Each token is invalid: expired, for another API, from an unknown key, of another type, bound to a key, or misattributed.
  const tokens = [
    one.token({ claims: { exp: start / 1000 - 600 } }),
    two.token({ claims: { aud: 'https://other.example' } }),
    one.token({ key: makeKey('ES256') }),
    one.token({ header: { typ: 'JWT' } }),
    one.token({ claims: { cnf } }),
    two.token({ claims: { iss: one.issuer } }),
  ]
  const proofs = [
    client.proof(tokens[0] ?? ''),
    client.proof('x', { htm: 'POST' }),
    new ProvingClient(now).proof('y'),
  ]
  const random = seededRandom(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const pieces = [...tokens, ...proofs].flatMap((text) => text.split('.'))
  const mutate = (text: string): string => {
    const at = Math.floor(random() * text.length)
    const sign = pick(['', 'A', '.', '=', ',', ' ', '"', '\u00e9', '%00', '~', '-', pick(pieces)])
    return text.slice(0, at) + sign + text.slice(at + Math.floor(random() * 3))
  }
  const made = (whole: readonly string[]): string => {
    const text = random() < 0.4 ? pick(whole) : [pick(pieces), pick(pieces), pick(pieces)].join('.')
    return random() < 0.5 ? mutate(text) : text
  }
  const schemes = ['Bearer ', 'DPoP ', 'bearer ', 'dpop  ', 'Bearer', 'Basic ', 'Bearer Bearer ', '']
  const seen = new Set<number>()
  for (let count = 0; count < 3000; count++) {
    const withProof = random() < 0.5
    const answer = await ask({
      authorization: pick(schemes) + made(tokens),
      ...(withProof && { dpop: made(proofs) }),
      path: pick(['/notes', '/notes?page=2', '/notes?access_token=x']),
    })
    assert.equal(answer.token, null)
    assert.ok([400, 401].includes(answer.status), `${answer.status} ${answer.text}`)
    assert.ok(!/[\r\n]/.test(answer.challenge))
    seen.add(answer.status)
  }
  assert.equal(seen.size, 2)
  clock.now += 1
  assert.equal(
    (await ask({ authorization: `Bearer ${one.token()}` })).status,
    200,
    'the next honest request passes',
  )
})
