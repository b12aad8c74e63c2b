// The addresses of a provider's instance: moved below a base URL, and the options for another address.
import type { ProviderOptions, ProviderPlace } from '../../contracts/provider.ts'
import { faultInInternalUrl, faultInIssuer } from '../../outbound/endpoint-url.ts'
import { providerInvalid } from './provider-invalid.ts'

/**
 * Checks a base address. Returns it without trailing slashes.
~ * @throws LatchkeyError `config_provider_invalid`
 * @throws LatchkeyError `config_provider_invalid` for an invalid URL.
 *
 * @throws LatchkeyError `config_provider_invalid` for an invalid URL.
 */
export function checkedBase(id: string, field: 'baseUrl' | 'apiUrl', url: string): string {
  // A path appended after a query would become part of the query.
  const fault = faultInIssuer(url)
  if (fault !== null) throw providerInvalid(id, `${field} ${fault}`)
  return url.replace(/\/+$/, '')
}

/**
 * Checks the internal address of a provider. Allows plain HTTP; code that knows the environment decides whether it may be used.
 *
 * @throws LatchkeyError `config_provider_invalid` for an invalid URL.
 */
export function checkedBackchannel(id: string, url: string): string {
  const fault = faultInInternalUrl(url)
  if (fault !== null) throw providerInvalid(id, `backchannelUrl ${fault}`)
  return url.replace(/\/+$/, '')
}

/** Moves an address of the real provider below the options' base URL, if there is one. Keeps an address that is already there. */
export function addressAt({ id = 'provider', baseUrl }: ProviderOptions, address: string): string {
  if (baseUrl === undefined) return address
  const base = checkedBase(id, 'baseUrl', baseUrl)
  if (address.startsWith(`${base}/`)) return address
  const { pathname, search } = new URL(address)
  return base + pathname + search
}

/** The same options for another address, without the old ones, which must not receive data meant for the new ones. */
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
