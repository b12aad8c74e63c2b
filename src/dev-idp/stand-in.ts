// A provider as the local identity provider stands in for it: the same in all that it declares, at another place and with
// the credentials of its client there.
import type { Provider, ProviderPlace } from '../contracts/provider.ts'
import type { Registration } from './registration.ts'

/** The same provider at the local identity provider, as a client that is registered there. */
export function standIn<Id extends string>(provider: Provider<Id>, registration: Registration): Provider<Id> {
  return placed(provider, registration.place, registration)
}

function placed<Id extends string>(
  provider: Provider<Id>,
  at: ProviderPlace,
  registration: Registration,
): Provider<Id> {
  const { place, clientId, clientSecret, clientKey } = registration
  const { loginPlace } = provider
  return Object.freeze({
    ...provider.at(at),
    clientId,
    clientSecret,
    clientKey,
    // Examples do here: no account of a real provider is behind them.
    missingOptions: Object.freeze([]),
    at: (elsewhere: ProviderPlace) => placed(provider, elsewhere, registration),
    // What each login names must still be such a place; all of them are here.
    ...(loginPlace && {
      loginPlace: Object.freeze({
        ...loginPlace,
        read: (value: string) => (loginPlace.read(value) === null ? null : place),
      }),
    }),
  })
}
