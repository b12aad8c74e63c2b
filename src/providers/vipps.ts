// Vipps MobilePay: OpenID Connect by discovery.
// https://developer.vippsmobilepay.com/docs/APIs/login-api/
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#ff5b24', 'V')

/** Options of `vipps()`: those of every provider, and its own. */
export interface VippsOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** Use the test environment. Default: false. */
  readonly test?: boolean | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<VippsOptions> = {
  test: { kind: 'flag', sentence: 'Use the test environment, with the keys of a test sales unit.' },
}

/**
 * Sign in with Vipps MobilePay.
 *
 * Needs `VIPPS_CLIENT_ID`, `VIPPS_CLIENT_SECRET`, of a sales unit in the business portal, where you also register
 * redirect URIs. Also for MobilePay. The client authenticates in the Authorization header; if you switch the sales
 * unit to the body in the portal, set `VIPPS_CLIENT_AUTH=client_secret_post`.
 *
 * Ids are specific to each merchant. Name and address are verified; people cannot allow one and decline the other.
 * There are no refresh tokens.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function vipps<const Id extends string = 'vipps'>(wanted: VippsOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ test }: VippsOptions): ProviderDescription {
  return {
    name: 'Vipps MobilePay',
    kind: 'vipps',
    protocol: 'oidc',
    issuer: test
      ? 'https://apitest.vipps.no/access-management-1.0/access/'
      : 'https://api.vipps.no/access-management-1.0/access/',
    scopes: ['openid', 'name', 'email'],
    clientAuthentication: 'client_secret_basic',
    claimsFrom: 'userinfo',
    apiBaseUrl: test
      ? 'https://apitest.vipps.no/access-management-1.0/access/'
      : 'https://api.vipps.no/access-management-1.0/access/',
    toIdentity: (claims: Claims) => ({ ...readStandardClaims(claims), picture: null }),
    brand,
    consoleUrl: 'https://portal.vippsmobilepay.com/',
  }
}
