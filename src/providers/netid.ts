// netID: OpenID Connect by discovery.
// https://developerzone.netid.dev/
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#76b82a', 'N')

/**
 * Sign in with netID.
 *
 * Needs `NETID_CLIENT_ID`, `NETID_CLIENT_SECRET`. The issuer ends in a slash.
 */
export function netid<const Id extends string = 'netid'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'netID',
    kind: 'netid',
    protocol: 'oidc',
    issuer: 'https://broker.netid.de/',
    scopes: ['openid'],
    authorizationParams: {
      // https://developerzone.netid.dev: claims are asked for one by one.
      claims: JSON.stringify({
        userinfo: { email: null, email_verified: null, given_name: null, family_name: null },
      }),
    },
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://broker.netid.de/',
    toIdentity: readStandardClaims,
    brand,
    consoleUrl: 'https://developer.netid.de/',
  })
}
