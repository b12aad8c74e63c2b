// Checks that an identity contains only harmless values, whatever its provider sent.
import assert from 'node:assert/strict'
import type { IdentityFields } from '../../../contracts/identity.ts'
import type { Claims, Provider } from '../../../contracts/provider.ts'

export function assertInert({ subject, email, emailVerified, name, picture }: IdentityFields): void {
  assert.ok(subject.length >= 1 && subject.length <= 255)
  assert.doesNotMatch(subject, /\p{Cc}/u)
  assert.equal(typeof emailVerified, 'boolean')
  if (email === null) assert.equal(emailVerified, false)
  else assert.match(email, /^[^\s@"<>,;]{1,252}@[\p{L}\p{N}.-]+$/u)
  if (name !== null) {
    assert.ok(Array.from(name).length <= 200)
    assert.doesNotMatch(name, /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
  }
  if (picture !== null) assert.match(picture, /^https:\/\/[^\s"<>]+$/)
}

/** Returns the identity, or `null` if the provider refuses the claims by throwing a `TypeError`. */
export function readOrRefuse(provider: Provider, claims: Claims): IdentityFields | null {
  try {
    return provider.toIdentity(claims)
  } catch (error) {
    // Providers must refuse a profile in this way only.
    assert.ok(error instanceof TypeError, String(error))
    return null
  }
}
