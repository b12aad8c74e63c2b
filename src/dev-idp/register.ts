// Registers a provider and its client's addresses at the local identity provider, before a login. In the same process this is a
// call; from another process it is an HTTP request (registration-endpoint.ts, reach.ts).

import type { ProviderDescription } from './provider-description.ts'
import type { Registration } from './registration.ts'

/** The path of the registration endpoint. No provider can have this id. */
export const registrationPath = '/-/clients'

/** One provider and its client's addresses, all on loopback. */
export interface RegistrationRequest {
  readonly provider: ProviderDescription
  readonly redirectUri: string
  readonly postLogoutRedirectUri: string
  /** Where logout tokens are posted. `null`: nowhere. */
  readonly backchannelLogoutUri: string | null
}

/** Registers one client. Repeating a registration changes nothing. */
export type Register = (request: RegistrationRequest) => Promise<Registration>

/** The part of the local identity provider that registers clients. */
interface Registrar {
  serve(provider: ProviderDescription): Promise<Registration>
  allowRedirect(providerId: string, redirectUri: string): void
  allowPostLogoutRedirect(providerId: string, uri: string): void
  setBackchannelLogout(providerId: string, uri: string | null): void
}

/** Rejects with `config_option_invalid` for an address that is not on loopback, `config_provider_invalid` for an unknown kind. */
export function registerAt(idp: Registrar): Register {
  return async ({ provider, redirectUri, postLogoutRedirectUri, backchannelLogoutUri }) => {
    const registration = await idp.serve(provider)
    idp.allowRedirect(provider.id, redirectUri)
    idp.allowPostLogoutRedirect(provider.id, postLogoutRedirectUri)
    idp.setBackchannelLogout(provider.id, backchannelLogoutUri)
    return registration
  }
}
