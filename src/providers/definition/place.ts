// Where an instance of a provider lives: its addresses below a base URL, and the same options somewhere else.
import type { ProviderOptions, ProviderPlace } from '../../contracts/provider.ts'
import { faultInInternalUrl, faultInIssuer } from '../../outbound/endpoint-url.ts'
import { providerInvalid } from './provider-invalid.ts'

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

/**
 * The internal address of a provider: plain HTTP too, since whether that may be is decided where the environment is known.
 *
 * @throws LatchkeyError `config_provider_invalid`
 */
export function checkedBackchannel(id: string, url: string): string {
  const fault = faultInInternalUrl(url)
  if (fault !== null) throw providerInvalid(id, `backchannelUrl ${fault}`)
  return url.replace(/\/+$/, '')
}

/** An address of the real provider, or its path below the options' base URL. One that is there already stays. */
export function addressAt({ id = 'provider', baseUrl }: ProviderOptions, address: string): string {
  if (baseUrl === undefined) return address
  const base = checkedBase(id, 'baseUrl', baseUrl)
  if (address.startsWith(`${base}/`)) return address
  const { pathname, search } = new URL(address)
  return base + pathname + search
}

/** All options but the place: addresses of the old place must not receive what belongs to the new one. */
export function optionsAt<Options extends ProviderOptions>(options: Options, place: ProviderPlace): Options {
  const { baseUrl, apiUrl, issuer, apiOrigins } = place
  const nowhere = {
    endpoints: undefined,
    metadataUrl: undefined,
    backchannelUrl: undefined,
    dangerouslyPlainHttpBackchannel: undefined,
  }
  return { ...options, ...nowhere, baseUrl, apiUrl, issuer, apiOrigins }
}
