// Providers for a test: the local identity provider answers as each of them, over real HTTP, to the same code as in production.
import type { Provider } from '../contracts/provider.ts'
import type { Person, ProviderFixture } from '../contracts/provider-fixture.ts'
import { variableOf } from '../contracts/variable-of.ts'
import {
  type Fault,
  type FaultOptions,
  type Registration,
  standIn,
  startDevIdentityProvider,
} from '../dev-idp/index.ts'
import { LatchkeyError } from '../errors.ts'

/** Options of `startTestProviders()`. */
export interface TestProvidersOptions {
  /** The origin of the application under test, such as `http://localhost:4000`. Must be loopback. */
  readonly origin: string
  /** Default: `/auth`. */
  readonly basePath?: string | undefined
  /** The people who can sign in. Default: five fictional people, one of them without an e-mail address. */
  readonly people?: readonly Person[] | undefined
  /** Fixtures of the application's own kinds of providers, by kind. Those of the catalogue are built in. */
  readonly fixtures?: Readonly<Record<string, ProviderFixture>> | undefined
}

/** Running local providers, and what an application needs to use them. */
export interface TestProviders {
  /** For `latchkey({ providers })` when the application runs in the test's own process. */
  readonly providers: readonly Provider[]
  /** Environment variables for an application that runs in its own process. */
  readonly environment: Readonly<Record<string, string>>
  /** Answers logins at once, without pages, as this person. `null` shows the pages again. */
  answerAs(providerId: string, personKey: string | null): void
  /** Makes a provider's answers faulty: `setFault('google', 'wrong_nonce')`. `null` removes the fault. */
  setFault(providerId: string, fault: Fault | null, options?: FaultOptions): void
  addPerson(person: Person): void
  /** How many requests an endpoint has received: `countRequests('google', 'token')`. */
  countRequests(providerId: string, endpoint: string): number
  close(): Promise<void>
}

/**
 * Starts local providers: call `await startTestProviders([google(), github()], { origin })` in a test's setup, and `close()` in
 * its teardown. Until then the process stays alive, as with any server.
 *
 * @throws LatchkeyError `config_option_invalid` in production and for an origin that is not loopback.
 *
 * @example
 * ```ts
 * import { latchkey } from 'latchkey'
 * import { google } from 'latchkey/providers/google'
 * import { startTestProviders } from 'latchkey/testing'
 *
 * const origin = 'http://localhost:4000'
 * const idp = await startTestProviders([google()], { origin })
 * const auth = latchkey({ origin, providers: idp.providers })
 * ```
 */
export async function startTestProviders(
  providers: readonly Provider[],
  { origin, basePath = '/auth', people, fixtures }: TestProvidersOptions,
): Promise<TestProviders> {
  const idp = await startDevIdentityProvider({ port: 0, stateDirectory: null, people, fixtures })
  const served: { readonly provider: Provider; readonly registration: Registration }[] = []
  try {
    const registrations = await Promise.all(providers.map((provider) => idp.serve(provider)))
    for (const [index, registration] of registrations.entries()) {
      served.push({ provider: providers[index] as Provider, registration })
    }
    for (const { id } of providers) {
      idp.allowRedirect(id, `${origin}${basePath}/callback/${id}`)
      idp.allowPostLogoutRedirect(id, `${origin}${basePath}/signed-out`)
      idp.setBackchannelLogout(id, `${origin}${basePath}/backchannel-logout/${id}`)
    }
  } catch (error) {
    await idp.close()
    throw error instanceof LatchkeyError
      ? error
      : new LatchkeyError('config_option_invalid', { cause: error })
  }
  return {
    providers: served.map(({ provider, registration }) => standIn(provider, registration)),
    environment: Object.assign(
      {},
      ...served.map(({ provider, registration }) => variables(provider, registration)),
    ),
    answerAs: (id, personKey) => idp.answerAs(id, personKey),
    setFault: (id, fault, options) => idp.setFault(id, fault, options),
    addPerson: (person) => idp.addPerson(person),
    countRequests: (id, endpoint) =>
      idp.requests.filter((request) => request.provider === id && request.endpoint === endpoint).length,
    close: () => idp.close(),
  }
}

function variables(
  { id }: Provider,
  { place, clientId, clientSecret }: Registration,
): Record<string, string> {
  const name = variableOf(id)
  return {
    [`${name}_CLIENT_ID`]: clientId,
    [`${name}_CLIENT_SECRET`]: clientSecret,
    [`${name}_BASE_URL`]: place.baseUrl ?? '',
    [`${name}_ISSUER`]: place.issuer ?? '',
  }
}
