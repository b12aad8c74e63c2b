// Kinde: OpenID Connect by discovery.
// https://docs.kinde.com/developer-tools/about/using-kinde-without-an-sdk/
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'
import { textOrNull } from './definition/text-or-null.ts'

const brand = brandOf('#000000', 'K')

/** Options of `kinde()`: those of every provider, and its own. */
export interface KindeOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The business’s domain. */
  readonly domain?: string | undefined
  /** The code of the organization that people sign in to. */
  readonly organization?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<KindeOptions> = {
  domain: {
    kind: 'host',
    required: true,
    example: 'your-business.kinde.com',
    sentence:
      'The business’s domain: Settings > Applications > your application > View details, or a custom one.',
  },
  organization: {
    kind: 'name',
    example: 'org_1a2b3c4d5e6f',
    sentence: 'The code of the organization that people sign in to, shown under Organizations.',
  },
}

/**
 * Sign in with Kinde.
 *
 * Needs `KINDE_CLIENT_ID`, `KINDE_CLIENT_SECRET`, `KINDE_DOMAIN`, from Settings > Applications > your back-end
 * application > View details. Enter the redirect URI there under Allowed callback URLs, and the address after signing
 * out under Allowed logout redirect URLs.
 *
 * `KINDE_ORGANIZATION` selects one organization; `allowOrganization` reads its code. The scope `offline` requests
 * refresh tokens. Signing out uses Kinde's own parameter.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function kinde<const Id extends string = 'kinde'>(wanted: KindeOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ domain = '', organization }: KindeOptions): ProviderDescription {
  return {
    name: 'Kinde',
    kind: 'kinde',
    protocol: 'oidc',
    issuer: `https://${domain}`,
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'profile', 'email'],
    authorizationParams: { ...(organization && { org_code: organization }) },
    claimsFrom: 'id-token',
    apiBaseUrl: `https://${domain}`,
    toIdentity: readStandardClaims,
    organizationOf: ({ org_code: organization }) => textOrNull(organization),
    deviations: {
      offlineAccess: { scopes: ['offline'] },
      // https://docs.kinde.com: logout has its own parameter.
      endSessionUrl: ({ postLogoutRedirectUri }) =>
        `https://${domain}/logout?${new URLSearchParams({ redirect: postLogoutRedirectUri })}`,
    },
    brand,
    consoleUrl: 'https://app.kinde.com/',
  }
}
