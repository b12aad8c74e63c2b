// Zitadel: OpenID Connect by discovery.
// https://zitadel.com/docs/apis/openidoauth/endpoints
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'
import { textOrNull } from './definition/text-or-null.ts'

const brand = brandOf('#1f2937', 'Z')

/** Options of `zitadel()`: those of every provider, and its own. */
export interface ZitadelOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The instance’s domain. */
  readonly domain?: string | undefined
  /** The id of the organization that people sign in to. */
  readonly organization?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<ZitadelOptions> = {
  domain: {
    kind: 'host',
    required: true,
    example: 'my-instance.zitadel.cloud',
    sentence: 'The instance’s domain, without https://, shown on the instance’s page in the customer portal.',
  },
  organization: {
    kind: 'name',
    example: '178204173316174381',
    sentence:
      'The id of the organization that people sign in to; the Console shows it on the organization’s page.',
  },
}

/**
 * Sign in with Zitadel.
 *
 * Needs `ZITADEL_CLIENT_ID`, `ZITADEL_CLIENT_SECRET`, `ZITADEL_DOMAIN`. In the Console, create a project, and in it an
 * application of the type Web with the authentication method Code (with Basic or Post); register redirect and
 * post-logout URIs there.
 *
 * `ZITADEL_ORGANIZATION` admits only the people of one organization, through a scope that Zitadel enforces.
 * `allowOrganization` reads the organization that a person belongs to. If tokens are kept, `offline_access` is
 * requested: enable Refresh Token for the application.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function zitadel<const Id extends string = 'zitadel'>(wanted: ZitadelOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ domain = '', organization }: ZitadelOptions): ProviderDescription {
  return {
    name: 'Zitadel',
    kind: 'zitadel',
    protocol: 'oidc',
    issuer: `https://${domain}`,
    scopes: [
      // https://zitadel.com/docs/apis/openidoauth/scopes: the last one adds the id of the person's organization.
      ...['openid', 'profile', 'email', 'urn:zitadel:iam:user:resourceowner'],
      ...(organization ? [`urn:zitadel:iam:org:id:${organization}`] : []),
    ],
    claimsFrom: 'userinfo',
    apiBaseUrl: `https://${domain}`,
    toIdentity: readStandardClaims,
    organizationOf: (claims: Claims) => textOrNull(claims['urn:zitadel:iam:user:resourceowner:id']),
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
    },
    brand,
    consoleUrl: 'https://zitadel.cloud/',
  }
}
