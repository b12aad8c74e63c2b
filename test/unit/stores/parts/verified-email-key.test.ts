// The key by which accounts are found by e-mail address.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asciiLowerCase, verifiedEmailKey } from '../../../../src/stores/parts/verified-email-key.ts'

test('only a verified address is a key', () => {
  assert.equal(verifiedEmailKey({ email: 'Ada@Example.com', emailVerified: true }), 'ada@example.com')
  assert.equal(verifiedEmailKey({ email: 'Ada@Example.com', emailVerified: false }), null)
  assert.equal(verifiedEmailKey({ email: null, emailVerified: true }), null)
})

test('ASCII letters lose their case, all others stay', () => {
  assert.equal(asciiLowerCase('AZaz[]@İIıÄßΣ'), 'azaz[]@İiıÄßΣ')
})

test('text that is too long for an address is no key', () => {
  const longest = `${'a'.repeat(64)}@${'b'.repeat(255)}`
  assert.equal(verifiedEmailKey({ email: longest, emailVerified: true }), longest)
  assert.equal(verifiedEmailKey({ email: `${longest}b`, emailVerified: true }), null)
})
