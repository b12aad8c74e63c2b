// Zitadel: OpenID Connect by discovery.
// https://zitadel.com/docs/apis/openidoauth/endpoints
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'
import { textOrNull } from './definition/text-or-null.ts'

const brand = brandOf('#1f2937', 'Z')

export interface ZitadelOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The instance’s domain. */
  readonly domain?: string | undefined
  /** The id of the organization that people sign in to. */
  readonly organization?: string | undefined
}

export const options: OwnOptions<ZitadelOptions> = {
  domain: {
    kind: 'host',
    required: true,
    example: 'my-instance.zitadel.cloud',
    sentence: 'The instance’s domain.',
  },
  organization: { kind: 'name', sentence: 'The id of the organization that people sign in to.' },
}

/**
 * Sign in with Zitadel.
 *
 * Needs `ZITADEL_CLIENT_ID`, `ZITADEL_CLIENT_SECRET`, `ZITADEL_DOMAIN`. `ZITADEL_ORGANIZATION` admits the people of one organization, by a scope that ZITADEL enforces.
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
      ...['openid', 'profile', 'email'],
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
