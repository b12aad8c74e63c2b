// Any plain OAuth 2.0 provider (RFC 6749) with an API that identifies the person. The application maps the profile.
import type { Claims, ProfileRequest, Provider, ProviderEndpoints } from '../contracts/provider.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { type GenericOptions, nameFromId } from './definition/generic-options.ts'
import type { IdentityDraft } from './definition/read-identity.ts'

/** Options of `oauth2()`: those of every provider, and its own. */
export interface OAuth2Options<Id extends string = string>
  extends Omit<GenericOptions<Id>, 'idTokenSigningAlg'> {
  readonly endpoints: Omit<ProviderEndpoints, 'jwks'>
  /**
   * The required value of `iss`, if the provider sends it (RFC 9207), and one half of each identity's key. Default: the origin of the
   * authorization endpoint. If you change it later, all users become new people.
   */
  readonly issuer?: string | undefined
  /** Fetches the profile, if that takes more than a GET of `endpoints.userinfo`. */
  readonly fetchProfile?: ((request: ProfileRequest) => Promise<Claims>) | undefined
  /** Finds the fields in the profile. The result is checked. Convert a subject that is a JSON number to a string. */
  readonly toIdentity: (claims: Claims) => IdentityDraft
}

/**
 * Sign in with any OAuth 2.0 provider.
 *

 *
 * ```ts
 * oauth2({
 *   id: 'acme',
 *   endpoints: { authorization: 'https://acme.example/authorize', token: '…', userinfo: 'https://acme.example/me' },
 *   toIdentity: (profile) => ({ subject: profile.uuid, email: profile.mail, name: profile.display_name }),
 * })
 * ```
 *
 * Default scopes: none. Relative URLs of `tokens.fetch` resolve against `apiUrl`, by default against the userinfo endpoint's folder.
 * At another address (`at`), endpoints keep their paths, below `baseUrl` instead of their origins.
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

/** Returns an invalid URL unchanged; the check of all addresses refuses it. */
function originOf(url = ''): string {
  return URL.canParse(url) ? new URL(url).origin : url
}

/** The folder of `https://api.example/v2/me` is `https://api.example/v2/`. */
function folderOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL('.', url).href : url
}
