// PingFederate: OpenID Connect by discovery.
// https://docs.pingidentity.com/pingfederate/latest/developers_reference_guide/pf_openid_provider_config_endpoint.html
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#b3282d', 'P')

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<ProviderOptions> = {
  baseUrl: {
    kind: 'url',
    required: true,
    example: 'https://sso.example.com:9031',
    sentence: 'The runtime server’s address, often with port 9031.',
  },
}

/**
 * Sign in with PingFederate.
 *
 * Needs `PING_FEDERATE_CLIENT_ID`, `PING_FEDERATE_CLIENT_SECRET`, `PING_FEDERATE_BASE_URL` of a client in the
 * administrative console. The server’s OpenID Connect policy decides the claims. The issuer is the base URL.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function pingFederate<const Id extends string = 'ping-federate'>(
  wanted: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ baseUrl = '' }: ProviderOptions): ProviderDescription {
  return {
    name: 'PingFederate',
    kind: 'ping-federate',
    protocol: 'oidc',
    issuer: baseUrl,
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: baseUrl,
    toIdentity: readStandardClaims,
    brand,
  }
}
