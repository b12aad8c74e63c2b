// One internal address for the server's requests, while browsers use the public addresses.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { backchannelAddress } from '../../../../src/oauth/server/backchannel.ts'
import { createProviderClient } from '../../../../src/oauth/server/provider-client.ts'
import { describe, evilProvider, expected, issuer, json } from '../evil-provider.ts'
import { refused } from '../refused.ts'

test('NW8 addresses at the issuer are asked below the internal base, others as they are', () => {
  const at = (backchannelUrl: string, url: string) =>
    backchannelAddress(
      { issuer: 'http://localhost:8080/realms/a', endpoints: undefined, backchannelUrl },
      url,
    )
  const token = 'http://localhost:8080/realms/a/token?x=1'
  assert.equal(at('http://keycloak:8080', token), 'http://keycloak:8080/realms/a/token?x=1')
  assert.equal(at('http://proxy/kc/', token), 'http://proxy/kc/realms/a/token?x=1')
  for (const url of ['http://keycloak:8080/realms/a/token', 'https://cdn.example/jwks']) {
    assert.equal(at('http://keycloak:8080', url), url)
  }
  // A host that merely starts with the same characters is a different host.
  const lookalike = 'http://keycloak.evil.example:8080/x'
  assert.equal(at('http://keycloak:8080', lookalike), lookalike)
})

const inner = 'https://keycloak.internal:8443'

test('NW8 metadata, tokens, keys and userinfo are asked inside; browsers are sent outside; the issuer stays exact', async () => {
  const op = await evilProvider()
  const client = op.client({ backchannelUrl: inner, claimsFrom: 'userinfo' })
  assert.equal((await client.authorizationUrl(expected)).origin, issuer)
  const tokens = await op.login(client)
  assert.equal((await client.fetchClaims(tokens)).iss, issuer)
  assert.deepEqual([...new Set(op.requests.map(({ url }) => url.origin))], [inner])
  op.metadata.issuer = inner
  await refused(op.client({ backchannelUrl: inner }).authorizationUrl(expected), 'provider_issuer_mismatch')
})

test('NW8 metadata may name internal addresses for what the server asks, and none for browsers', async () => {
  const op = await evilProvider()
  const backchannelUrl = 'http://keycloak:8080'
  op.metadata.token_endpoint = `${backchannelUrl}/token`
  op.metadata.jwks_uri = `${backchannelUrl}/jwks`
  const settings = { fetch: op.fetch, now: () => op.clock, clockToleranceSeconds: 60, isDevelopment: true }
  const credentials = { clientId: 'our-client', clientSecret: 'our-secret' }
  const client = createProviderClient(describe({ backchannelUrl }), credentials, settings)
  assert.equal((await op.login(client)).idTokenClaims?.sub, 'alex')
  op.metadata.authorization_endpoint = `${backchannelUrl}/authorize`
  const misled = createProviderClient(describe({ backchannelUrl }), credentials, settings)
  await refused(misled.authorizationUrl(expected), 'provider_answer_invalid')
  // Without the option, and in production, no request uses plain http.
  delete op.metadata.authorization_endpoint
  await refused(op.client().authorizationUrl(expected), 'provider_answer_invalid')
  assert.throws(() => op.client({ backchannelUrl }), /backchannelUrl must be https in production/)
})

test('NW8 metadata at an address of its own, beside the exact issuer', async () => {
  const op = await evilProvider()
  const metadataUrl = 'https://tenant.b2clogin.example/policy/v2.0/.well-known/openid-configuration?p=sign-in'
  op.answers.set('/policy/v2.0/.well-known/openid-configuration', () => json(op.metadata))
  const client = op.client({ metadataUrl })
  assert.equal((await op.login(client)).idTokenClaims?.sub, 'alex')
  assert.equal(op.count('/.well-known/openid-configuration'), 0)
  assert.equal(op.last('/policy/v2.0/.well-known/openid-configuration').url.href, metadataUrl)
  op.metadata.issuer = 'https://op.example/other'
  await refused(op.client({ metadataUrl }).authorizationUrl(expected), 'provider_issuer_mismatch')
})

test('single endpoints stand before those that are announced; the others are discovered', async () => {
  const op = await evilProvider()
  op.metadata.userinfo_endpoint = 'http://internal/userinfo'
  op.answers.set('/v2/userinfo', () => json({ sub: 'alex', name: 'Alex' }))
  const client = op.client({ claimsFrom: 'userinfo', endpoints: { userinfo: `${issuer}/v2/userinfo` } })
  assert.equal((await client.fetchClaims(await op.login(client))).name, 'Alex')
})
