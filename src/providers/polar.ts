// Polar: OpenID Connect by discovery.
// https://polar.sh/docs/integrate/oauth2/introduction
import type { Claims, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#0062ff', 'P')

/**
 * Sign in with Polar.
 *
 * Needs `POLAR_CLIENT_ID`, `POLAR_CLIENT_SECRET`: create an OAuth 2.0 client in the settings of a Polar account, with
 * the redirect URIs and the scopes `openid`, `profile` and `email`.
 *
 * A refresh token comes with every sign-in. Tokens of an organization (`sub_type=organization`) are for Polar's API,
 * not for signing in.
 */
export function polar<const Id extends string = 'polar'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Polar',
    kind: 'polar',
    protocol: 'oidc',
    issuer: 'https://polar.sh',
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.polar.sh/v1/',
    toIdentity: (claims: Claims) => ({ ...readStandardClaims(claims), picture: null }),
    brand,
    consoleUrl: 'https://polar.sh/settings',
  })
}
