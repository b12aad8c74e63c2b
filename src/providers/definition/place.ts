// Where an instance of a provider lives: its addresses below a base URL, and the same options somewhere else.
import type { ProviderPlace } from '../../contracts/provider.ts'
import { faultInIssuer } from '../../outbound/endpoint-url.ts'
import { providerInvalid } from './check-description.ts'

/**
 * An address to build others on: without slashes at its end.
 *
 * @throws LatchkeyError `config_provider_invalid`
 */
export function checkedBase(id: string, field: 'baseUrl' | 'apiUrl', url: string): string {
  // A query would swallow every path that is put behind it.
  const fault = faultInIssuer(url)
  if (fault !== null) throw providerInvalid(id, `${field} ${fault}`)
  return url.replace(/\/+$/, '')
}

/** All options but the place: addresses of the old place must not receive what belongs to the new one. */
export function optionsAt<Options extends ProviderPlace>(options: Options, place: ProviderPlace): Options {
  const { baseUrl, apiUrl, issuer, apiOrigins } = place
  return { ...options, baseUrl, apiUrl, issuer, apiOrigins }
}
