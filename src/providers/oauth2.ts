// Any plain OAuth 2.0 provider with an API that says who signed in. RFC 6749; the profile is the application's to map.
import type {
  Claims,
  ProfileRequest,
  Provider,
  ProviderEndpoints,
  ProviderPlace,
} from '../contracts/provider.ts'
import { defineProvider } from './define-provider.ts'
import { endsInDomain, type GenericOptions, nameFromId } from './definition/generic-options.ts'
import { checkedBase, optionsAt } from './definition/place.ts'
import type { IdentityDraft } from './definition/read-identity.ts'

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
  return describe(options, options.endpoints)
}

/** `options` always name the endpoints of the first place, so that moving twice is moving once. */
function describe<Id extends string>(options: OAuth2Options<Id>, endpoints: ProviderEndpoints): Provider<Id> {
  const { id, fetchProfile, responseMode } = options
  return defineProvider({
    id,
    name: options.name ?? nameFromId(String(id)),
    kind: 'oauth2',
    protocol: 'oauth2',
    issuer: options.issuer ?? originOf(endpoints?.authorization),
    endpoints,
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    clientKey: options.clientKey,
    clientAuthentication: options.clientAuthentication,
    pushedAuthorizationRequests: options.pushedAuthorizationRequests,
    scopes: options.scopes ?? [],
    authorizationParams: options.authorizationParams,
    tokenParams: options.tokenParams,
    claimsFrom: 'userinfo',
    apiBaseUrl: options.apiUrl ?? folderOf(endpoints?.userinfo),
    apiOrigins: options.apiOrigins,
    toIdentity: options.toIdentity,
    isAuthoritativeForEmail: endsInDomain(options.authoritativeDomains),
    deviations: {
      ...options.deviations,
      ...(fetchProfile && { fetchProfile }),
      ...(responseMode && { responseMode }),
    },
    brand: options.brand,
    at: (place) => describe(optionsAt(options, place), movedEndpoints(options, place)),
    consoleUrl: options.consoleUrl,
  })
}

/** What is no URL goes on as it is, to be refused where all addresses are checked. */
function originOf(url = ''): string {
  return URL.canParse(url) ? new URL(url).origin : url
}

/** `https://api.example/v2/me` is asked beside `https://api.example/v2/`. */
function folderOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL('.', url).href : url
}

function movedEndpoints({ id, endpoints }: OAuth2Options, place: ProviderPlace): ProviderEndpoints {
  if (place.baseUrl === undefined) return endpoints
  const base = checkedBase(id, 'baseUrl', place.baseUrl)
  const move = (address: string): string => {
    const url = new URL(address)
    return base + url.pathname + url.search
  }
  const moved = Object.entries(endpoints).map(([endpoint, url]) => [endpoint, url && move(url)])
  return { ...endpoints, ...Object.fromEntries(moved) }
}
