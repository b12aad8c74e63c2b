// What an identity may hold, whatever its provider said.
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

/** The person, or null where the provider refuses the claims in the only way that there is. */
export function readOrRefuse(provider: Provider, claims: Claims): IdentityFields | null {
  try {
    return provider.toIdentity(claims)
  } catch (error) {
    // The only way to refuse a profile.
    assert.ok(error instanceof TypeError, String(error))
    return null
  }
}
