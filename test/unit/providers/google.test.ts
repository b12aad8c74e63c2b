// What is particular to Google.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { google } from '../../../src/providers/google.ts'

test('is found by discovery, with the scopes of a sign-in and nothing else', () => {
  const provider = google()
  assert.equal(provider.issuer, 'https://accounts.google.com')
  assert.equal(provider.endpoints, undefined)
  assert.deepEqual(provider.scopes, ['openid', 'email', 'profile'])
  assert.deepEqual(provider.authorizationParams, {})
})

test('is authoritative for gmail.com and for Workspace accounts, as its documentation says', () => {
  const { isAuthoritativeForEmail } = google()
  const says = (email: string, claims: object): boolean =>
    isAuthoritativeForEmail(email, { email, email_verified: true, ...claims })
  assert.equal(says('a@gmail.com', {}), true)
  assert.equal(says('A@GMAIL.COM', {}), true)
  assert.equal(says('a@example.com', { hd: 'example.com' }), true)

  assert.equal(says('a@example.com', {}), false)
  assert.equal(says('a@gmail.com.evil.example', {}), false)
  assert.equal(says('a@notgmail.com', {}), false)
  assert.equal(says('a@example.com', { hd: '' }), false)
  assert.equal(says('a@example.com', { hd: true }), false)
})

test('F4 is authoritative for nothing that it has not verified itself', () => {
  const { isAuthoritativeForEmail } = google()
  for (const verified of [false, 'true', 1, null, undefined]) {
    assert.equal(
      isAuthoritativeForEmail('a@gmail.com', { email: 'a@gmail.com', email_verified: verified, hd: 'x' }),
      false,
    )
  }
  assert.equal(isAuthoritativeForEmail('b@gmail.com', { email: 'a@gmail.com', email_verified: true }), false)
})

test('resolves “userinfo” to its userinfo endpoint', () => {
  const { apiBaseUrl, apiOrigins } = google()
  assert.equal(new URL('userinfo', apiBaseUrl).href, 'https://openidconnect.googleapis.com/v1/userinfo')
  assert.ok(apiOrigins.includes('https://www.googleapis.com'))
})

test('elsewhere, no token goes to the real Google', () => {
  for (const place of [
    { baseUrl: 'http://127.0.0.1:4000/google/' },
    { issuer: 'http://127.0.0.1:4000/google' },
  ]) {
    const provider = google(place)
    assert.equal(provider.issuer, 'http://127.0.0.1:4000/google')
    assert.equal(provider.apiBaseUrl, 'http://127.0.0.1:4000/google/v1/')
    assert.deepEqual(provider.apiOrigins, ['http://127.0.0.1:4000'])
  }
})

test('its id is a literal type', () => {
  const byDefault: 'google' = google({ scopes: ['openid'] }).id
  const own: 'google-eu' = google({ id: 'google-eu' }).id
  assert.deepEqual([byDefault, own], ['google', 'google-eu'])
})
