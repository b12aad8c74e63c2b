// WSO2 Asgardeo: OpenID Connect by discovery.
// https://wso2.com/asgardeo/docs/guides/authentication/oidc/discover-oidc-configs/
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#ff7300', 'W')

/** Options of `asgardeo()`: what every provider takes, and what only this one needs. */
export interface AsgardeoOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The name of the organization. */
  readonly organization?: string | undefined
}

/** What only this entry takes, as data: the environment, the pages and `latchkey providers` read it. */
export const options: OwnOptions<AsgardeoOptions> = {
  organization: {
    kind: 'name',
    required: true,
    example: 'acme',
    sentence: 'The name of the organization, as in the address of the Console after /t/.',
  },
}

/**
 * Sign in with WSO2 Asgardeo.
 *
 * Needs `ASGARDEO_CLIENT_ID`, `ASGARDEO_CLIENT_SECRET`, `ASGARDEO_ORGANIZATION`. In the Console, create an
 * application of the type Traditional Web Application with OpenID Connect; client id and secret stand on its Protocol
 * tab. The authorized redirect URLs hold where people return after sign-in and after sign-out alike. Choose the user
 * attributes that it shares, such as email and names.
 *
 * The issuer is the token endpoint; the metadata lie below it. A refresh token comes where the grant Refresh Token is
 * ticked.
 *
 * @throws LatchkeyError `config_provider_invalid` for options that cannot be used.
 */
export function asgardeo<const Id extends string = 'asgardeo'>(
  wanted: AsgardeoOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ organization = '' }: AsgardeoOptions): ProviderDescription {
  return {
    name: 'WSO2 Asgardeo',
    kind: 'asgardeo',
    protocol: 'oidc',
    issuer: `https://api.asgardeo.io/t/${organization}/oauth2/token`,
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: `https://api.asgardeo.io/t/${organization}/`,
    toIdentity: readStandardClaims,
    brand,
    consoleUrl: 'https://console.asgardeo.io/',
  }
}
