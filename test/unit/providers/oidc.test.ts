// An application's own provider, with OpenID Connect.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oidc } from '../../../src/providers/oidc.ts'

const issuer = 'https://id.acme.example/'
const endpoints = {
  authorization: 'https://id.acme.example/authorize?tenant=x',
  token: 'https://id.acme.example/token',
  jwks: 'https://id.acme.example/jwks',
}

test('needs an id and an issuer, and keeps the issuer to the letter', () => {
  const provider = oidc({ id: 'acme-staff', issuer })
  assert.equal(provider.issuer, issuer)
  assert.equal(provider.name, 'Acme staff')
  assert.deepEqual(provider.scopes, ['openid', 'email', 'profile'])
  assert.equal(provider.claimsFrom, 'userinfo')
  assert.equal(new URL('userinfo', provider.apiBaseUrl).href, 'https://id.acme.example/userinfo')
})

test('A4 fixed endpoints are kept with their queries', () => {
  assert.deepEqual(oidc({ id: 'acme', issuer, endpoints }).endpoints, endpoints)
})

test('protocol parameters are refused, others accepted', () => {
  oidc({ id: 'acme', issuer, authorizationParams: { prompt: 'login' }, tokenParams: { audience: 'x' } })
  const wrong = { authorizationParams: { redirect_uri: 'https://evil.example' } }
  assert.throws(() => oidc({ id: 'acme', issuer, ...wrong }), { code: 'config_provider_invalid' })
})

test('F7 is authoritative for whole domains only, and for none by default', () => {
  const { isAuthoritativeForEmail } = oidc({ id: 'acme', issuer, authoritativeDomains: ['Acme.example'] })
  assert.equal(isAuthoritativeForEmail('a@acme.example', {}), true)
  assert.equal(isAuthoritativeForEmail('a@ACME.EXAMPLE', {}), true)
  for (const email of ['a@evil-acme.example', 'a@sub.acme.example', 'a@acme.example.evil.example']) {
    assert.equal(isAuthoritativeForEmail(email, {}), false)
  }
  assert.equal(oidc({ id: 'acme', issuer }).isAuthoritativeForEmail('a@acme.example', {}), false)
})

test('a mapping of one’s own finds the fields, and they are checked', () => {
  const provider = oidc({ id: 'acme', issuer, toIdentity: ({ sub, upn }) => ({ subject: sub, email: upn }) })
  assert.equal(provider.toIdentity({ sub: '1', upn: 'a@b.example' }).email, 'a@b.example')
  assert.equal(provider.toIdentity({ sub: '1', upn: 'a@b@c' }).email, null)
})

test('given and family name make a name where there is none', () => {
  const { toIdentity } = oidc({ id: 'acme', issuer })
  assert.equal(toIdentity({ sub: '1', given_name: 'Ada', family_name: 'Vale' }).name, 'Ada Vale')
  assert.equal(toIdentity({ sub: '1', family_name: 'Vale' }).name, 'Vale')
  assert.equal(toIdentity({ sub: '1' }).name, null)
})

test('at another place, endpoints are discovered there', () => {
  const provider = oidc({ id: 'acme', issuer, endpoints, apiUrl: 'https://api.acme.example' })
  const moved = provider.at({ baseUrl: 'http://127.0.0.1:4000/acme' })
  assert.equal(moved.issuer, 'http://127.0.0.1:4000/acme')
  assert.equal(moved.endpoints, undefined)
  assert.deepEqual(moved.apiOrigins, ['http://127.0.0.1:4000'])
})

test('form_post is one word', () => {
  assert.equal(oidc({ id: 'acme', issuer, responseMode: 'form_post' }).deviations.responseMode, 'form_post')
})
