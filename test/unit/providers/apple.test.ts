// Apple: the signed client secret, the name that is sent only once, and options that cannot be right.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exportPKCS8, generateKeyPair, jwtVerify } from 'jose'
import type { SecretMaker } from '../../../src/contracts/provider.ts'
import { apple } from '../../../src/providers/apple.ts'
import { profileRequest } from './profile-request.ts'

const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
const pem = await exportPKCS8(privateKey)
const key = { teamId: 'TEAM123456', keyId: 'KEY1234567', privateKey: pem }
const now = Date.parse('2026-11-27T12:00:00Z')

function secretMaker(options = key): SecretMaker {
  const { clientSecret } = apple(options)
  assert.ok(typeof clientSecret === 'function')
  return clientSecret
}

describe('the client secret', () => {
  test('is a JWT for this client, signed with the key, for an hour', async () => {
    const secret = await secretMaker()({ clientId: 'com.example.web', now })
    const { payload, protectedHeader } = await jwtVerify(secret, publicKey, { currentDate: new Date(now) })
    assert.deepEqual(protectedHeader, { alg: 'ES256', kid: 'KEY1234567' })
    assert.deepEqual(payload, {
      iss: 'TEAM123456',
      sub: 'com.example.web',
      aud: 'https://appleid.apple.com',
      iat: now / 1000,
      exp: now / 1000 + 3600,
    })
  })

  test('is kept, made anew before it ends, and for another client or a clock that was set back', async () => {
    const make = secretMaker()
    const first = await make({ clientId: 'a', now })
    assert.equal(await make({ clientId: 'a', now: now + 49 * 60_000 }), first)
    assert.notEqual(await make({ clientId: 'a', now: now + 51 * 60_000 }), first)
    assert.notEqual(await make({ clientId: 'b', now }), first)
    const later = await make({ clientId: 'a', now: now + 3_600_000 })
    assert.notEqual(await make({ clientId: 'a', now: now - 3_600_000 }), later)
  })

  test('a secret that is given wins', async () => {
    const { clientSecret } = apple({ ...key, clientSecret: 'given' })
    assert.ok(typeof clientSecret === 'function')
    assert.equal(await clientSecret({ clientId: 'a', now }), 'given')
    assert.equal(apple().clientSecret, undefined)
  })
})

test('what cannot be a key, a team or a key id is refused with the option and the remedy', async () => {
  const { privateKey: rsa } = await generateKeyPair('RS256', { extractable: true })
  const refused: readonly [Partial<typeof key>, RegExp][] = [
    [{ ...key, privateKey: 'AuthKey_KEY1234567.p8' }, /privateKey must be a private key in PEM form/],
    [{ ...key, privateKey: await exportPKCS8(rsa) }, /privateKey is a key, but not one for ES256/],
    [{ ...key, teamId: 'team' }, /teamId must be ten/],
    [{ ...key, keyId: 'KEY12345678' }, /keyId/],
    [{ teamId: key.teamId }, /keyId and privateKey is missing/],
  ]
  for (const [options, detail] of refused) {
    assert.throws(
      () => apple(options),
      (error: { code?: string; detail?: string }) =>
        error.code === 'config_provider_invalid' &&
        detail.test(error.detail ?? '') &&
        !error.detail?.includes(pem.slice(40, 80)),
    )
  }
})

describe('the form field `user`', () => {
  const fetchProfile = apple().deviations.fetchProfile ?? assert.fail()
  const profileOf = (user?: string) =>
    fetchProfile(profileRequest({ get: assert.fail, callback: user === undefined ? {} : { user } }))

  test('names the person, and says nothing else', async () => {
    const user = { name: { firstName: 'Ada', lastName: 'Lovelace' }, email: 'someone-else@example.com' }
    const claims = await profileOf(JSON.stringify(user))
    assert.deepEqual(claims, { given_name: 'Ada', family_name: 'Lovelace' })
    assert.equal(apple().toIdentity({ sub: 'a', ...claims }).name, 'Ada Lovelace')
  })

  test('is passed over when it is absent, no JSON, or too long', async () => {
    for (const user of [
      undefined,
      '',
      '{',
      'null',
      '[]',
      '{"name":"x"}',
      JSON.stringify({ name: {}, x: 'x'.repeat(3000) }),
    ]) {
      const identity = apple().toIdentity({ sub: 'a', ...(await profileOf(user)) })
      assert.equal(identity.name, null, String(user).slice(0, 20))
    }
  })
})

test('a person who cancels has refused', () => {
  const normalize = apple().deviations.normalizeCallback ?? assert.fail()
  assert.equal(
    normalize(new URLSearchParams('error=user_cancelled_authorize&state=x')).get('error'),
    'access_denied',
  )
  assert.equal(normalize(new URLSearchParams('error=server_error')).get('error'), 'server_error')
})

test('Apple is final about mailboxes that it runs', () => {
  const { isAuthoritativeForEmail } = apple()
  assert.equal(isAuthoritativeForEmail('x@privaterelay.appleid.com', {}), true)
  assert.equal(isAuthoritativeForEmail('x@example.com', {}), false)
})

test('a token is revoked at Apple with client id, signed secret, token and hint', async () => {
  const { oauthClient } = await import('../../../src/oauth/oauth-client.ts')
  const sent: URLSearchParams[] = []
  const client = oauthClient({
    provider: apple({ ...key, clientId: 'com.example.web' }),
    redirectUri: 'https://example.com/auth/callback/apple',
    now: () => now,
    onlyPublicAddresses: false,
    async fetch(input, init) {
      if (String(input).endsWith('/.well-known/openid-configuration')) {
        return Response.json({
          issuer: 'https://appleid.apple.com',
          authorization_endpoint: 'https://appleid.apple.com/auth/authorize',
          token_endpoint: 'https://appleid.apple.com/auth/token',
          revocation_endpoint: 'https://appleid.apple.com/auth/revoke',
          jwks_uri: 'https://appleid.apple.com/auth/keys',
          response_types_supported: ['code'],
          token_endpoint_auth_methods_supported: ['client_secret_post'],
        })
      }
      assert.equal(String(input), 'https://appleid.apple.com/auth/revoke')
      sent.push(new URLSearchParams(await new Response(init?.body).text()))
      return new Response(null, { status: 200 })
    },
  })
  const tokens = {
    accessToken: 'access',
    tokenType: 'bearer',
    refreshToken: 'refresh',
    idToken: null,
    idTokenClaims: null,
    scopes: [],
    expiresAt: null,
  }
  assert.equal(await client.revoke(tokens), true)
  const [{ client_secret = '', ...form } = assert.fail()] = sent.map((each) => Object.fromEntries(each))
  assert.deepEqual(form, { client_id: 'com.example.web', token: 'refresh', token_type_hint: 'refresh_token' })
  const { payload } = await jwtVerify(client_secret, publicKey, { currentDate: new Date(now) })
  assert.equal(payload.sub, 'com.example.web')
})
