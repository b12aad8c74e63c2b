// What an application asks of the local identity provider before a login: a provider in its shape, with a client whose addresses are
// these. In the process of the application it is a call; elsewhere it is posted (registration-endpoint.ts, reach.ts).
import type { Registration } from './registration.ts'
import type { ProviderDescription } from './served-provider.ts'

/** Where it is posted to. No provider can have this id. */
export const registrationPath = '/-/clients'

/** One provider and the addresses of its client, all on loopback. */
export interface RegistrationRequest {
  readonly provider: ProviderDescription
  readonly redirectUri: string
  readonly postLogoutRedirectUri: string
  /** Null: no logout token is posted. */
  readonly backchannelLogoutUri: string | null
}

/** Registers one client; the same one again changes nothing. */
export type Register = (request: RegistrationRequest) => Promise<Registration>

/** What of the local identity provider registers a client. */
interface Registrar {
  serve(provider: ProviderDescription): Promise<Registration>
  allowRedirect(providerId: string, redirectUri: string): void
  allowPostLogoutRedirect(providerId: string, uri: string): void
  setBackchannelLogout(providerId: string, uri: string | null): void
}

/** Throws `config_option_invalid` for an address that is not on loopback, `config_provider_invalid` for an unknown kind. */
export function registerAt(idp: Registrar): Register {
  return async ({ provider, redirectUri, postLogoutRedirectUri, backchannelLogoutUri }) => {
    const registration = await idp.serve(provider)
    idp.allowRedirect(provider.id, redirectUri)
    idp.allowPostLogoutRedirect(provider.id, postLogoutRedirectUri)
    idp.setBackchannelLogout(provider.id, backchannelLogoutUri)
    return registration
  }
}
