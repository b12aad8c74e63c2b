// Strava: plain OAuth 2.0.
// https://developers.strava.com/docs/authentication/
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#fc4c02',
  'M15.387 17.944l-2.089-4.116h-3.065L15.387 24l5.15-10.172h-3.066m-7.008-5.599l2.836 5.598h4.172L10.463 0l-7 13.828h4.169',
)

const toIdentity = readProfile({
  subject: 'id',
  isNumeric: true,
  name: ['firstname+lastname'],
  picture: 'profile',
})

/**
 * Sign in with Strava.
 *
 * Needs `STRAVA_CLIENT_ID`, `STRAVA_CLIENT_SECRET`. Strava gives no address.
 */
export function strava<const Id extends string = 'strava'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Strava',
    kind: 'strava',
    protocol: 'oauth2',
    issuer: 'https://www.strava.com',
    endpoints: {
      authorization: 'https://www.strava.com/oauth/authorize',
      token: 'https://www.strava.com/api/v3/oauth/token',
      userinfo: 'https://www.strava.com/api/v3/athlete',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['read'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://www.strava.com/api/v3/',
    toIdentity,
    deviations: {
      scopeSeparator: ',',
    },
    brand,
    consoleUrl: 'https://www.strava.com/settings/api',
  })
}
