// A provider that the local identity provider stands in for: the same declarations, at the local address, with the credentials of
// the local client.
import type { Provider, ProviderPlace } from '../contracts/provider.ts'
import type { Registration } from './registration.ts'

/** Returns the provider at the local identity provider's address, with the registered client. */
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
    // Example values suffice, since no real provider's account is involved.
    missingOptions: Object.freeze([]),
    at: (elsewhere: ProviderPlace) => placed(provider, elsewhere, registration),
    // Each login's place must still be valid, but all of them lead to the local address.
    ...(loginPlace && {
      loginPlace: Object.freeze({
        ...loginPlace,
        read: (value: string) => (loginPlace.read(value) === null ? null : place),
      }),
    }),
  })
}
