// Merges the options that every provider accepts into its description. This is the only place that knows them all, so a new
// option needs no edit in the entries.
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

/** A description with the options applied. */
export interface AppliedDescription<Id extends string = string>
  extends Omit<ProviderDescription, 'clientSecret'>,
    Pick<Provider<Id>, 'id' | 'sameIdentitiesAs' | 'clientId' | 'clientSecret' | 'clientKey'> {}

/** Whether the description already uses the options' `baseUrl`, so that its addresses need not be moved. */
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

/** Returns a value that is not an object unchanged; the check of all parameters refuses it. */
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

/** Drops options that are `undefined`. */
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

/** The provider's addresses: as described, moved to the options' base address, with single addresses of the options on top. */
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
 * Moves the description's addresses below another base, so that the old addresses never receive data meant for the new ones.
 * There, the endpoints of an OpenID Connect provider are discovered.
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

/** The options' endpoints override the entry's, and both override the metadata's. */
function mergedEndpoints(
  described: Partial<ProviderEndpoints> | undefined,
  wanted: Partial<ProviderEndpoints> | undefined,
): Partial<ProviderEndpoints> | undefined {
  if (!wanted) return described
  return { ...described, ...given(wanted) }
}

/** Reads fields from the claims that the application named. Only the address in the claim `email` can count as verified. */
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
