// WSO2 Asgardeo: OpenID Connect by discovery.
// https://wso2.com/asgardeo/docs/guides/authentication/oidc/discover-oidc-configs/
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#ff7300', 'W')

/** Options of `asgardeo()`: those of every provider, and its own. */
export interface AsgardeoOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The name of the organization. */
  readonly organization?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
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
 * Needs `ASGARDEO_CLIENT_ID`, `ASGARDEO_CLIENT_SECRET`, `ASGARDEO_ORGANIZATION`. In the Console, create an application
 * of the type Traditional Web Application with OpenID Connect; its Protocol tab shows the client id and secret. The
 * authorized redirect URLs include the addresses after sign-in and after sign-out. Choose the user attributes that it
 * shares, such as email and names.
 *
 * The issuer is the address of the token endpoint, and the metadata is below it. A refresh token is issued if the
 * grant Refresh Token is enabled.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
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
