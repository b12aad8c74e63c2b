// Zoom: plain OAuth 2.0.
// https://developers.zoom.us/docs/api/using-zoom-apis/
// https://developers.zoom.us/docs/integrations/oauth/
import type { Claims, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import type { IdentityDraft } from './definition/read-identity.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#0b5cff',
  'M5.033 14.649H.743a.74.74 0 0 1-.686-.458.74.74 0 0 1 .16-.808L3.19 10.41H1.06A1.06 1.06 0 0 1 0 9.35h3.957c.301 0 .57.18.686.458a.74.74 0 0 1-.161.808L1.51 13.59h2.464c.585 0 1.06.475 1.06 1.06zM24 11.338c0-1.14-.927-2.066-2.066-2.066-.61 0-1.158.265-1.537.686a2.061 2.061 0 0 0-1.536-.686c-1.14 0-2.066.926-2.066 2.066v3.311a1.06 1.06 0 0 0 1.06-1.06v-2.251a1.004 1.004 0 0 1 2.013 0v2.251c0 .586.474 1.06 1.06 1.06v-3.311a1.004 1.004 0 0 1 2.012 0v2.251c0 .586.475 1.06 1.06 1.06zM16.265 12a2.728 2.728 0 1 1-5.457 0 2.728 2.728 0 0 1 5.457 0zm-1.06 0a1.669 1.669 0 1 0-3.338 0 1.669 1.669 0 0 0 3.338 0zm-4.82 0a2.728 2.728 0 1 1-5.458 0 2.728 2.728 0 0 1 5.457 0zm-1.06 0a1.669 1.669 0 1 0-3.338 0 1.669 1.669 0 0 0 3.338 0z',
)

const read = readProfile({
  subject: 'id',
  email: 'email',
  name: ['display_name', 'first_name+last_name'],
  picture: 'pic_url',
})

/**
 * Sign in with Zoom.
 *
 * Needs `ZOOM_CLIENT_ID`, `ZOOM_CLIENT_SECRET` of a General app that is user-managed: in the App Marketplace under
 * Develop, Build App, with the scope `user:read:user` added there. Until the app is published, only people of the
 * app's own account can sign in. `verified` is a number: 1 means that the address was confirmed. A refresh token comes
 * with every sign-in and works once. Ending the grant also revokes it at Zoom.
 */
export function zoom<const Id extends string = 'zoom'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Zoom',
    kind: 'zoom',
    protocol: 'oauth2',
    issuer: 'https://zoom.us',
    endpoints: {
      authorization: 'https://zoom.us/oauth/authorize',
      token: 'https://zoom.us/oauth/token',
      userinfo: 'https://api.zoom.us/v2/users/me',
      revocation: 'https://zoom.us/oauth/revoke',
    },
    clientAuthentication: 'client_secret_basic',
    scopes: ['user:read:user'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.zoom.us/v2/',
    toIdentity,
    brand,
    consoleUrl: 'https://marketplace.zoom.us/user/build',
  })
}

function toIdentity(profile: Claims): IdentityDraft {
  // https://developers.zoom.us/docs/api/users/: 1 means that the address was verified.
  return { ...read(profile), emailVerified: profile.verified === 1 }
}
