// Ory Network / Hydra: OpenID Connect by discovery.
// https://github.com/ory/docs/blob/master/docs/oauth2-oidc/claims-scope.mdx
// https://www.ory.com/docs/oauth2-oidc/openid-connect-claims-scope-custom
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf(
  '#4f46e5',
  'M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12m-6-.75V3l6-3 6 3v2.25l-6-3zm12 13.5V21l-6 3-6-3v-2.25l6 3z',
)

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<ProviderOptions> = {
  baseUrl: {
    kind: 'url',
    required: true,
    example: 'https://your-project.projects.oryapis.com',
    sentence: 'The project’s address, as the Ory Console shows it, or the public address of your own Hydra.',
  },
}

/**
 * Sign in with Ory Network / Hydra.
 *
 * Needs `ORY_CLIENT_ID`, `ORY_CLIENT_SECRET`, `ORY_BASE_URL`. In the Ory Console, create an OAuth2 client with the
 * scopes `openid`, `profile` and `email`; its authentication method must be `client_secret_basic`, or be named in
 * `ORY_CLIENT_AUTH`. The address is the first verifiable one of the identity, and `email_verified` says whether it was
 * verified; with your own consent app, that app decides the claims. If Hydra's issuer ends in a slash, set
 * `ORY_ISSUER` with that slash. With `keepTokens` the client also needs the scope `offline_access`.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function ory<const Id extends string = 'ory'>(wanted: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ baseUrl = '' }: ProviderOptions): ProviderDescription {
  return {
    name: 'Ory Network / Hydra',
    kind: 'ory',
    protocol: 'oidc',
    issuer: baseUrl,
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'id-token',
    apiBaseUrl: baseUrl,
    toIdentity: readStandardClaims,
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
    },
    brand,
    consoleUrl: 'https://console.ory.sh/',
  }
}
