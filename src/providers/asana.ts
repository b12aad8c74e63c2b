// Asana: OpenID Connect by discovery.
// https://developers.asana.com/docs/oauth
// https://developers.asana.com/docs/openid-connect
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
 * Needs `ASANA_CLIENT_ID`, `ASANA_CLIENT_SECRET`. Asana does not say whether an address is verified. Answers of the API are wrapped in `data`.
 */
export function asana<const Id extends string = 'asana'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Asana',
    kind: 'asana',
    protocol: 'oidc',
    issuer: 'https://app.asana.com/api/1.0',
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://app.asana.com/api/1.0',
    toIdentity: (claims: Claims) => ({ ...readStandardClaims(claims), emailVerified: false }),
    brand,
    consoleUrl: 'https://app.asana.com/0/my-apps',
  })
}
