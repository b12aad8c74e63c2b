// PingOne: OpenID Connect by discovery.
// https://apidocs.pingidentity.com/pingone/platform/v1/api/#openid-connectoauth-2
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#b3282d', 'P')

export interface PingOneOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The id of the environment. */
  readonly environmentId?: string | undefined
  /** Where the environment lives. One of com, eu, ca, asia, com.au, sg. Default: `com`. */
  readonly region?: string | undefined
}

export const options: OwnOptions<PingOneOptions> = {
  environmentId: {
    kind: 'name',
    required: true,
    example: '11111111-2222-4333-8444-555555555555',
    sentence: 'The id of the environment.',
  },
  region: {
    kind: 'text',
    default: 'com',
    values: ['com', 'eu', 'ca', 'asia', 'com.au', 'sg'],
    sentence: 'Where the environment lives.',
  },
}

/**
 * Sign in with PingOne.
 *
 * Needs `PING_ONE_CLIENT_ID`, `PING_ONE_CLIENT_SECRET`, `PING_ONE_ENVIRONMENT_ID`. The regions have top-level domains of their own.
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
    claimsFrom: 'id-token',
    apiBaseUrl: `https://auth.pingone.${region}/${environmentId}/as`,
    toIdentity: readStandardClaims,
    brand,
    consoleUrl: 'https://console.pingone.com/',
  }
}
