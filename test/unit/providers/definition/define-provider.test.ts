// Which descriptions are refused, and what a valid one becomes.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Provider, ProviderOptions } from '../../../../src/contracts/provider.ts'
import { LatchkeyError } from '../../../../src/errors.ts'
import {
  defineProvider,
  type ProviderDescription,
} from '../../../../src/providers/definition/define-provider.ts'

/** A description, with the options of one provider. */
type Written = Omit<ProviderDescription, 'clientSecret'> &
  Pick<ProviderOptions, 'id' | 'clientId' | 'clientSecret' | 'clientKey'>

const description: Written = {
  id: 'acme',
  name: 'Acme',
  kind: 'acme',
  protocol: 'oidc',
  issuer: 'https://id.acme.example',
  scopes: ['openid'],
  toIdentity: (claims) => ({ subject: claims.sub }),
}
const acme = define(description)
const endpoints = { authorization: 'https://a.example/authorize', token: 'https://a.example/token' }

function define({ id, clientId, clientSecret, clientKey, ...described }: Written): Provider {
  return defineProvider({ id, clientId, clientSecret, clientKey }, described)
}

/** The description with a value of any type in this field. */
function withField(field: string, value: unknown): Written {
  return { ...description, [field]: value } as Written
}

function accepts(field: string, ...values: readonly unknown[]): void {
  for (const value of values) assert.doesNotThrow(() => define(withField(field, value)), String(value))
}

function refuses(field: string, ...values: readonly unknown[]): void {
  for (const value of values) {
    assert.throws(() => define(withField(field, value)), isInvalid, `${field}: ${JSON.stringify(value)}`)
  }
}

function isInvalid(error: unknown): boolean {
  return (
    error instanceof LatchkeyError && error.code === 'config_provider_invalid' && error.detail !== undefined
  )
}

describe('what is refused, and its accepted twin', () => {
  test('ids', () => {
    accepts('id', 'a', 'google-eu', 'x2')
    refuses('id', '', 'A', '2x', '-a', 'a_b', 'a/b', '__proto__', 'a\n', 7)
  })

  test('names', () => {
    accepts('name', 'Acme & Söhne')
    refuses('name', '', '  ', 7, undefined)
  })

  test('E2 issuers', () => {
    accepts(
      'issuer',
      'https://a.example',
      'https://a.example/x/',
      'http://127.0.0.1:3001/google',
      'http://localhost:1',
    )
    refuses(
      'issuer',
      'a.example',
      'http://a.example',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      'https://good.example@evil.example',
      'https://a.example/#x',
      'https://a.example/?x=1',
      'https://a.example/$(touch x)',
      'https://a.example/`id`',
      'https://a.example\\@evil.example',
      ' https://a.example',
      'https://a.exam\tple',
      undefined,
    )
  })

  test('E2 endpoints', () => {
    const jwks = 'https://a.example/jwks'
    accepts(
      'endpoints',
      { ...endpoints, jwks },
      { ...endpoints, jwks, authorization: 'https://a.example/?tenant=x&y=z' },
    )
    refuses(
      'endpoints',
      { ...endpoints, jwks, token: 'http://a.example/token' },
      { ...endpoints, jwks, authorization: 'javascript:alert(1)' },
      { ...endpoints, jwks, userinfo: 'https://good.example@evil.example/' },
      { ...endpoints, jwks, endSession: 'https://a.example/#x' },
    )
    // An endpoint that is not named is discovered.
    accepts('endpoints', { token: endpoints.token, jwks }, endpoints, {
      revocation: 'https://a.example/revoke',
    })
  })

  test('a plain OAuth provider that nobody could be recognised at', () => {
    const plain = { ...description, protocol: 'oauth2' as const, scopes: [] }
    assert.throws(() => define(plain), isInvalid)
    assert.throws(() => define({ ...plain, endpoints }), isInvalid)
    define({ ...plain, endpoints: { ...endpoints, userinfo: 'https://a.example/me' } })
    define({ ...plain, endpoints, deviations: { fetchProfile: async () => ({}) } })
  })

  test('API addresses', () => {
    accepts('apiBaseUrl', 'https://api.example/v1', undefined)
    refuses('apiBaseUrl', 'http://api.example', '/v1', 'https://api.example/?v=1')
    accepts('apiOrigins', [], ['https://api.example', 'http://localhost:3001'])
    refuses(
      'apiOrigins',
      ['https://api.example/v1'],
      ['https://*.example'],
      ['api.example'],
      ['http://api.example'],
    )
  })

  test('scopes', () => {
    accepts('scopes', ['openid', 'https://www.googleapis.com/auth/drive.readonly'])
    refuses(
      'scopes',
      'openid email',
      ['openid email'],
      ['openid', ''],
      ['openid', 'a"b'],
      ['openid', 7],
      ['email'],
      [],
    )
  })

  test('A5 protocol parameters', () => {
    accepts(
      'authorizationParams',
      { prompt: 'consent', access_type: 'offline', hd: 'example.com' },
      {},
      undefined,
    )
    // https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant
    accepts('authorizationParams', { 'grant_options[]': 'per-user' })
    accepts('tokenParams', { resource: 'https://api.example', audience: 'x' })
    for (const parameter of [
      'client_id',
      'client_secret',
      'redirect_uri',
      'response_type',
      'response_mode',
      'scope',
      'state',
      'nonce',
      'code',
      'code_challenge',
      'code_challenge_method',
      'code_verifier',
      'grant_type',
      'request',
      'request_uri',
      'id_token_hint',
      'max_age',
      'refresh_token',
      'client_assertion',
      'STATE',
      'scope[]',
      'Scope[0]',
      'DPoP_JKT',
      'a b',
      '',
    ]) {
      refuses('authorizationParams', { [parameter]: 'x' })
      refuses('tokenParams', { [parameter]: 'x' })
    }
    refuses('authorizationParams', { prompt: undefined }, { prompt: 1 }, 'prompt=none', null)
  })

  test('D1 D3 algorithms of ID tokens that prove nothing', () => {
    accepts('idTokenSigningAlg', 'RS256', 'PS512', 'ES256', 'EdDSA', 'Ed25519', undefined)
    refuses('idTokenSigningAlg', 'none', 'None', 'HS1', 'hs256', 'rs256', '')
  })

  test('credentials', () => {
    accepts('clientId', 'a', undefined)
    refuses('clientId', '', 7, null)
    accepts('clientSecret', 'a', async () => 'minted', undefined)
    refuses('clientSecret', '', 7, null)
    accepts('clientAuthentication', 'client_secret_basic', 'client_secret_post', 'none', undefined)
    accepts('clientAuthentication', 'client_secret_jwt')
    // private_key_jwt needs a key.
    refuses('clientAuthentication', 'basic', '', null, 'private_key_jwt')
    const jwk = { kty: 'EC', crv: 'P-256', alg: 'ES256', x: 'x', y: 'y' }
    accepts('clientKey', { ...jwk, d: 'd' }, { ...jwk, d: 'd', kid: 'k' }, undefined)
    refuses(
      'clientKey',
      jwk,
      { ...jwk, d: 'd', alg: undefined },
      { kty: 'oct', alg: 'HS256', k: 'k', d: 'd' },
    )
  })

  test('icons that would not pass the page’s policy', () => {
    const withIcon = (icon: string): object => ({ ...acme.brand, icon })
    accepts('brand', acme.brand, withIcon('<svg viewBox="0 0 1 1"><g><circle r="1"/></g></svg>'))
    refuses(
      'brand',
      withIcon('<img src="x">'),
      withIcon('<svg viewBox="0 0 1 1"><script>alert(1)</script></svg>'),
      withIcon('<svg viewBox="0 0 1 1" onload="alert(1)"></svg>'),
      withIcon('<svg viewBox="0 0 1 1"><path id="a" d="M0 0"/></svg>'),
      withIcon('<svg viewBox="0 0 1 1"><path style="fill:red" d="M0 0"/></svg>'),
      withIcon('<svg viewBox="0 0 1 1"></svg><b>x</b>'),
    )
  })
})

test('a refusal names the provider and the field, and no secret', () => {
  const withPassword = withField('issuer', 'https://user:pa55word@a.example')
  assert.throws(
    () => define({ ...withPassword, clientSecret: 's3cret' }),
    (error: unknown) =>
      error instanceof LatchkeyError &&
      /"acme": issuer .*user name/.test(error.message) &&
      !/pa55|s3cret/.test(error.message),
  )
})

test('what is left out gets its default', () => {
  assert.deepEqual(acme.authorizationParams, {})
  assert.deepEqual(acme.tokenParams, {})
  assert.deepEqual(acme.deviations, {})
  assert.deepEqual(acme.apiOrigins, [])
  assert.equal(acme.claimsFrom, 'id-token')
  assert.equal(acme.isAuthoritativeForEmail('a@acme.example', { email_verified: true }), false)
  assert.match(acme.brand.icon, /^<svg /)
})

test('an API address ends in a slash, and its origin may see tokens', () => {
  const provider = define({
    ...description,
    apiBaseUrl: 'https://api.example/v2',
    apiOrigins: ['https://files.example', 'https://api.example'],
  })
  assert.equal(provider.apiBaseUrl, 'https://api.example/v2/')
  assert.deepEqual(provider.apiOrigins, ['https://api.example', 'https://files.example'])
})

test('the author’s own objects are neither frozen nor followed', () => {
  const scopes = ['openid']
  const authorizationParams: Record<string, string> = { prompt: 'consent' }
  const provider = define({ ...description, scopes, authorizationParams })
  scopes.push('email')
  authorizationParams.state = 'fixed'
  assert.deepEqual(provider.scopes, ['openid'])
  assert.deepEqual(provider.authorizationParams, { prompt: 'consent' })
})

test('whatever toIdentity returns is checked', () => {
  const provider = define({
    ...description,
    toIdentity: () => ({
      subject: 'a',
      email: 'a@b@c',
      emailVerified: 'true',
      name: ' \0 ',
      picture: 'javascript:x',
    }),
  })
  const identity = provider.toIdentity({})
  assert.deepEqual(
    { ...identity },
    { subject: 'a', email: null, emailVerified: false, name: null, picture: null },
  )
  assert.ok(Object.isFrozen(identity))
})

test('NH18 a picture that needs a token is left out, a public one is kept', () => {
  const provider = define({
    ...description,
    toIdentity: (claims) => ({ subject: 'a', picture: claims.picture }),
    deviations: { privatePictureOrigins: ['https://graph.example'] },
  })
  const pictureOf = (picture: string) => provider.toIdentity({ picture }).picture
  assert.equal(pictureOf('https://graph.example/me/photo/$value'), null)
  assert.equal(pictureOf('https://pictures.example/a.png'), 'https://pictures.example/a.png')
})
