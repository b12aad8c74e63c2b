// Any OpenID Connect provider, by discovery or with fixed endpoints. OpenID Connect Core 1.0, Discovery 1.0.
import type { Claims, Provider } from '../contracts/provider.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { type GenericOptions, nameFromId } from './definition/generic-options.ts'
import type { IdentityDraft } from './definition/read-identity.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

/** Options of `oidc()`: those of every provider, and its own. */
export interface OidcOptions<Id extends string = string> extends GenericOptions<Id> {
  /** Exactly as the provider writes it, including a trailing slash: it is compared byte by byte. */
  readonly issuer: string
  /**
   * Where claims come from. Default: `userinfo`, since many providers keep the ID token short; `id-token` saves a request
   * if the ID token contains all claims.
   */
  readonly claimsFrom?: 'id-token' | 'userinfo' | undefined
  /**
   * Returns the organization that manages an account, for `allowOrganization`. Read it from a claim that only the provider can
   * write, such as a tenant's id. Default: there is no such claim.
   */
  readonly organizationOf?: ((claims: Claims) => string | null) | undefined
  /** Finds the fields in the claims. The result is checked. Default: the standard claims. */
  readonly toIdentity?: ((claims: Claims) => IdentityDraft) | undefined
}

/**
 * Sign in with any OpenID Connect provider.
 *

 *
 * ```ts
 * oidc({ id: 'acme', issuer: 'https://id.acme.example', clientId, clientSecret })
 * ```
 *
 * Endpoints are discovered below `issuer`, unless `endpoints` names them (including `jwks`). Default scopes: `openid email profile`.
 * The ID token is always verified. Relative URLs of `tokens.fetch` resolve below `apiUrl`, by default below the issuer.
 * At another address (`at`), endpoints are discovered below its `issuer`, by default below its `baseUrl`.
 */
export function oidc<const Id extends string>(options: OidcOptions<Id>): Provider<Id> {
  return defineProvider(options, describe)
}

function describe(options: OidcOptions): ProviderDescription {
  const { id, issuer, endpoints } = options
  return {
    name: nameFromId(String(id)),
    kind: 'oidc',
    protocol: 'oidc',
    issuer,
    endpoints,
    scopes: ['openid', 'email', 'profile'],
    claimsFrom: 'userinfo',
    apiBaseUrl: issuer,
    movedTo: (place) => ({ apiBaseUrl: place.issuer ?? place.baseUrl }),
    toIdentity: options.toIdentity ?? readStandardClaims,
    organizationOf: options.organizationOf,
    deviations: options.deviations,
    notifications: options.notifications,
    brand: options.brand,
    consoleUrl: options.consoleUrl,
  }
}
