// Any plain OAuth 2.0 provider with an API that identifies the person. RFC 6749; the profile is the application's to map.
import type { Claims, ProfileRequest, Provider, ProviderEndpoints } from '../contracts/provider.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { type GenericOptions, nameFromId } from './definition/generic-options.ts'
import type { IdentityDraft } from './definition/read-identity.ts'

/** Options of `oauth2()`: what every provider takes, and what only this one needs. */
export interface OAuth2Options<Id extends string = string>
  extends Omit<GenericOptions<Id>, 'idTokenSigningAlg'> {
  readonly endpoints: Omit<ProviderEndpoints, 'jwks'>
  /**
   * What `iss` must be where the provider sends it (RFC 9207), and one half of each identity's key. Default: the origin of the
   * authorization endpoint. To change it later makes everybody a new person.
   */
  readonly issuer?: string | undefined
  /** Where the profile takes more than one GET of `endpoints.userinfo`. */
  readonly fetchProfile?: ((request: ProfileRequest) => Promise<Claims>) | undefined
  /** Finds the fields in the profile. Whatever it returns is checked; a subject that is a JSON number must be made text. */
  readonly toIdentity: (claims: Claims) => IdentityDraft
}

/**
 * Sign in with any OAuth 2.0 provider.
 *
 * ```ts
 * oauth2({
 *   id: 'acme',
 *   endpoints: { authorization: 'https://acme.example/authorize', token: '…', userinfo: 'https://acme.example/me' },
 *   toIdentity: (profile) => ({ subject: profile.uuid, email: profile.mail, name: profile.display_name }),
 * })
 * ```
 *
 * Scopes: none. Relative URLs of `tokens.fetch` resolve below `apiUrl`, or else beside the userinfo endpoint.
 * At another place (`at`), endpoints keep their paths: below `baseUrl` instead of below their origins.
 */
export function oauth2<const Id extends string>(options: OAuth2Options<Id>): Provider<Id> {
  return defineProvider(options, describe)
}

function describe(options: OAuth2Options): ProviderDescription {
  const { id, endpoints, fetchProfile } = options
  return {
    name: nameFromId(String(id)),
    kind: 'oauth2',
    protocol: 'oauth2',
    issuer: originOf(endpoints?.authorization),
    endpoints,
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: folderOf(endpoints?.userinfo),
    movedTo: ({ baseUrl }) => ({ issuer: new URL(baseUrl).origin }),
    toIdentity: options.toIdentity,
    deviations: { ...options.deviations, ...(fetchProfile && { fetchProfile }) },
    notifications: options.notifications,
    brand: options.brand,
    consoleUrl: options.consoleUrl,
  }
}

/** What is no URL goes on as it is, to be refused where all addresses are checked. */
function originOf(url = ''): string {
  return URL.canParse(url) ? new URL(url).origin : url
}

/** `https://api.example/v2/me` is asked beside `https://api.example/v2/`. */
function folderOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL('.', url).href : url
}
