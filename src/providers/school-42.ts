// 42 School: plain OAuth 2.0.
// https://api.intra.42.fr/apidoc/guides/web_application_flow
// https://api.intra.42.fr/apidoc/guides/getting_started
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#000000',
  'M19.581 16.851H24v-4.439ZM24 3.574h-4.419v4.42l-4.419 4.418v4.44h4.419v-4.44L24 7.993Zm-4.419 0h-4.419v4.42zm-6.324 8.838H4.419l8.838-8.838H8.838L0 12.412v3.595h8.838v4.419h4.419z',
)

const toIdentity = readProfile({
  subject: 'id',
  isNumeric: true,
  email: 'email',
  name: ['usual_full_name', 'displayname'],
  picture: 'image.link',
})

/**
 * Sign in with 42 School.
 *
 * Needs `SCHOOL_42_CLIENT_ID` (the UID), `SCHOOL_42_CLIENT_SECRET`: an application on the intranet of 42, with the
 * redirect URI in its list. The secret is replaced from time to time: copy the next one before it expires. The scope
 * `public` is enough to sign in. 42 does not say whether an address is verified. The profile is large, since it
 * contains all of the student's projects. An access token is valid for two hours. There is no PKCE and no revocation.
 */
export function school42<const Id extends string = 'school-42'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: '42 School',
    kind: 'school-42',
    protocol: 'oauth2',
    issuer: 'https://api.intra.42.fr',
    endpoints: {
      authorization: 'https://api.intra.42.fr/oauth/authorize',
      token: 'https://api.intra.42.fr/oauth/token',
      userinfo: 'https://api.intra.42.fr/v2/me',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['public'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.intra.42.fr/v2/',
    toIdentity,
    brand,
    consoleUrl: 'https://profile.intra.42.fr/oauth/applications',
  })
}
