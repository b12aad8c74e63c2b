// Provider contract: answers that identify no person, or contain no token, are refused.
import assert from 'node:assert/strict'
import type { Claims, Provider } from '../../../contracts/provider.ts'
import type { ProviderFixture } from '../../../contracts/provider-fixture.ts'
import { LatchkeyError } from '../../../errors.ts'
import type { RegisterTest } from '../test-runner.ts'
import { readOrRefuse } from './assert-inert.ts'
import { withEachLeafReplaced } from './hostile-values.ts'
import { pictured, profileOf } from './served-fixture.ts'

/** Answers with status 200 that identify no person. */
const emptyAnswers: readonly unknown[] = [
  {},
  [],
  null,
  'text',
  { error: 'access_denied', error_description: 'No.' },
  { error: { code: 190, message: 'No.' } },
  { errors: [{ message: 'No.' }], data: null },
  { code: 10003, message: 'No.', data: null },
  { data: {} },
  { data: [] },
]

export function refusalTests(test: RegisterTest, provider: Provider, fixture: ProviderFixture): void {
  test('takes no answer with status 200 for a person that says nothing of one', async () => {
    for (const answer of emptyAnswers) {
      if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) {
        assert.throws(() => provider.toIdentity(answer as Claims), TypeError, JSON.stringify(answer))
      }
      if (provider.protocol === 'oidc') continue
      const person = pictured
      await assert.rejects(
        async () => provider.toIdentity(await profileOf(provider, fixture, person, () => answer)),
        JSON.stringify(answer),
      )
    }
  })

  test('never takes another field for the subject where one is missing', async () => {
    const honest = await profileOf(provider, fixture, pictured)
    const { subject } = provider.toIdentity(honest)
    for (const claims of withEachLeafReplaced(honest, [undefined])) {
      const identity = readOrRefuse(provider, (claims ?? {}) as Claims)
      if (identity !== null) assert.equal(identity.subject, subject)
    }
  })

  test('takes no token answer without a token for a grant', async () => {
    const normalize = provider.deviations.normalizeTokenResponse
    if (!normalize) return
    for (const answer of emptyAnswers) {
      try {
        const response = await normalize(Response.json(answer))
        if (response.status !== 200) continue
        const body = (await response.json()) as Claims | null
        assert.ok(typeof body?.access_token !== 'string', JSON.stringify(answer))
      } catch (error) {
        assert.ok(error instanceof TypeError || error instanceof LatchkeyError, String(error))
      }
    }
  })
}
