// authentik: OpenID Connect by discovery.
// https://github.com/goauthentik/authentik/blob/main/website/docs/add-secure-apps/providers/oauth2/index.mdx
// https://docs.goauthentik.io/add-secure-apps/providers/oauth2/
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf(
  '#fd4b2d',
  'M13.96 9.01h-.84V7.492h-1.234v3.663H5.722c.34.517.538.982.538 1.152 0 .46-1.445 3.059-3.197 3.059C.8 15.427-.745 12.8.372 10.855a3.062 3.062 0 0 1 2.691-1.606c1.04 0 1.971.915 2.557 1.755V6.577a3.773 3.773 0 0 1 3.77-3.769h10.84C22.31 2.808 24 4.5 24 6.577v10.845a3.773 3.773 0 0 1-3.77 3.769h-1.6V17.5h-7.64v3.692h-1.6a3.773 3.773 0 0 1-3.77-3.769v-3.41h12.114v-6.52h-1.59v.893h-.84v-.893H13.96v1.516Zm-9.956 1.845c-.662-.703-1.578-.544-2.209 0-2.105 2.054 1.338 5.553 3.302 1.447a5.395 5.395 0 0 0-1.093-1.447Z',
)

/** Options of `authentik()`: those of every provider, and its own. */
export interface AuthentikOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The slug of the application. */
  readonly slug?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<AuthentikOptions> = {
  baseUrl: {
    kind: 'url',
    required: true,
    example: 'https://id.example.com',
    sentence: 'The server’s address, as people open it.',
  },
  slug: {
    kind: 'name',
    required: true,
    example: 'my-application',
    sentence: 'The slug of the application: the part of its addresses after `/application/o/`.',
  },
}

/**
 * Sign in with authentik.
 *
 * Needs `AUTHENTIK_CLIENT_ID`, `AUTHENTIK_CLIENT_SECRET`, `AUTHENTIK_BASE_URL`, `AUTHENTIK_SLUG`: an application with
 * an OAuth2/OpenID provider of the client type "Confidential". A mapping writes `email_verified` as a constant (true
 * for all users before 2025.10, false since), so addresses do not count as verified. Choose a signing key in the
 * provider; otherwise its ID tokens are signed with the client secret, and you need `AUTHENTIK_ID_TOKEN_ALG=HS256`.
 * Choose no encryption key. With `keepTokens` the provider also needs the scope mapping `offline_access`. The issuer
 * mode must be the default, in which each provider has its own issuer. For back-channel logout, set
 * `/auth/backchannel-logout/authentik` as the provider's logout URI.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function authentik<const Id extends string = 'authentik'>(
  wanted: AuthentikOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ baseUrl = '', slug = '' }: AuthentikOptions): ProviderDescription {
  return {
    name: 'authentik',
    kind: 'authentik',
    protocol: 'oidc',
    issuer: `${baseUrl}/application/o/${slug}/`,
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'id-token',
    apiBaseUrl: `${baseUrl}/application/o/${slug}/`,
    toIdentity: (claims: Claims) => ({ ...readStandardClaims(claims), emailVerified: false }),
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
    },
    brand,
  }
}
