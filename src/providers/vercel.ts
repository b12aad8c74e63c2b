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
 * Needs `VERCEL_CLIENT_ID`, `VERCEL_CLIENT_SECRET`. Sign in with Vercel; scopes are switched on per app.
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
      return { ...draft, name: draft.name || claims.preferred_username }
    },
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
    },
    brand,
    consoleUrl: 'https://vercel.com/dashboard',
  })
}
