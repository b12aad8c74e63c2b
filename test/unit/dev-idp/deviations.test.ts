// Providers that deviate from the specifications, served as their fixtures describe them: their extra requirements are
// enforced, and their different answers are given.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  jwtVerify,
  SignJWT,
} from 'jose'
import type { ClientAuthentication } from '../../../src/contracts/provider.ts'
import type { FixtureAnswer } from '../../../src/contracts/provider-fixture.ts'
import { type Registration, startDevIdentityProvider } from '../../../src/dev-idp/index.ts'
import {
  defineFixture,
  type FixtureDescription,
  tokenAnswerOf,
} from '../../../src/providers/fixtures/define-fixture.ts'
import { jsonAnswer } from '../../../src/providers/fixtures/json-answer.ts'

const redirectUri = 'http://localhost:3000/auth/callback/odd'
const verifier = 'v'.repeat(64)
const s256 = createHash('sha256').update(verifier).digest('base64url')
const form = { 'content-type': 'application/x-www-form-urlencoded' }

type Parameters = Readonly<Record<string, string | undefined>>

interface Odd extends Registration {
  readonly issuer: string
  readonly authorize: (parameters?: Parameters) => Promise<Response>
  /** The parameters of the callback after a sign-in as this person. */
  readonly callback: (person?: string, parameters?: Parameters) => Promise<URLSearchParams>
  readonly redeem: (code: string | null, parameters?: Parameters) => Promise<Response>
  readonly request: (path: string, init?: RequestInit) => Promise<Response>
}

interface Setting {
  readonly protocol?: 'oidc' | 'oauth2'
  readonly clientAuthentication?: ClientAuthentication
  readonly scopes?: readonly string[]
}

async function withOdd(
  description: Omit<FixtureDescription, 'kind' | 'sources' | 'lastVerified'>,
  run: (odd: Odd) => Promise<void>,
  { protocol = 'oauth2', clientAuthentication, scopes }: Setting = {},
): Promise<void> {
  const fixture = defineFixture({
    kind: 'odd',
    sources: ['https://odd.example/docs'],
    lastVerified: '2026-11-27',
    ...description,
  })
  const idp = await startDevIdentityProvider({ port: 0, fixtures: { odd: fixture } })
  try {
    const registration = await idp.serve({
      id: 'odd',
      kind: 'odd',
      name: 'Odd',
      protocol,
      clientAuthentication,
      scopes: scopes ?? (protocol === 'oidc' ? ['openid', 'profile', 'email'] : ['basic']),
    })
    idp.allowRedirect('odd', redirectUri)
    const { clientId, clientSecret } = registration
    const issuer = String(registration.place.issuer)
    const paths = { authorization: '/authorize', token: '/token', ...fixture.paths }
    const request: Odd['request'] = (path, init) => fetch(issuer + path, { redirect: 'manual', ...init })
    const authorize: Odd['authorize'] = (parameters) =>
      request(
        `${paths.authorization}?${given({
          response_type: 'code',
          client_id: clientId,
          redirect_uri: redirectUri,
          scope: protocol === 'oidc' ? 'openid profile email' : 'basic',
          state: 'the-state',
          nonce: 'the-nonce',
          code_challenge: s256,
          code_challenge_method: 'S256',
          ...parameters,
        })}`,
      )
    await run({
      ...registration,
      issuer,
      request,
      authorize,
      async callback(person = 'alex', parameters = {}) {
        idp.answerAs('odd', person)
        const response = await authorize(parameters)
        idp.answerAs('odd', null)
        return new URL(response.headers.get('location') ?? '').searchParams
      },
      redeem: (code, parameters) =>
        request(paths.token, {
          method: 'POST',
          body: given({
            grant_type: 'authorization_code',
            code: code ?? '',
            redirect_uri: redirectUri,
            client_id: clientId,
            client_secret: clientSecret,
            code_verifier: verifier,
            ...parameters,
          }),
        }),
    })
  } finally {
    await idp.close()
  }
}

function given(parameters: Parameters): URLSearchParams {
  const pairs = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return new URLSearchParams(pairs)
}

const withoutPkce = { code_challenge: undefined, code_challenge_method: undefined }
const errorIn = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { error?: unknown }).error

test('PKCE that is refused: with it an error, without it a grant', async () => {
  await withOdd({ pkce: 'refused' }, async (odd) => {
    assert.equal((await odd.callback()).get('error'), 'invalid_request')
    const code = (await odd.callback('alex', withoutPkce)).get('code')
    assert.equal(await errorIn(await odd.redeem(code)), 'invalid_request')
    const again = (await odd.callback('alex', withoutPkce)).get('code')
    assert.equal((await odd.redeem(again, { code_verifier: undefined })).status, 200)
  })
})

test('PKCE that is plain: the verifier itself, and no other', async () => {
  await withOdd({ pkce: 'plain' }, async (odd) => {
    const plain = { code_challenge: verifier, code_challenge_method: 'plain' }
    assert.equal((await odd.callback()).get('error'), 'invalid_request')
    assert.equal((await odd.redeem((await odd.callback('alex', plain)).get('code'))).status, 200)
    const code = (await odd.callback('alex', plain)).get('code')
    assert.equal(await errorIn(await odd.redeem(code, { code_verifier: 'w'.repeat(64) })), 'invalid_grant')
  })
})

test('PKCE that is optional: either way, and checked where it came', async () => {
  await withOdd({ pkce: 'ignored' }, async (odd) => {
    const bare = (await odd.callback('alex', withoutPkce)).get('code')
    assert.equal((await odd.redeem(bare, { code_verifier: undefined })).status, 200)
    const bound = (await odd.callback()).get('code')
    assert.equal(await errorIn(await odd.redeem(bound, { code_verifier: 'w'.repeat(64) })), 'invalid_grant')
  })
})

test('other names, JSON, and the credentials in it', async () => {
  await withOdd(
    {
      readAuthorization: (query) => renamed(query, { app: 'client_id' }),
      readTokenRequest({ json }) {
        if (typeof json !== 'object' || json === null) return jsonAnswer({ error: 'invalid_request' }, 400)
        const { app, key, code } = json as Record<string, string>
        return given({
          grant_type: 'authorization_code',
          client_id: app,
          client_secret: key,
          code,
          code_verifier: verifier,
        })
      },
      codeParameter: 'authCode',
    },
    async (odd) => {
      const answer = await odd.callback('alex', { client_id: undefined, app: odd.clientId })
      assert.equal(answer.get('code'), null)
      const code = answer.get('authCode')
      assert.equal((await odd.redeem(code)).status, 400)
      const post = (key: string) =>
        odd.request('/token', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ app: odd.clientId, key, code }),
        })
      assert.equal(await errorIn(await post('wrong')), 'invalid_client')
      assert.equal((await post(odd.clientSecret)).status, 200)
    },
  )
})

test('a token request by GET, and refresh tokens at an address of their own', async () => {
  await withOdd(
    {
      tokenMethod: 'GET',
      paths: { authorization: '/authorize', token: '/token', refresh: '/refresh' },
      readTokenRequest({ path, query }) {
        const parameters = new URLSearchParams(query)
        if (path === '/refresh') parameters.set('grant_type', 'refresh_token')
        return parameters
      },
    },
    async (odd) => {
      const client = { client_id: odd.clientId, client_secret: odd.clientSecret }
      const code = (await odd.callback()).get('code') ?? ''
      assert.equal((await odd.redeem(code)).status, 404)
      // Such providers do not all repeat the redirect URI.
      const query = given({ grant_type: 'authorization_code', code, code_verifier: verifier, ...client })
      const tokens = await bodyOf(await odd.request(`/token?${query}`))
      const refresh = given({ refresh_token: String(tokens.refresh_token), ...client })
      const refreshed = await bodyOf(await odd.request(`/refresh?${refresh}`))
      assert.ok(refreshed.access_token && refreshed.access_token !== tokens.access_token)
    },
  )
})

test('the access token elsewhere, methods and segments of the API', async () => {
  await withOdd(
    {
      accessTokenIn: ({ headers, path }) => headers.get('x-token') ?? path.split('/').at(-1) ?? null,
      api: {
        'POST /graphql': (_person, subject, _query, { json }) => jsonAnswer({ subject, json }),
        '/tokens/:token': (_person, subject) => jsonAnswer({ subject }),
      },
    },
    async (odd) => {
      const { access_token: token } = await bodyOf(await odd.redeem((await odd.callback()).get('code')))
      const headers = { 'x-token': String(token), 'content-type': 'application/json' }
      const body = JSON.stringify({ query: '{ me }' })
      const answer = await bodyOf(await odd.request('/graphql', { method: 'POST', headers, body }))
      assert.deepEqual(answer.json, { query: '{ me }' })
      assert.equal((await odd.request('/graphql', { headers })).status, 404)
      assert.equal((await bodyOf(await odd.request(`/tokens/${token}`))).subject, answer.subject)
      assert.equal((await odd.request('/tokens/guess')).status, 401)
      const bearer = { authorization: `Bearer ${token}` }
      assert.equal((await odd.request('/graphql', { method: 'POST', headers: bearer, body })).status, 401)
    },
  )
})

test('what is demanded at each endpoint', async () => {
  const missing: FixtureAnswer = jsonAnswer({ error: 'missing' }, 418)
  const seen: string[] = []
  await withOdd(
    {
      demands(endpoint, { headers }, client) {
        assert.equal(client.redirectUris[0], redirectUri)
        seen.push(endpoint)
        return headers.get('x-version') === '1' ? null : missing
      },
      api: { '/me': (_person, subject) => jsonAnswer({ subject }) },
      paths: { authorization: '/authorize', token: '/token', revocation: '/revoke' },
    },
    async (odd) => {
      assert.equal((await odd.authorize()).status, 418)
      assert.equal((await odd.redeem('x')).status, 418)
      assert.equal((await odd.request('/me')).status, 418)
      assert.equal((await odd.request('/revoke', { method: 'POST', headers: form })).status, 418)
      assert.deepEqual(seen, ['authorization', 'token', 'api', 'revocation'])
      assert.equal((await odd.request('/me', { headers: { 'x-version': '1' } })).status, 401)
    },
  )
})

test('parameters of the callback, the first time and later', async () => {
  await withOdd(
    { callback: ({ key }, isFirst) => ({ device: `d-${key}`, ...(isFirst && { user: 'once' }) }) },
    async (odd) => {
      const first = await odd.callback('alex')
      assert.deepEqual([first.get('device'), first.get('user')], ['d-alex', 'once'])
      assert.equal((await odd.callback('alex')).get('user'), null)
      assert.equal((await odd.callback('mira')).get('user'), 'once')
    },
  )
})

test('ending a grant by a request of its own, also at the token endpoint', async () => {
  const api = { '/me': (_person: unknown, subject: string) => jsonAnswer({ subject }) }
  const signIn = async (odd: Odd): Promise<string> =>
    String((await bodyOf(await odd.redeem((await odd.callback()).get('code')))).access_token)
  const isOpen = async (odd: Odd, token: string): Promise<boolean> =>
    (await odd.request('/me', { headers: { authorization: `Bearer ${token}` } })).status === 200

  await withOdd(
    { api, revocation: { method: 'DELETE', path: '/grant', tokenIn: ({ query }) => query.get('token') } },
    async (odd) => {
      const token = await signIn(odd)
      assert.equal(await isOpen(odd, token), true)
      assert.equal((await odd.request('/grant', { method: 'DELETE' })).status, 400)
      assert.equal(await isOpen(odd, token), true)
      assert.equal((await odd.request(`/grant?token=${token}`, { method: 'DELETE' })).status, 200)
      assert.equal(await isOpen(odd, token), false)
    },
  )
  await withOdd(
    {
      api,
      revocation: {
        method: 'POST',
        path: '/token',
        tokenIn: ({ form }) => (form.get('grant_type') === 'delete' ? form.get('access_token') : null),
      },
    },
    async (odd) => {
      const token = await signIn(odd)
      assert.equal((await odd.redeem(null, { grant_type: 'delete', access_token: token })).status, 200)
      assert.equal(await isOpen(odd, token), false)
    },
  )
})

test('a body of any kind is read, and none that is too large', async () => {
  await withOdd({}, async (odd) => {
    const post = (bytes: number) =>
      fetch(`${odd.issuer}/token`, {
        method: 'POST',
        headers: form,
        body: new Blob(['a='.padEnd(bytes, 'x')]).stream(),
        duplex: 'half',
      } as RequestInit)
    assert.equal((await post(100)).status, 400)
    assert.equal((await post(70_000)).status, 413)
  })
})

test('token endpoint and API at one address', async () => {
  await withOdd(
    {
      paths: { token: '/gateway' },
      readTokenRequest: ({ form }) => (form.get('method') === 'user' ? null : form),
      accessTokenIn: ({ form }) => form.get('auth_token'),
      api: { 'POST /gateway': (_person, subject) => jsonAnswer({ subject }) },
    },
    async (odd) => {
      const { access_token } = await bodyOf(await odd.redeem((await odd.callback()).get('code')))
      const body = given({ method: 'user', auth_token: String(access_token) })
      assert.ok((await bodyOf(await odd.request('/gateway', { method: 'POST', body }))).subject)
    },
  )
})

for (const alg of ['RS256', 'ES256', 'EdDSA'] as const) {
  test(`ID tokens and userinfo signed by ${alg}`, async () => {
    await withOdd(
      { idTokenSigningAlg: alg, signsUserinfo: true, claims: ({ name }) => ({ name }) },
      async (odd) => {
        const metadata = await bodyOf(await odd.request('/.well-known/openid-configuration'))
        assert.deepEqual(metadata.id_token_signing_alg_values_supported, [alg])
        const tokens = await bodyOf(await odd.redeem((await odd.callback()).get('code')))
        const keys = (await bodyOf(await fetch(String(metadata.jwks_uri)))) as unknown as JSONWebKeySet
        const keySet = createLocalJWKSet(keys)
        const { payload, protectedHeader } = await jwtVerify(String(tokens.id_token), keySet)
        assert.equal(protectedHeader.alg, alg)
        const bytes = createHash(alg === 'EdDSA' ? 'sha512' : 'sha256')
          .update(String(tokens.access_token))
          .digest()
        assert.equal(payload.at_hash, bytes.subarray(0, bytes.length / 2).toString('base64url'))
        const headers = { authorization: `Bearer ${tokens.access_token}` }
        const userinfo = await odd.request('/userinfo', { headers })
        assert.equal(userinfo.headers.get('content-type'), 'application/jwt')
        const answer = await jwtVerify(await userinfo.text(), keySet, { audience: odd.clientId })
        assert.deepEqual([answer.payload.sub, answer.payload.name], [payload.sub, 'Alex Lindqvist'])
      },
      { protocol: 'oidc' },
    )
  })
}

test('ID tokens signed by HS256 with the client secret, and no key is published', async () => {
  await withOdd(
    { idTokenSigningAlg: 'HS256' },
    async (odd) => {
      const tokens = await bodyOf(await odd.redeem((await odd.callback()).get('code')))
      const { kid } = decodeProtectedHeader(String(tokens.id_token))
      assert.equal(kid, undefined)
      await jwtVerify(String(tokens.id_token), new TextEncoder().encode(odd.clientSecret))
      assert.deepEqual((await bodyOf(await odd.request('/local/jwks'))).keys, [])
    },
    { protocol: 'oidc' },
  )
})

test('no nonce, an issuer for each tenant, other claims in the ID token, and scopes of its own', async () => {
  await withOdd(
    {
      omitsNonce: true,
      issuerOf: ({ key }, issuer) => `${issuer}/tenants/${key}`,
      claims: ({ email, name }) => ({ email, name, gender: 'unsaid' }),
      idTokenClaims: ({ email }) => ({ email }),
      claimScopes: { email: ['account_email'], gender: [] },
    },
    async (odd) => {
      const signIn = async (scope: string) => {
        const answer = await odd.callback('mira', { scope })
        assert.equal(answer.get('iss'), `${odd.issuer}/tenants/mira`)
        const tokens = await bodyOf(await odd.redeem(answer.get('code')))
        const headers = { authorization: `Bearer ${tokens.access_token}` }
        return {
          idToken: decodeJwt(String(tokens.id_token)),
          userinfo: await bodyOf(await odd.request('/userinfo', { headers })),
        }
      }
      const poor = await signIn('openid email')
      assert.equal(poor.idToken.iss, `${odd.issuer}/tenants/mira`)
      assert.equal('nonce' in poor.idToken, false)
      assert.deepEqual([poor.idToken.email, poor.userinfo.email], [undefined, undefined])
      assert.equal(poor.userinfo.gender, 'unsaid')
      const rich = await signIn('openid profile account_email')
      assert.deepEqual([rich.idToken.email, rich.idToken.name], ['mira@example.net', undefined])
      assert.deepEqual([rich.userinfo.email, rich.userinfo.name], ['mira@example.net', 'Mira Castellanos'])
    },
    { protocol: 'oidc' },
  )
})

test('a logout in other words', async () => {
  await withOdd(
    {
      paths: { endSession: '/logout' },
      readLogout: (query) => renamed(query, { logout_uri: 'post_logout_redirect_uri' }),
    },
    async (odd) => {
      const response = await odd.request('/logout?logout_uri=http://localhost:3000/elsewhere')
      assert.equal(response.status, 400)
      assert.match(await response.text(), /http:\/\/localhost:3000\/elsewhere/)
    },
    { protocol: 'oidc' },
  )
})

test('refresh tokens only where the request asks for them in its own way, and access tokens that can be read', async () => {
  await withOdd(
    {
      issuesRefreshToken: (authorization) => authorization.get('duration') === 'permanent',
      accessTokenOf: (_person, subject, random) =>
        `x.${Buffer.from(subject).toString('base64url')}.${random}`,
      tokenAnswer: (grant) => jsonAnswer({ ...tokenAnswerOf(grant), owner: grant.person.key }),
      api: { '/me': (_person, subject) => jsonAnswer({ subject }) },
    },
    async (odd) => {
      const once = await bodyOf(await odd.redeem((await odd.callback()).get('code')))
      assert.equal(once.refresh_token, undefined)
      assert.equal(once.owner, 'alex')
      const token = String(once.access_token)
      const me = await bodyOf(await odd.request('/me', { headers: { authorization: `Bearer ${token}` } }))
      assert.equal(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(), me.subject)
      const answer = await odd.callback('alex', { duration: 'permanent' })
      assert.ok((await bodyOf(await odd.redeem(answer.get('code')))).refresh_token)
    },
  )
})

test('a client that signs is let in by its assertion alone', async () => {
  await withOdd(
    {},
    async (odd) => {
      const key = odd.clientKey as JWK
      const assertion = async (changes: Readonly<Record<string, unknown>> = {}) =>
        new SignJWT({ jti: 'once', iss: odd.clientId, sub: odd.clientId, aud: odd.issuer, ...changes })
          .setProtectedHeader({ alg: 'ES256' })
          .setExpirationTime('1m')
          .sign(await importJWK(key, 'ES256'))
      const signed = async (client_assertion: string) =>
        odd.redeem((await odd.callback()).get('code'), {
          client_secret: undefined,
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion,
        })
      assert.equal((await signed(await assertion())).status, 200)
      assert.equal((await signed(await assertion({ aud: 'https://else.example' }))).status, 401)
      assert.equal((await signed(await assertion({ sub: 'another-client' }))).status, 401)
      assert.equal(await errorIn(await odd.redeem((await odd.callback()).get('code'))), 'invalid_client')
    },
    { clientAuthentication: 'private_key_jwt' },
  )
})

test('a public client needs no secret, and a wrong one is refused', async () => {
  await withOdd(
    {},
    async (odd) => {
      const redeem = async (client_secret: string | undefined) =>
        odd.redeem((await odd.callback()).get('code'), { client_secret })
      assert.equal((await redeem(undefined)).status, 200)
      assert.equal((await redeem('wrong')).status, 401)
    },
    { clientAuthentication: 'none' },
  )
})

function renamed(query: URLSearchParams, names: Readonly<Record<string, string>>): URLSearchParams {
  return new URLSearchParams([...query].map(([name, value]) => [names[name] ?? name, value]))
}

async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  assert.equal(response.status, 200)
  return (await response.json()) as Record<string, unknown>
}
