// Logto: OpenID Connect by discovery.
// https://docs.logto.io/integrate-logto/application-data-structure
// https://docs.logto.io/concepts/opaque-token
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#5d34f2', 'L')

/** Options of `logto()`: those of every provider, and its own. */
export interface LogtoOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The tenant’s domain, without https://. */
  readonly domain?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
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
 * Needs `LOGTO_CLIENT_ID`, `LOGTO_CLIENT_SECRET` of a traditional web application in the console, `LOGTO_DOMAIN`. ID
 * tokens are signed as the metadata says: with ES384, or with RSA if the tenant chose such a key. A person without a
 * name gets the username as name. If tokens are kept, `offline_access` is requested, which shows a consent page; a
 * refresh token is valid for 14 days unless the application is configured otherwise.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
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
    toIdentity: (claims: Claims) => {
      const draft = readStandardClaims(claims)
      return { ...draft, name: draft.name || claims.username }
    },
    deviations: {
      offlineAccess: { scopes: ['offline_access'], params: { prompt: 'consent' } },
    },
    brand,
    consoleUrl: 'https://cloud.logto.io/',
  }
}
