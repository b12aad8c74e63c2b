// A provider as the local identity provider stands in for it: the same in all that it declares, at another place and with
// the credentials of its client there.
import type { Provider } from '../contracts/provider.ts'
import type { Registration } from './registration.ts'

export function standIn<Id extends string>(
  provider: Provider<Id>,
  { place, clientId, clientSecret, clientKey }: Registration,
): Provider<Id> {
  const { loginPlace } = provider
  return Object.freeze({
    ...provider.at(place),
    clientId,
    clientSecret,
    clientKey,
    // Examples do here: no account of a real provider is behind them.
    missingOptions: Object.freeze([]),
    // What each login names must still be such a place; all of them are here.
    ...(loginPlace && {
      loginPlace: Object.freeze({
        ...loginPlace,
        read: (value: string) => (loginPlace.read(value) === null ? null : place),
      }),
    }),
  })
}
