// Any OpenID Connect provider, by discovery or with fixed endpoints. OpenID Connect Core 1.0, Discovery 1.0.
import type { Claims, Provider } from '../contracts/provider.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { type GenericOptions, nameFromId } from './definition/generic-options.ts'
import type { IdentityDraft } from './definition/read-identity.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

/** Options of `oidc()`: what every provider takes, and what only this one needs. */
export interface OidcOptions<Id extends string = string> extends GenericOptions<Id> {
  /** Exactly as the provider writes it: compared byte for byte, a slash at the end included. */
  readonly issuer: string
  /**
   * Where claims come from. Default: `userinfo`, since many providers keep the ID token short; `id-token` saves a request
   * where it holds everything.
   */
  readonly claimsFrom?: 'id-token' | 'userinfo' | undefined
  /**
   * The organization that manages an account, by a claim that only this provider can write, such as a tenant's id: what
   * `allowOrganization` looks at. Default: there is no such claim.
   */
  readonly organizationOf?: ((claims: Claims) => string | null) | undefined
  /** Default: the standard claims. Whatever it returns is checked; it needs to find the fields only. */
  readonly toIdentity?: ((claims: Claims) => IdentityDraft) | undefined
}

/**
 * Sign in with any OpenID Connect provider.
 *
 * ```ts
 * oidc({ id: 'acme', issuer: 'https://id.acme.example', clientId, clientSecret })
 * ```
 *
 * Endpoints are discovered below `issuer`, unless `endpoints` names them (`jwks` included). Scopes: `openid email profile`. The
 * ID token is verified always. Relative URLs of `tokens.fetch` resolve below `apiUrl`, or else below the issuer.
 * At another place (`at`), endpoints are discovered below its `issuer`, or else its `baseUrl`.
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
