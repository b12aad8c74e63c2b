// Provider contract: the identities read from claims and profiles, both honest and hostile.
import assert from 'node:assert/strict'
import type { IdentityFields } from '../../../contracts/identity.ts'
import type { Claims, Provider } from '../../../contracts/provider.ts'
import type { Person, ProviderFixture } from '../../../contracts/provider-fixture.ts'
import { people } from '../../../providers/fixtures/people.ts'
import type { RegisterTest } from '../test-runner.ts'
import { assertInert, readOrRefuse } from './assert-inert.ts'
import { hostileValues, withEachLeafReplaced } from './hostile-values.ts'
import { everybody, pictured, profileOf } from './served-fixture.ts'

export function identityTests(test: RegisterTest, provider: Provider, fixture: ProviderFixture): void {
  for (const person of everybody) {
    test(`reads ${person.key} as the fixture expects`, async () => {
      const subject = fixture.subjectOf(person)
      const identity = provider.toIdentity(await profileOf(provider, fixture, person))
      assert.deepEqual({ ...identity }, fixture.expected(person, subject))
    })
  }

  for (const { name, claims, expected } of fixture.cases ?? []) {
    test(`reads ${name}`, () => {
      if (expected === 'refused') {
        assert.throws(() => provider.toIdentity(claims), TypeError)
        return
      }
      const identity = provider.toIdentity(claims)
      assertInert(identity)
      for (const [field, value] of Object.entries(expected)) {
        assert.deepEqual(identity[field as keyof IdentityFields], value, field)
      }
    })
  }

  test('keeps to the issuer that signed claims must carry', async () => {
    const { issuerFor } = provider.deviations
    if (!issuerFor) return
    for (const person of everybody) {
      const claims = await profileOf(provider, fixture, person)
      assert.equal(issuerFor(claims, provider.issuer), claims.iss)
    }
  })

  test('gives each person another subject, and the same one each time', () => {
    const subjects = everybody.map((person) => fixture.subjectOf(person))
    assert.equal(new Set(subjects).size, everybody.length)
    assert.deepEqual(
      everybody.map((person) => fixture.subjectOf(person)),
      subjects,
    )
  })

  test('F10 believes nothing that is hostile, whichever field holds it', async () => {
    const honest = await profileOf(provider, fixture, pictured)
    for (const claims of withEachLeafReplaced(honest, hostileValues)) {
      const identity = readOrRefuse(provider, claims as Claims)
      if (identity !== null) assertInert(identity)
    }
  })

  test('D14 refuses a profile without a subject', () => {
    assert.throws(() => provider.toIdentity({}), TypeError)
  })

  test('is authoritative for no unverified address', async () => {
    const robin = people.find((person) => person.email !== null && !person.emailVerified) as Person
    const claims = await profileOf(provider, fixture, robin)
    assert.equal(provider.isAuthoritativeForEmail(String(robin.email), claims), false)
  })
}
