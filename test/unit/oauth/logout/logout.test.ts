import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import {
  type Draft,
  type EvilProvider,
  evilProvider,
  issuer,
  json,
  signingKey,
  signJwt,
} from '../evil-provider.ts'
import { refused } from '../refused.ts'

const event = 'http://schemas.openid.net/event/backchannel-logout'

function logoutDraft(op: EvilProvider): Draft {
  const draft = op.draft({ nonce: undefined, jti: 'jti-1', sid: 'sid-1', events: { [event]: {} } })
  draft.header.typ = 'logout+jwt'
  return draft
}

const faults: Readonly<Record<string, (draft: Draft, op: EvilProvider) => unknown>> = {
  'alg none': ({ header }) => Object.assign(header, { alg: 'none' }),
  'another alg': ({ header }) => Object.assign(header, { alg: 'RS256' }),
  HS256: ({ header }) => Object.assign(header, { alg: 'HS256' }),
  'another key': async (draft) => {
    draft.key = await signingKey('ES256', 'attacker')
  },
  'a bad signature': (draft) => {
    draft.finish = (jwt) => `${jwt.slice(0, -20)}${'A'.repeat(20)}`
  },
  'another iss': ({ claims }) => Object.assign(claims, { iss: 'https://evil.example' }),
  'no iss': ({ claims }) => Object.assign(claims, { iss: undefined }),
  'another aud': ({ claims }) => Object.assign(claims, { aud: 'other' }),
  'no aud': ({ claims }) => Object.assign(claims, { aud: undefined }),
  'no events': ({ claims }) => Object.assign(claims, { events: undefined }),
  'other events': ({ claims }) => Object.assign(claims, { events: { 'https://example.com/event': {} } }),
  'events that are a list': ({ claims }) => Object.assign(claims, { events: [event] }),
  'an event that is no object': ({ claims }) => Object.assign(claims, { events: { [event]: true } }),
  'a nonce': ({ claims }) => Object.assign(claims, { nonce: 'x' }),
  'no iat': ({ claims }) => Object.assign(claims, { iat: undefined }),
  'iat in the future': ({ claims }, op) => Object.assign(claims, { iat: op.seconds + 62 }),
  'no jti': ({ claims }) => Object.assign(claims, { jti: undefined }),
  'a jti that is a number': ({ claims }) => Object.assign(claims, { jti: 7 }),
  'no exp': ({ claims }) => Object.assign(claims, { exp: undefined }),
  'an exp that no clock reaches': ({ claims }) => Object.assign(claims, { exp: 1e300 }),
  'exp past': ({ claims }, op) => Object.assign(claims, { exp: op.seconds - 61 }),
  'neither sub nor sid': ({ claims }) => Object.assign(claims, { sub: undefined, sid: undefined }),
  'a sub that is a number': ({ claims }) => Object.assign(claims, { sub: 7 }),
  'a sid that is a list': ({ claims }) => Object.assign(claims, { sid: ['sid-1'] }),
  crit: ({ header }) => Object.assign(header, { crit: ['x'], x: 1 }),
  'typ at+jwt': ({ header }) => Object.assign(header, { typ: 'at+jwt' }),
  'more than 64 kB': ({ claims }) => Object.assign(claims, { padding: 'x'.repeat(65_536) }),
  'a repeated claim': (draft) => {
    draft.payload = JSON.stringify(draft.claims).replace('{', '{"jti":"other",')
  },
}
for (const [name, fault] of Object.entries(faults)) {
  test(`I3 a logout token with ${name} is refused`, async () => {
    const op = await evilProvider()
    const draft = logoutDraft(op)
    await fault(draft, op)
    await refused(op.client().verifyLogoutToken(signJwt(draft)), 'provider_id_token_invalid')
  })
}
test('I3 what is no token at all is refused without asking anybody', async () => {
  const op = await evilProvider()
  for (const jwt of ['', 'x', 'a.b.c', 'a.b.c.d.e']) {
    await refused(op.client().verifyLogoutToken(jwt), 'provider_id_token_invalid')
  }
  assert.equal(op.requests.length, 0)
})
test('I3, D21 an ID token is no logout token', async () => {
  const op = await evilProvider()
  await refused(op.client().verifyLogoutToken(signJwt(op.draft())), 'provider_id_token_invalid')
})

test('I3 twin: a good one says whose sessions end', async () => {
  const op = await evilProvider()
  assert.deepEqual(await op.client().verifyLogoutToken(signJwt(logoutDraft(op))), {
    issuer,
    subject: 'alex',
    sessionId: 'sid-1',
    jti: 'jti-1',
    // The jti must be remembered for as long as the token is accepted, including by a clock that is a minute behind.
    expiresAt: (op.seconds + 360) * 1000,
  })
})
for (const [name, change] of [
  ['sub alone', ({ claims }: Draft) => Object.assign(claims, { sid: undefined })],
  ['sid alone', ({ claims }: Draft) => Object.assign(claims, { sub: undefined })],
  ['no typ', ({ header }: Draft) => Object.assign(header, { typ: undefined })],
  ['typ JWT', ({ header }: Draft) => Object.assign(header, { typ: 'JWT' })],
  ['aud as a list', ({ claims }: Draft) => Object.assign(claims, { aud: ['our-client'] })],
] as const) {
  test(`I3 twin: ${name} is accepted`, async () => {
    const op = await evilProvider()
    const draft = logoutDraft(op)
    change(draft)
    await op.client().verifyLogoutToken(signJwt(draft))
  })
}

test('I3 made-up key ids cause few fetches, and leave a login its own', async () => {
  const op = await evilProvider()
  const client = op.client()
  for (let count = 0; count < 50; count++) {
    const draft = logoutDraft(op)
    draft.header.kid = randomUUID()
    await refused(client.verifyLogoutToken(signJwt(draft)), 'provider_id_token_invalid')
  }
  assert.ok(op.count('/jwks') <= 2, `${op.count('/jwks')} fetches`)
  op.key = await signingKey('ES256', 'rotated')
  op.jwks = { keys: [op.key.jwk] }
  await op.login(client)
})
test('I3 keys that cannot be fetched are not asked for by every stranger', async () => {
  const op = await evilProvider()
  const client = op.client()
  op.answers.set('/jwks', () => json({}, 503))
  for (let count = 0; count < 5; count++) {
    await refused(client.verifyLogoutToken(signJwt(logoutDraft(op))), 'provider_unavailable')
  }
  assert.equal(op.count('/jwks'), 1)
})

test('I3 keys that are older than an hour verify no logout, however often it is tried', async () => {
  const op = await evilProvider()
  const client = op.client()
  await client.verifyLogoutToken(signJwt(logoutDraft(op)))
  op.answers.set('/jwks', () => json({}, 503))
  op.clock += 3_500_000
  // The second token arrives after this minute's attempt to fetch keys was used.
  for (let count = 0; count < 2; count++) await client.verifyLogoutToken(signJwt(logoutDraft(op)))
  op.clock += 200_000
  for (let count = 0; count < 3; count++) {
    await refused(client.verifyLogoutToken(signJwt(logoutDraft(op))), 'provider_unavailable')
  }
  op.answers.clear()
  op.clock += 61_000
  await client.verifyLogoutToken(signJwt(logoutDraft(op)))
})

test('NH22 a logout token without exp is refused by name, and accepted where the provider is declared to send such', async () => {
  const op = await evilProvider()
  const draft = (iat: number): Draft => {
    const made = logoutDraft(op)
    Object.assign(made.claims, { exp: undefined, iat })
    return made
  }
  const error = await refused(
    op.client().verifyLogoutToken(signJwt(draft(op.seconds))),
    'provider_id_token_invalid',
  )
  assert.match(error.detail ?? '', /logoutTokensWithoutExpiry/)

  const lenient = op.client({ deviations: { logoutTokensWithoutExpiry: true } })
  const token = await lenient.verifyLogoutToken(signJwt(draft(op.seconds)))
  assert.deepEqual([token.subject, token.sessionId, token.jti], ['alex', 'sid-1', 'jti-1'])
  // Remembered for at least as long as the token's age alone would allow it.
  assert.ok(token.expiresAt >= (op.seconds + 3_600) * 1000)
  op.clock = token.expiresAt
  await refused(
    lenient.verifyLogoutToken(signJwt(draft(op.seconds - 3_660 - 1))),
    'provider_id_token_invalid',
  )
  // An `exp` that is present still applies.
  const expired = logoutDraft(op)
  Object.assign(expired.claims, { exp: op.seconds - 61 })
  await refused(lenient.verifyLogoutToken(signJwt(expired)), 'provider_id_token_invalid')
})

const request = { postLogoutRedirectUri: 'https://app.example/auth/signed-out', state: 'state-1' }
test('I2 the address that signs out at the provider keeps its query and names the session', async () => {
  const client = (await evilProvider()).client()
  assert.ok(await client.supportsEndSession())
  const withHint = await client.endSessionUrl({ ...request, idTokenHint: 'the-id-token' })
  assert.equal(withHint?.pathname, '/logout')
  assert.deepEqual(Object.fromEntries(withHint?.searchParams ?? []), {
    from: 'metadata',
    id_token_hint: 'the-id-token',
    client_id: 'our-client',
    post_logout_redirect_uri: request.postLogoutRedirectUri,
    state: 'state-1',
  })
  const without = await client.endSessionUrl({ ...request, idTokenHint: null })
  assert.equal(without?.searchParams.get('client_id'), 'our-client')
  assert.equal(without?.searchParams.get('id_token_hint'), null)
})
test('NH8 an ID token that would make the address too long is replaced by the client and a hint of the person', async () => {
  const op = await evilProvider()
  const client = op.client()
  const groups = Array.from({ length: 400 }, (_, at) => `group-${at}`)
  const long = signJwt({ ...op.draft({ email: 'alex@example.com', groups }) })
  const url = await client.endSessionUrl({ ...request, idTokenHint: long })
  assert.ok((url?.href.length ?? 0) < 500)
  assert.deepEqual(Object.fromEntries(url?.searchParams ?? []), {
    from: 'metadata',
    logout_hint: 'alex@example.com',
    client_id: 'our-client',
    post_logout_redirect_uri: request.postLogoutRedirectUri,
    state: 'state-1',
  })
  const short = signJwt(op.draft({ email: 'alex@example.com' }))
  const withHint = await client.endSessionUrl({ ...request, idTokenHint: short })
  assert.deepEqual(
    [withHint?.searchParams.get('id_token_hint'), withHint?.searchParams.has('logout_hint')],
    [short, false],
  )
  // Without a readable ID token there is no hint, and the person still reaches the provider.
  const unreadable = await client.endSessionUrl({ ...request, idTokenHint: 'x'.repeat(9000) })
  assert.deepEqual(
    [unreadable?.searchParams.has('logout_hint'), unreadable?.searchParams.get('client_id')],
    [false, 'our-client'],
  )
})

test('NH8 logout parameters under the provider’s own names, with the endpoint still discovered', async () => {
  const parameterNames = { post_logout_redirect_uri: 'logout_uri', id_token_hint: null, state: 'state' }
  const client = (await evilProvider()).client({ deviations: { parameterNames } })
  const url = await client.endSessionUrl({ ...request, idTokenHint: 'the-id-token' })
  assert.deepEqual(Object.fromEntries(url?.searchParams ?? []), {
    from: 'metadata',
    client_id: 'our-client',
    logout_uri: request.postLogoutRedirectUri,
    state: 'state-1',
  })
})

test('NH8 a provider may make the logout address itself, or have none', async () => {
  const op = await evilProvider()
  const { end_session_endpoint: endpoint } = op.metadata
  delete op.metadata.end_session_endpoint
  const seen: unknown[] = []
  const client = op.client({
    deviations: {
      endSessionUrl(asked) {
        seen.push(asked)
        return asked.idTokenHint === null ? null : `${issuer}/bye?to=${asked.clientId}`
      },
    },
  })
  assert.equal(await client.supportsEndSession(), true)
  const url = await client.endSessionUrl({ ...request, idTokenHint: 'the-id-token' })
  assert.equal(url?.href, `${issuer}/bye?to=our-client`)
  assert.equal(await client.endSessionUrl({ ...request, idTokenHint: null }), null)
  assert.deepEqual(seen[0], {
    endpoint: undefined,
    clientId: 'our-client',
    idTokenHint: 'the-id-token',
    ...request,
  })
  assert.ok(endpoint)
})

test('I2 a provider without such an address says so', async () => {
  const op = await evilProvider()
  delete op.metadata.end_session_endpoint
  const client = op.client()
  assert.equal(await client.supportsEndSession(), false)
  assert.equal(await client.endSessionUrl({ ...request, idTokenHint: null }), null)
})

test('I5 a token is revoked where the provider offers it', async () => {
  const op = await evilProvider()
  assert.equal(await op.client().revoke('some-token', 'refresh_token'), true)
  const { form, headers } = op.last('/revoke')
  assert.deepEqual(Object.fromEntries(form), { token: 'some-token', token_type_hint: 'refresh_token' })
  assert.match(headers.get('authorization') ?? '', /^Basic /)
  delete op.metadata.revocation_endpoint
  assert.equal(await op.client().revoke('some-token', 'access_token'), false)
})
for (const [name, answer, code] of [
  ['503', () => json({}, 503), 'provider_unavailable'],
  ['invalid_client', () => json({ error: 'invalid_client' }, 400), 'provider_credentials_refused'],
  ['a challenge', () => json({}, 401, { 'www-authenticate': 'Basic' }), 'provider_credentials_refused'],
  ['unsupported_token_type', () => json({ error: 'unsupported_token_type' }, 400), 'provider_refused'],
] as const) {
  test(`I5 a revocation that is answered with ${name} is ${code}`, async () => {
    const op = await evilProvider()
    op.answers.set('/revoke', answer)
    await refused(op.client().revoke('some-token', 'access_token'), code)
  })
}

test('I5 a provider may revoke in its own way: by another request, or not at all', async () => {
  const op = await evilProvider()
  op.answers.set('/grants/alex', () => new Response(null, { status: 204 }))
  const client = op.client({
    deviations: {
      revoke: ({ token, hint, subject, clientId, endpoint }) =>
        hint === 'access_token'
          ? null
          : {
              url: `${issuer}/grants/${subject}`,
              method: 'DELETE',
              headers: { authorization: `OAuth ${token}`, 'x-client': `${clientId} ${endpoint}` },
            },
    },
  })
  assert.equal(await client.revoke('some-token', 'refresh_token', 'alex'), true)
  const { method, headers, body } = op.last('/grants/alex')
  assert.deepEqual(
    [method, headers.get('authorization'), headers.get('x-client'), body],
    ['DELETE', 'OAuth some-token', `our-client ${issuer}/revoke`, ''],
  )
  assert.equal(await client.revoke('some-token', 'access_token', 'alex'), false)
  assert.equal(op.requests.filter(({ url }) => url.pathname.startsWith('/grants')).length, 1)
  op.answers.set('/grants/alex', () => json({}, 403))
  const error = await refused(client.revoke('some-token', 'refresh_token', 'alex'), 'provider_answer_invalid')
  assert.doesNotMatch(`${error.detail}`, /grants/)
})

test('I5 a revocation has the provider’s parameter names', async () => {
  const op = await evilProvider()
  const parameterNames = { token_type_hint: null, client_id: 'client_key' }
  const client = op.client({ clientAuthentication: 'client_secret_post', deviations: { parameterNames } })
  await client.revoke('some-token', 'access_token')
  assert.deepEqual(Object.fromEntries(op.last('/revoke').form), {
    token: 'some-token',
    client_key: 'our-client',
    client_secret: 'our-secret',
  })
})
