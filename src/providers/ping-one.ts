// PingOne: OpenID Connect by discovery.
// https://apidocs.pingidentity.com/pingone/platform/v1/api/#openid-connectoauth-2
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#b3282d', 'P')

/** Options of `ping-one()`: those of every provider, and its own. */
export interface PingOneOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The id of the environment. */
  readonly environmentId?: string | undefined
  /** The region of the environment: com, eu, ca, asia, com.au or sg. Default: `com`. */
  readonly region?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<PingOneOptions> = {
  environmentId: {
    kind: 'name',
    required: true,
    example: '11111111-2222-4333-8444-555555555555',
    sentence: 'The id of the environment, under Environment > Properties in the console.',
  },
  region: {
    kind: 'text',
    default: 'com',
    values: ['com', 'eu', 'ca', 'asia', 'com.au', 'sg'],
    sentence: 'The region of the environment: the end of its address auth.pingone.REGION.',
  },
}

/**
 * Sign in with PingOne.
 *
 * Needs `PING_ONE_CLIENT_ID`, `PING_ONE_CLIENT_SECRET`, `PING_ONE_ENVIRONMENT_ID`. Add an application of the type OIDC
 * Web App, with the redirect URI, and grant it the scopes `profile` and `email` under Resources.
 *
 * Each region has its own top-level domain. Claims come from the userinfo endpoint: the ID token contains only those
 * that the application maps into it.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function pingOne<const Id extends string = 'ping-one'>(wanted: PingOneOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ environmentId = '', region = '' }: PingOneOptions): ProviderDescription {
  return {
    name: 'PingOne',
    kind: 'ping-one',
    protocol: 'oidc',
    issuer: `https://auth.pingone.${region}/${environmentId}/as`,
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: `https://auth.pingone.${region}/${environmentId}/as`,
    toIdentity: readStandardClaims,
    brand,
    consoleUrl: 'https://console.pingone.com/',
  }
}
