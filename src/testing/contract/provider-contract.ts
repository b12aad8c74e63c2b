// The contract of every provider: the suite serves its fixture from memory, and compares what the provider reads from the
// answers with what the fixture expects.
import type { ProviderFixture } from '../../contracts/provider-fixture.ts'
import { answerTests } from './provider/answer-tests.ts'
import { identityTests } from './provider/identity-tests.ts'
import { type CreateProvider, commonOptions, entryTests, optionTests } from './provider/option-tests.ts'
import { refusalTests } from './provider/refusal-tests.ts'
import { base } from './provider/served-fixture.ts'
import { valueTests } from './provider/value-tests.ts'
import type { TestRunner } from './test-runner.ts'

/** Options of `providerContract()`. */
export interface ProviderContractOptions {
  /** The module `node:test`, Vitest's, or an object with their functions. */
  readonly runner: TestRunner
  /** Makes the provider with these options, in addition to those that it requires. For a catalogue entry: the entry itself. */
  readonly create: CreateProvider
  /** The provider's answers (`defineFixture` of `latchkey/kit`). */
  readonly fixture: ProviderFixture
  /** Whether it has its own brand and can be made without any options, like a catalogue entry. Default: false. */
  readonly isEntry?: boolean | undefined
}

/**
 * Registers the suite that every provider must pass. It makes no network requests.
 *
 * @example
 * ```ts
 * import * as runner from 'node:test'
 * import { defineFixture, defineProvider, jsonAnswer, readProfile } from 'latchkey/kit'
 * import { providerContract } from 'latchkey/testing/contract'
 *
 * const fixture = defineFixture({
 *   kind: 'acme',
 *   sources: ['https://acme.example/docs'],
 *   lastVerified: '2026-11-27',
 *   api: { '/me': ({ name }, subject) => jsonAnswer({ id: subject, name }) },
 *   expected: () => ({ email: null, emailVerified: false, picture: null }),
 * })
 *
 * providerContract({
 *   runner,
 *   fixture,
 *   create: (options) =>
 *     defineProvider(options, {
 *       kind: 'acme',
 *       name: 'Acme',
 *       protocol: 'oauth2',
 *       issuer: 'https://acme.example',
 *       endpoints: {
 *         authorization: 'https://acme.example/authorize',
 *         token: 'https://acme.example/token',
 *         userinfo: 'https://acme.example/me',
 *       },
 *       scopes: ['profile'],
 *       toIdentity: readProfile({ subject: 'id', name: ['name'] }),
 *     }),
 * })
 * ```
 */
export function providerContract({
  runner,
  create,
  fixture,
  isEntry = false,
}: ProviderContractOptions): void {
  const { describe, test } = runner
  describe(`${fixture.kind} keeps the contract of a provider`, () => {
    const provider = create({ ...commonOptions, baseUrl: base, issuer: base })
    identityTests(test, provider, fixture)
    refusalTests(test, provider, fixture)
    answerTests(test, provider, fixture)
    valueTests(test, provider, fixture)
    optionTests(test, create)
    if (isEntry) entryTests(test, create)
  })
}
