// Duende IdentityServer: OpenID Connect by discovery.
// https://docs.duendesoftware.com/identityserver/
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#2c3e50', 'D')

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<ProviderOptions> = {
  baseUrl: {
    kind: 'url',
    required: true,
    example: 'https://id.example.com',
    sentence: 'The server’s address: the issuer in its metadata, without a slash at the end.',
  },
}

/**
 * Sign in with Duende IdentityServer.
 *
 * Needs `DUENDE_CLIENT_ID`, `DUENDE_CLIENT_SECRET`, `DUENDE_BASE_URL`. Add a client with `GrantTypes.Code`, the
 * redirect URI in `RedirectUris`, the address after signing out in `PostLogoutRedirectUris`, and the scopes `openid`,
 * `profile` and `email`; PKCE is required by default.
 *
 * IdentityServer keeps ID tokens short, so claims come from the userinfo endpoint; the server's profile service
 * decides which ones. Refresh tokens need `AllowOfflineAccess`. The entry also works with IdentityServer4.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function duende<const Id extends string = 'duende'>(wanted: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ baseUrl = '' }: ProviderOptions): ProviderDescription {
  return {
    name: 'Duende IdentityServer',
    kind: 'duende',
    protocol: 'oidc',
    issuer: baseUrl,
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: baseUrl,
    toIdentity: readStandardClaims,
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
    },
    brand,
  }
}
