// Asana: OpenID Connect by discovery.
// https://developers.asana.com/docs/openid-connect
// https://developers.asana.com/docs/oauth
import type { Claims, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf(
  '#f06a6a',
  'M18.78 12.653c-2.882 0-5.22 2.336-5.22 5.22s2.338 5.22 5.22 5.22 5.22-2.34 5.22-5.22-2.336-5.22-5.22-5.22zm-13.56 0c-2.88 0-5.22 2.337-5.22 5.22s2.338 5.22 5.22 5.22 5.22-2.338 5.22-5.22-2.336-5.22-5.22-5.22zm12-6.525c0 2.883-2.337 5.22-5.22 5.22-2.882 0-5.22-2.337-5.22-5.22 0-2.88 2.338-5.22 5.22-5.22 2.883 0 5.22 2.34 5.22 5.22z',
)

/**
 * Sign in with Asana.
 *
 * Needs `ASANA_CLIENT_ID`, `ASANA_CLIENT_SECRET` of an app in the developer console, with the redirect URI under OAuth
 * and the scopes `openid`, `email` and `profile` registered for it; under "Manage distribution", choose the workspaces
 * that may use it. Asana does not say whether an address is verified. Answers of the API are wrapped in `data`. A
 * refresh token comes with every sign-in and does not expire. Ending the grant also revokes it at Asana.
 */
export function asana<const Id extends string = 'asana'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Asana',
    kind: 'asana',
    protocol: 'oidc',
    issuer: 'https://app.asana.com/api/1.0',
    endpoints: { revocation: 'https://app.asana.com/-/oauth_revoke' },
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://app.asana.com/api/1.0',
    toIdentity: (claims: Claims) => ({ ...readStandardClaims(claims), emailVerified: false }),
    brand,
    consoleUrl: 'https://app.asana.com/0/my-apps',
  })
}
