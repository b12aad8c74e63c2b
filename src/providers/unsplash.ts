// Unsplash: plain OAuth 2.0.
// https://unsplash.com/documentation/user-authentication-workflow
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#000000', 'M7.5 6.75V0h9v6.75h-9zm9 3.75H24V24H0V10.5h7.5v6.75h9V10.5z')

const toIdentity = readProfile({
  subject: 'id',
  email: 'email',
  name: ['name'],
  picture: 'profile_image.large',
})

/**
 * Sign in with Unsplash.
 *
 * Needs `UNSPLASH_CLIENT_ID`, `UNSPLASH_CLIENT_SECRET`: access key and secret key of an application at
 * unsplash.com/oauth/applications, where you also enter the redirect URIs and the scopes `public` and `read_user`. The
 * profile needs `read_user`.
 *
 * People are identified by their id, since user names change. Unsplash does not say whether an address is verified.
 */
export function unsplash<const Id extends string = 'unsplash'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Unsplash',
    kind: 'unsplash',
    protocol: 'oauth2',
    issuer: 'https://unsplash.com',
    endpoints: {
      authorization: 'https://unsplash.com/oauth/authorize',
      token: 'https://unsplash.com/oauth/token',
      userinfo: 'https://api.unsplash.com/me',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['public', 'read_user'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.unsplash.com/',
    toIdentity,
    brand,
    consoleUrl: 'https://unsplash.com/oauth/applications',
  })
}
