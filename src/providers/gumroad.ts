// Gumroad: plain OAuth 2.0.
// https://gumroad.com/api#api-authentication
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#ff90e8',
  'M12 0A12 12 0 0 0 0 12a12 12 0 0 0 12 12 12 12 0 0 0 12-12A12 12 0 0 0 12 0Zm-.007 5.12c4.48 0 5.995 3.025 6.064 4.744h-3.239c-.069-.962-.897-2.406-2.896-2.406-2.136 0-3.514 1.857-3.514 4.126 0 2.27 1.378 4.125 3.514 4.125 1.93 0 2.758-1.512 3.103-3.025h-3.103v-1.238h6.509v6.327h-2.855v-3.989c-.207 1.444-1.102 4.264-4.617 4.264-3.516 0-5.584-2.82-5.584-6.326 0-3.645 2.276-6.602 6.618-6.602z',
)

const toIdentity = readProfile({
  subject: 'user.user_id',
  email: 'user.email',
  name: ['user.name'],
  picture: 'user.profile_url',
})

/**
 * Sign in with Gumroad.
 *
 * Needs `GUMROAD_CLIENT_ID`, `GUMROAD_CLIENT_SECRET`: application id and secret of an application created under
 * Advanced in the settings, with its redirect URI.
 *
 * Gumroad does not say whether an address is verified. Access tokens do not expire until they are revoked; a refresh
 * token comes with every sign-in anyway.
 */
export function gumroad<const Id extends string = 'gumroad'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Gumroad',
    kind: 'gumroad',
    protocol: 'oauth2',
    issuer: 'https://gumroad.com',
    endpoints: {
      authorization: 'https://gumroad.com/oauth/authorize',
      token: 'https://api.gumroad.com/oauth/token',
      userinfo: 'https://api.gumroad.com/v2/user',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['view_profile'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.gumroad.com/v2/',
    toIdentity,
    brand,
    consoleUrl: 'https://gumroad.com/settings/advanced',
  })
}
