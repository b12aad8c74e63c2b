// Vercel: OpenID Connect by discovery.
// https://vercel.com/docs/sign-in-with-vercel
import type { Claims, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#000000', 'm12 1.608 12 20.784H0Z')

/**
 * Sign in with Vercel.
 *
 * Needs `VERCEL_CLIENT_ID`, `VERCEL_CLIENT_SECRET` of an app under Apps in the team's settings, with the callback URL.
 * Turn on the scopes `profile` and `email` in the app's settings, and `offline_access` for refresh tokens: scopes that
 * are off are left out without an error.
 *
 * Vercel does not say whether an address is verified. A refresh token works once, within 30 days.
 */
export function vercel<const Id extends string = 'vercel'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Vercel',
    kind: 'vercel',
    protocol: 'oidc',
    issuer: 'https://vercel.com',
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'id-token',
    apiBaseUrl: 'https://api.vercel.com/',
    toIdentity: (claims: Claims) => {
      const draft = readStandardClaims(claims)
      return { ...draft, emailVerified: false, name: draft.name || claims.preferred_username }
    },
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
    },
    brand,
    consoleUrl: 'https://vercel.com/dashboard',
  })
}
