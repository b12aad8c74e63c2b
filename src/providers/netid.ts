// netID: OpenID Connect by discovery.
// https://developerzone.netid.dev/sso/, which is https://github.com/eunid/netID-docs/blob/main/docs/sso/index.md
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#76b82a', 'N')

/**
 * Sign in with netID.
 *
 * Needs `NETID_CLIENT_ID`, `NETID_CLIENT_SECRET` of a client of the type Website in the developer portal, where you
 * must choose signed ID tokens (RS256 or ES256) and every URL must be https. The issuer ends in a slash.
 *
 * People are identified by `sub`, which is the same for all clients of one service and differs between services.
 * E-mail address and name are requested but optional: people may refuse them. There is no refresh token, and a code
 * lives for 30 seconds.
 */
export function netid<const Id extends string = 'netid'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'netID',
    kind: 'netid',
    protocol: 'oidc',
    issuer: 'https://broker.netid.de/',
    scopes: ['openid'],
    authorizationParams: {
      // Single claims, since the scope `profile` would also request gender and birthdate. `null`: the person may refuse
      // the claim.
      claims: JSON.stringify({
        userinfo: { email: null, email_verified: null, given_name: null, family_name: null },
      }),
    },
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://broker.netid.de/',
    toIdentity: readStandardClaims,
    redirectRules: { localhost: false, note: 'netID accepts only https addresses.' },
    brand,
    consoleUrl: 'https://developer.netid.de/',
  })
}
