// The options that every provider accepts, merged into its description: the one place that knows them all. A new option
// is an edit here, not one in each entry.
import type {
  ClaimNames,
  Claims,
  Deviations,
  Provider,
  ProviderEndpoints,
  ProviderOptions,
} from '../../contracts/provider.ts'
import { endsInDomain } from './ends-in-domain.ts'
import { addressAt, checkedBackchannel, checkedBase } from './place.ts'
import type { MovedAddresses, ProviderDescription } from './provider-description.ts'
import { valueAt } from './read-answer.ts'
import type { IdentityDraft } from './read-identity.ts'

/** A description with everything that the options decide. */
export interface AppliedDescription<Id extends string = string>
  extends Omit<ProviderDescription, 'clientSecret'>,
    Pick<Provider<Id>, 'id' | 'sameIdentitiesAs' | 'clientId' | 'clientSecret' | 'clientKey'> {}

/** Whether the description was written for the options' own `baseUrl`, so that its addresses need not be moved there. */
interface PlaceKnowledge {
  readonly knowsItsPlace: boolean
}

export function applyOptions<const Id extends string>(
  options: ProviderOptions<Id>,
  description: ProviderDescription,
  place: PlaceKnowledge = { knowsItsPlace: false },
): AppliedDescription<Id> {
  const domains = options.authoritativeDomains ?? description.authoritativeDomains
  return {
    ...description,
    ...addressesOf(options, description, place),
    id: options.id ?? (description.kind as Id),
    name: options.name ?? description.name,
    sameIdentitiesAs: options.sameIdentitiesAs,
    clientId: options.clientId,
    clientSecret: options.clientSecret === undefined ? description.clientSecret : options.clientSecret,
    clientKey: options.clientKey,
    clientAuthentication:
      options.clientAuthentication ?? (options.clientKey ? undefined : description.clientAuthentication),
    idTokenSigningAlg: options.idTokenSigningAlg ?? description.idTokenSigningAlg,
    pushedAuthorizationRequests:
      options.pushedAuthorizationRequests ?? description.pushedAuthorizationRequests,
    scopes: options.scopes ?? description.scopes,
    authorizationParams: mergedParameters(description.authorizationParams, options.authorizationParams),
    tokenParams: mergedParameters(description.tokenParams, options.tokenParams),
    loginHints: options.loginHints ?? description.loginHints,
    claimsFrom: options.claimsFrom ?? description.claimsFrom,
    toIdentity: withClaimNames(description.toIdentity, options.claimNames),
    isAuthoritativeForEmail: domains ? endsInDomain(domains) : description.isAuthoritativeForEmail,
    deviations: deviationsOf(options, description.deviations),
  }
}

type Parameters = Readonly<Record<string, string>> | undefined

/** What is no object goes on as it is, to be refused where all parameters are checked. */
function mergedParameters(described: Parameters, wanted: Parameters): Parameters {
  const isWrong = (value: unknown) => value !== undefined && (typeof value !== 'object' || value === null)
  if (isWrong(described) || isWrong(wanted)) return isWrong(wanted) ? wanted : described
  return { ...described, ...wanted }
}

function deviationsOf(options: ProviderOptions, declared: Deviations = {}): Deviations {
  const { responseMode, requestHeaders } = options
  return {
    ...declared,
    ...given({
      pkce: options.pkce,
      reauthentication: options.reauthentication,
      sendsScopeOnRefresh: options.sendsScopeOnRefresh,
      logoutTokensWithoutExpiry: options.logoutTokensWithoutExpiry,
      clientAssertionAudience: options.clientAssertionAudience,
    }),
    ...(requestHeaders && { requestHeaders: { ...declared.requestHeaders, ...requestHeaders } }),
    ...(responseMode && { responseMode: responseMode === 'query' ? undefined : responseMode }),
  }
}

/** An option that is undefined says nothing. */
function given<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>
}

type Addresses = Pick<
  ProviderDescription,
  | 'issuer'
  | 'endpoints'
  | 'metadataUrl'
  | 'backchannelUrl'
  | 'dangerouslyPlainHttpBackchannel'
  | 'apiBaseUrl'
  | 'apiOrigins'
  | 'consoleUrl'
>

/** Where the provider is: as described, at the options' base address, and with the single addresses that they name. */
function addressesOf(
  options: ProviderOptions,
  description: ProviderDescription,
  { knowsItsPlace }: PlaceKnowledge,
): Addresses {
  const id = options.id ?? description.kind
  const moved: MovedAddresses = knowsItsPlace ? description : movedAddresses(options, description)
  const issuer = options.issuer ?? moved.issuer ?? description.issuer
  const isMoved = issuer !== description.issuer || (!knowsItsPlace && options.baseUrl !== undefined)
  const metadataUrl = options.metadataUrl ?? (isMoved ? undefined : description.metadataUrl)
  return {
    issuer,
    metadataUrl,
    backchannelUrl: options.backchannelUrl && checkedBackchannel(id, options.backchannelUrl),
    dangerouslyPlainHttpBackchannel: options.dangerouslyPlainHttpBackchannel,
    endpoints: mergedEndpoints(moved.endpoints, options.endpoints),
    apiBaseUrl: options.apiUrl ? checkedBase(id, 'apiUrl', options.apiUrl) : moved.apiBaseUrl,
    apiOrigins: [...(isMoved ? [] : (description.apiOrigins ?? [])), ...(options.apiOrigins ?? [])],
    consoleUrl: moved.consoleUrl ?? description.consoleUrl,
  }
}

/**
 * The description's addresses, or where they are below another base: addresses of the old place must not receive what
 * belongs to the new one. Elsewhere, an OpenID Connect provider is asked where its endpoints are.
 */
function movedAddresses(
  options: ProviderOptions,
  { kind, issuer, protocol, endpoints, apiBaseUrl, movedTo }: ProviderDescription,
): MovedAddresses {
  const isAnotherIssuer = protocol === 'oidc' && options.issuer !== undefined && options.issuer !== issuer
  const base = options.baseUrl ?? (isAnotherIssuer ? options.issuer : undefined)
  if (base === undefined) return { issuer, endpoints, apiBaseUrl }
  const baseUrl = checkedBase(options.id ?? kind, 'baseUrl', base)
  const move = (address: string): string => addressAt({ baseUrl }, address)
  return {
    issuer: baseUrl,
    ...(apiBaseUrl !== undefined && { apiBaseUrl: move(apiBaseUrl) }),
    ...(protocol === 'oauth2' && endpoints && { endpoints: movedEndpoints(endpoints, move) }),
    ...movedTo?.({ ...options, baseUrl }),
  }
}

function movedEndpoints(
  endpoints: Partial<ProviderEndpoints>,
  move: (address: string) => string,
): Partial<ProviderEndpoints> {
  const moved = Object.entries(endpoints).map(([endpoint, url]) => [endpoint, url && move(url)])
  return { ...endpoints, ...Object.fromEntries(moved) }
}

/** Single endpoints of the options stand before the entry's own, and both before the metadata's. */
function mergedEndpoints(
  described: Partial<ProviderEndpoints> | undefined,
  wanted: Partial<ProviderEndpoints> | undefined,
): Partial<ProviderEndpoints> | undefined {
  if (!wanted) return described
  return { ...described, ...given(wanted) }
}

/** The application knows better which claim holds what. That an address is verified is said of the claim `email` alone. */
function withClaimNames(
  toIdentity: (claims: Claims) => IdentityDraft,
  names: ClaimNames = {},
): (claims: Claims) => IdentityDraft {
  const { email, name, picture } = names
  if (!email && !name && !picture) return toIdentity
  return (claims) => ({
    ...toIdentity(claims),
    ...(email && { email: valueAt(claims, email), ...(email !== 'email' && { emailVerified: false }) }),
    ...(name && { name: valueAt(claims, name) }),
    ...(picture && { picture: valueAt(claims, picture) }),
  })
}
