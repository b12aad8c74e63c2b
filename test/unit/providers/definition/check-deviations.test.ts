// Which deviations a provider may declare: each refusal has its accepted twin.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Deviations, ProviderOptions } from '../../../../src/contracts/provider.ts'
import { LatchkeyError } from '../../../../src/errors.ts'
import { oidc } from '../../../../src/providers/oidc.ts'

const base = { id: 'acme', issuer: 'https://id.acme.example', clientId: 'a' }

function accepts(field: keyof Deviations, ...values: readonly unknown[]): void {
  for (const value of values) {
    assert.doesNotThrow(
      () => oidc({ ...base, deviations: { [field]: value } as Deviations }),
      `${field} ${value}`,
    )
  }
}

function refuses(field: keyof Deviations, ...values: readonly unknown[]): void {
  for (const value of values) {
    const isNamed = (error: unknown) =>
      error instanceof LatchkeyError &&
      error.code === 'config_provider_invalid' &&
      (error.detail ?? '').includes(field)
    assert.throws(
      () => oidc({ ...base, deviations: { [field]: value } as Deviations }),
      isNamed,
      `${field}: ${JSON.stringify(value)}`,
    )
  }
}

test('words', () => {
  accepts('pkce', 'S256', 'plain', 'none', undefined)
  refuses('pkce', 's256', 'off', false, '', null)
  accepts('nonce', 'unsupported', undefined)
  refuses('nonce', 'none', true)
  accepts('state', 'alphanumeric', undefined)
  refuses('state', 'none', 7)
  accepts('responseMode', 'form_post', undefined)
  refuses('responseMode', 'fragment', 'query')
  accepts('clientAssertionAudience', 'issuer', 'token-endpoint', undefined)
  refuses('clientAssertionAudience', 'https://op.example', null)
  accepts('sendsScopeOnRefresh', true, false, undefined)
  refuses('sendsScopeOnRefresh', 'true', 1)
  accepts('logoutTokensWithoutExpiry', true, false, undefined)
  refuses('logoutTokensWithoutExpiry', 'yes')
})

test('headers of each request', () => {
  accepts(
    'requestHeaders',
    { 'User-Agent': 'acme (ops@example.com)', 'X-Api-Version': '2', accept: 'a/b' },
    {},
  )
  refuses(
    'requestHeaders',
    { 'X-A': 'a\r\nHost: evil.example' },
    { 'X-A\r\nX-B': 'a' },
    { 'x a': 'b' },
    { '': 'b' },
    { 'X-A': 7 },
    { 'X-A': 'ä' },
    { 'X-A': 'x'.repeat(2_000) },
    { Authorization: 'Bearer x' },
    { cookie: 'a=b' },
    { Host: 'evil.example' },
    { 'Content-Type': 'text/plain' },
    { 'content-length': '7' },
    { 'Transfer-Encoding': 'chunked' },
    { 'proxy-authorization': 'x' },
    'X-A: b',
    null,
  )
})

test('names of parameters, and the fragment', () => {
  accepts('parameterNames', { client_id: 'appid', nonce: null, scope: 'scope[]' }, {})
  refuses(
    'parameterNames',
    { client_id: '' },
    { client_id: 'a b' },
    { client_id: 7 },
    { state: null },
    null,
    'x',
  )
  accepts('authorizationFragment', '#wechat_redirect', 'wechat_redirect')
  refuses('authorizationFragment', '', '#a b', '#<script>', '#a#b')
  accepts('scopeSeparator', ',', ' ', ';', undefined)
  refuses('scopeSeparator', '', 'a', ', ', '&')
})

test('parameters that would replace what is checked', () => {
  accepts('reauthentication', { prompt: 'login' }, { auth_type: 'reauthenticate' })
  refuses('reauthentication', { max_age: '0' }, { state: 'x' }, { 'scope[]': 'x' }, { prompt: 7 })
  accepts('offlineAccess', { scopes: ['offline_access'] }, { params: { access_type: 'offline' } }, {})
  refuses(
    'offlineAccess',
    { scopes: 'offline_access' },
    { scopes: ['a b'] },
    { params: { redirect_uri: 'x' } },
  )
})

test('functions', () => {
  const names = ['tokenRequest', 'revoke', 'endSessionUrl', 'fetchProfile', 'normalizeCallback'] as const
  for (const name of names) {
    accepts(name, () => null, undefined)
    refuses(name, 'x', {}, true)
  }
})

const refusesOption = (options: Partial<ProviderOptions>, message: RegExp): void => {
  assert.throws(() => oidc({ ...base, ...options } as typeof base), message)
}

test('NW8 addresses of servers', () => {
  for (const backchannelUrl of [
    'http://keycloak:8080',
    'https://kc.internal/path',
    'http://127.0.0.1:8080/',
  ]) {
    assert.ok(oidc({ ...base, backchannelUrl }))
  }
  for (const backchannelUrl of [
    'keycloak:8080',
    'http://u:p@keycloak',
    'ftp://kc',
    'http://kc/?a=b',
    'http://kc/#f',
  ]) {
    refusesOption({ backchannelUrl }, /backchannelUrl/)
  }
  assert.ok(oidc({ ...base, metadataUrl: 'https://x.example/.well-known/openid-configuration?p=a' }))
  assert.ok(oidc({ ...base, backchannelUrl: 'http://kc:8080', metadataUrl: 'http://kc:8080/meta' }))
  for (const metadataUrl of ['http://kc:8080/meta', '/meta', 'javascript:alert(1)', 'https://x.example/#f']) {
    refusesOption({ metadataUrl }, /metadataUrl/)
  }
})

test('NH5 HS256 only by name, and only with a secret to verify it', () => {
  const secret = { clientSecret: 'x'.repeat(32) }
  for (const idTokenSigningAlg of ['HS256', 'HS384', 'HS512']) {
    assert.equal(oidc({ ...base, ...secret, idTokenSigningAlg }).idTokenSigningAlg, idTokenSigningAlg)
    // Accepted without a secret here, because the secret may come from the environment.
    assert.ok(oidc({ ...base, idTokenSigningAlg }))
    refusesOption({ idTokenSigningAlg, clientAuthentication: 'none' }, /HS\d+ needs a client secret/)
    refusesOption({ idTokenSigningAlg, clientSecret: async () => 'minted' }, /HS\d+ needs a client secret/)
  }
  for (const idTokenSigningAlg of ['none', 'hs256', 'HS', 'HS256 ']) {
    refusesOption({ ...secret, idTokenSigningAlg }, /idTokenSigningAlg must be/)
  }
})

test('NH7 scope among the parameters of the token request is answered with what does it', () => {
  refusesOption({ tokenParams: { scope: 'openid' } }, /sendsScopeOnRefresh: true/)
  refusesOption({ tokenParams: { SCOPE: 'openid' } }, /sendsScopeOnRefresh: true/)
  assert.ok(oidc({ ...base, tokenParams: { resource: 'x' }, sendsScopeOnRefresh: true }))
})

test('NW9 hints that links may carry', () => {
  assert.deepEqual(
    oidc({ ...base, loginHints: ['kc_idp_hint', 'organization', 'prompt'] }).loginHints.length,
    3,
  )
  for (const name of ['redirect_uri', 'SCOPE', 'state[]', 'a b', '', 'max_age', 'acr_values']) {
    refusesOption({ loginHints: [name] }, /loginHints/)
  }
})
