// Miro: plain OAuth 2.0.
// https://developers.miro.com/docs/getting-started-with-oauth
// https://developers.miro.com/reference/use-access-token-for-rest-api-requests
// https://developers.miro.com/reference/scopes
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#050038',
  'M17.392 0H13.9L17 4.808 10.444 0H6.949l3.102 6.3L3.494 0H0l3.05 8.131L0 24h3.494L10.05 6.985 6.949 24h3.494L17 5.494 13.899 24h3.493L24 3.672 17.392 0z',
)

const toIdentity = readProfile({ subject: 'user.id', name: ['user.name'] })

/**
 * Sign in with Miro.
 *
 * Needs `MIRO_CLIENT_ID`, `MIRO_CLIENT_SECRET`: under Profile settings, Your apps, with the redirect URI under
 * "OAuth2.0" and the scopes selected there; signing in needs none. The person is read from the token's metadata
 * (`v1/oauth-token`), which also names the team and the organization. Miro gives no e-mail address: the scope
 * `identity:read` is for the Web SDK only. While signing in, people choose the team in which the app is installed. A
 * refresh token is issued only if the app has expiring tokens: it is then valid for 60 days.
 */
export function miro<const Id extends string = 'miro'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Miro',
    kind: 'miro',
    protocol: 'oauth2',
    issuer: 'https://miro.com',
    endpoints: {
      authorization: 'https://miro.com/oauth/authorize',
      token: 'https://api.miro.com/v1/oauth/token',
      userinfo: 'https://api.miro.com/v1/oauth-token',
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.miro.com/',
    toIdentity,
    brand,
    consoleUrl: 'https://miro.com/app/settings/user-profile/apps',
  })
}
