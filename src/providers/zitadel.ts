// Zitadel: OpenID Connect by discovery.
// https://zitadel.com/docs/apis/openidoauth/endpoints
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'
import { textOrNull } from './definition/text-or-null.ts'

const brand = brandOf('#1f2937', 'Z')

/** Options of `zitadel()`: what every provider takes, and what only this one needs. */
export interface ZitadelOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The instance’s domain. */
  readonly domain?: string | undefined
  /** The id of the organization that people sign in to. */
  readonly organization?: string | undefined
}

/** What only this entry takes, as data: the environment, the pages and `latchkey providers` read it. */
export const options: OwnOptions<ZitadelOptions> = {
  domain: {
    kind: 'host',
    required: true,
    example: 'my-instance.zitadel.cloud',
    sentence:
      'The instance’s domain, without https://; it stands on the instance’s page in the customer portal.',
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
 * Needs `ZITADEL_CLIENT_ID`, `ZITADEL_CLIENT_SECRET`, `ZITADEL_DOMAIN`. In the Console, create a project and in it an
 * application of the type Web with the authentication method Code (with Basic or Post); redirect and post-logout URIs
 * are registered there.
 *
 * `ZITADEL_ORGANIZATION` admits the people of one organization, by a scope that ZITADEL enforces. `allowOrganization`
 * reads the organization that a person belongs to. Where tokens are kept, `offline_access` is asked for: tick Refresh
 * Token for the application.
 *
 * @throws LatchkeyError `config_provider_invalid` for options that cannot be used.
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
      // https://zitadel.com/docs/apis/openidoauth/scopes: the last one gives the id of the person's organization.
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
