// Roblox: OpenID Connect by discovery.
// https://create.roblox.com/docs/cloud/auth/oauth2-overview
import type { Claims, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf(
  '#000000',
  'M18.926 23.998 0 18.892 5.075.002 24 5.108ZM15.348 10.09l-5.282-1.453-1.414 5.273 5.282 1.453z',
)

/**
 * Sign in with Roblox.
 *
 * Needs `ROBLOX_CLIENT_ID`, `ROBLOX_CLIENT_SECRET` of an OAuth 2.0 app in the Creator Dashboard, with the redirect URL
 * and the scopes `openid` and `profile`. Until Roblox has reviewed it, only a few people can use it.
 *
 * Roblox gives no e-mail address, and has no logout endpoint. Names can change; people are identified by their id. The
 * issuer ends in a slash; ID tokens are signed with ES256. A refresh token is always issued; it works once, within 90
 * days.
 */
export function roblox<const Id extends string = 'roblox'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Roblox',
    kind: 'roblox',
    protocol: 'oidc',
    issuer: 'https://apis.roblox.com/oauth/',
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'profile'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://apis.roblox.com/oauth/',
    toIdentity: (claims: Claims) => {
      const draft = readStandardClaims(claims)
      return { ...draft, email: null, emailVerified: false, name: draft.name || claims.preferred_username }
    },
    brand,
    consoleUrl: 'https://create.roblox.com/dashboard/credentials',
  })
}
