// Logto: OpenID Connect by discovery.
// https://docs.logto.io/concepts/authn-authz/oidc-deep-dive
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#5d34f2', 'L')

/** Options of `logto()`: what every provider takes, and what only this one needs. */
export interface LogtoOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The tenant’s domain, without https://. */
  readonly domain?: string | undefined
}

/** What only this entry takes, as data: the environment, the pages and `latchkey providers` read it. */
export const options: OwnOptions<LogtoOptions> = {
  domain: {
    kind: 'host',
    required: true,
    example: 'your-tenant.logto.app',
    sentence: 'The tenant’s domain, without https://.',
  },
}

/**
 * Sign in with Logto.
 *
 * Needs `LOGTO_CLIENT_ID`, `LOGTO_CLIENT_SECRET`, `LOGTO_DOMAIN`. ID tokens are signed with ES384 as the metadata say.
 *
 * @throws LatchkeyError `config_provider_invalid` for options that cannot be used.
 */
export function logto<const Id extends string = 'logto'>(wanted: LogtoOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ domain = '' }: LogtoOptions): ProviderDescription {
  return {
    name: 'Logto',
    kind: 'logto',
    protocol: 'oidc',
    issuer: `https://${domain}/oidc`,
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: `https://${domain}/oidc`,
    toIdentity: readStandardClaims,
    deviations: {
      offlineAccess: { scopes: ['offline_access'], params: { prompt: 'consent' } },
    },
    brand,
    consoleUrl: 'https://cloud.logto.io/',
  }
}
