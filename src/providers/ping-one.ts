// PingOne: OpenID Connect by discovery.
// https://apidocs.pingidentity.com/pingone/platform/v1/api/#openid-connectoauth-2
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#b3282d', 'P')

/** Options of `ping-one()`: what every provider takes, and what only this one needs. */
export interface PingOneOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The id of the environment. */
  readonly environmentId?: string | undefined
  /** Where the environment lives. One of com, eu, ca, asia, com.au, sg. Default: `com`. */
  readonly region?: string | undefined
}

/** What only this entry takes, as data: the environment, the pages and `latchkey providers` read it. */
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
    sentence: 'Where the environment lives: how its address auth.pingone.REGION ends.',
  },
}

/**
 * Sign in with PingOne.
 *
 * Needs `PING_ONE_CLIENT_ID`, `PING_ONE_CLIENT_SECRET`, `PING_ONE_ENVIRONMENT_ID`. Add an application of the type OIDC Web App, with the redirect URI, and allow it the scopes `profile` and `email` under Resources.
 *
 * The regions have top-level domains of their own. Claims come from the userinfo endpoint: the ID token holds only those that the application maps into it.
 *
 * @throws LatchkeyError `config_provider_invalid` for options that cannot be used.
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
