// Dropbox: plain OAuth 2.0.
// https://developers.dropbox.com/oauth-guide
// https://www.dropbox.com/developers/documentation/http/documentation#users-get_current_account
import type { Claims, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#0061fe',
  'M6 1.807L0 5.629l6 3.822 6.001-3.822L6 1.807zM18 1.807l-6 3.822 6 3.822 6-3.822-6-3.822zM0 13.274l6 3.822 6.001-3.822L6 9.452l-6 3.822zM18 9.452l-6 3.822 6 3.822 6-3.822-6-3.822zM6 18.371l6.001 3.822 6-3.822-6-3.822L6 18.371z',
)

const toIdentity = readProfile({
  subject: 'account_id',
  email: 'email',
  emailVerified: 'email_verified',
  name: ['name.display_name'],
  picture: 'profile_photo_url',
})

/**
 * Sign in with Dropbox.
 *
 * Needs `DROPBOX_CLIENT_ID`, `DROPBOX_CLIENT_SECRET`: app key and app secret in the App Console. Enter each redirect
 * URI there exactly; https, except for localhost. Under Permissions, `account_info.read` must be selected.
 *
 * The profile is read with a POST. A refresh token is issued with `token_access_type=offline`, which is sent if tokens
 * are kept; it does not expire. Revoking an access token ends the whole grant.
 */
export function dropbox<const Id extends string = 'dropbox'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Dropbox',
    kind: 'dropbox',
    protocol: 'oauth2',
    issuer: 'https://www.dropbox.com',
    endpoints: {
      authorization: 'https://www.dropbox.com/oauth2/authorize',
      token: 'https://api.dropboxapi.com/oauth2/token',
      revocation: 'https://api.dropboxapi.com/2/auth/token/revoke',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['account_info.read'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.dropboxapi.com/2/',
    toIdentity,
    deviations: {
      fetchProfile,
      offlineAccess: { params: { token_access_type: 'offline' } },
      // https://www.dropbox.com/developers/documentation/http/documentation#auth-token-revoke
      revoke: ({ endpoint, token, hint }) =>
        endpoint === undefined || hint === 'refresh_token'
          ? null
          : { url: endpoint, method: 'POST', headers: { authorization: `Bearer ${token}` } },
    },
    brand,
    consoleUrl: 'https://www.dropbox.com/developers/apps',
  })
}

/** https://www.dropbox.com/developers/documentation/http/documentation#users-get_current_account: a POST without a body. */
async function fetchProfile({ fetch }: ProfileRequest): Promise<Claims> {
  return (await fetch('users/get_current_account', { method: 'POST' })) as Claims
}
