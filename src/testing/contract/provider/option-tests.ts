// Provider contract: the options that every provider takes.
import assert from 'node:assert/strict'
import type { Provider, ProviderOptions } from '../../../contracts/provider.ts'
import { genericBrand } from '../../../providers/definition/generic-brand.ts'
import type { RegisterTest } from '../test-runner.ts'
import { base } from './served-fixture.ts'

/** Makes the provider with these options beside those that it needs anyway. */
export type CreateProvider = (options: ProviderOptions) => Provider

/** Options of every sort, that must be there whatever the provider is. */
export const commonOptions: ProviderOptions = {
  id: 'another-id',
  name: 'Another name',
  clientId: 'client',
  clientSecret: 'secret',
  clientAuthentication: 'client_secret_basic',
  authorizationParams: { prompt: 'select_account' },
  tokenParams: { resource: 'https://api.example' },
  loginHints: ['organization'],
}

export function optionTests(test: RegisterTest, create: CreateProvider): void {
  const make = (options: ProviderOptions): Provider =>
    create({ ...commonOptions, baseUrl: base, issuer: base, ...options })

  test('takes every common option', () => {
    // A minted secret cannot verify what is signed with it.
    const clientSecret = create({}).idTokenSigningAlg?.startsWith('HS') ? 'text' : async () => 'minted'
    const provider = make({ clientSecret, scopes: ['openid', 'another'] })
    assert.equal(provider.id, 'another-id')
    assert.equal(provider.name, 'Another name')
    assert.equal(provider.clientId, 'client')
    assert.equal(typeof provider.clientSecret, 'function')
    assert.equal(provider.clientAuthentication, 'client_secret_basic')
    assert.deepEqual(provider.scopes, ['openid', 'another'])
    assert.equal(provider.authorizationParams.prompt, 'select_account')
    assert.equal(provider.tokenParams.resource, 'https://api.example')
    assert.ok(provider.loginHints.includes('organization'))
  })

  test('takes options for what a deployment may have otherwise', () => {
    const provider = make({
      apiUrl: 'https://api.own.example/v2',
      apiOrigins: ['https://more.own.example'],
      backchannelUrl: 'https://inside.own.example',
      claimsFrom: 'userinfo',
      idTokenSigningAlg: 'ES256',
      pkce: 'none',
      reauthentication: { prompt: 'login' },
      requestHeaders: { 'user-agent': 'own' },
      sendsScopeOnRefresh: true,
      logoutTokensWithoutExpiry: true,
      clientAssertionAudience: 'token-endpoint',
      authoritativeDomains: ['own.example'],
    })
    assert.equal(provider.apiBaseUrl, 'https://api.own.example/v2/')
    assert.ok(provider.apiOrigins.includes('https://more.own.example'))
    assert.equal(provider.backchannelUrl, 'https://inside.own.example')
    assert.equal(provider.claimsFrom, 'userinfo')
    assert.equal(provider.idTokenSigningAlg, 'ES256')
    assert.equal(provider.deviations.pkce, 'none')
    assert.deepEqual(provider.deviations.reauthentication, { prompt: 'login' })
    assert.equal(provider.deviations.requestHeaders?.['user-agent'], 'own')
    assert.equal(provider.deviations.sendsScopeOnRefresh, true)
    assert.equal(provider.deviations.logoutTokensWithoutExpiry, true)
    assert.equal(provider.deviations.clientAssertionAudience, 'token-endpoint')
    assert.equal(provider.isAuthoritativeForEmail('a@own.example', {}), true)
    assert.equal(provider.isAuthoritativeForEmail('a@own.example.evil.example', {}), false)
  })

  test('takes single endpoints', () => {
    const endpoints = {
      authorization: 'https://own.example/authorize',
      token: 'https://own.example/token',
      userinfo: 'https://own.example/userinfo',
      jwks: 'https://own.example/keys',
    }
    assert.deepEqual({ ...make({ endpoints }).endpoints, ...endpoints }, make({ endpoints }).endpoints)
  })

  test('refuses protocol parameters among the added ones', () => {
    for (const option of ['authorizationParams', 'tokenParams'] as const) {
      assert.throws(() => make({ [option]: { redirect_uri: 'https://evil.example' } }), {
        code: 'config_provider_invalid',
      })
    }
  })
}

export function entryTests(test: RegisterTest, create: CreateProvider): void {
  test('has a button of its own', () => {
    const { brand } = create({})
    assert.notEqual(brand.icon, genericBrand.icon)
  })

  test('is made without any option, and says which it needs', () => {
    const provider = create({})
    assert.equal(provider.id, provider.kind)
    assert.ok(provider.name)
    for (const name of provider.missingOptions) assert.ok(provider.ownOptions[name]?.required, name)
  })
}
