// Threads: plain OAuth 2.0.
// https://developers.facebook.com/docs/threads/get-started/get-access-tokens-and-permissions
// https://developers.facebook.com/docs/threads/get-started/long-lived-tokens
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'
import { withBearerType } from './definition/with-bearer-type.ts'

const brand = brandOf(
  '#000000',
  'M18.263 11.097c-.03-3.486-1.92-5.586-5.111-5.586-2.13 0-3.922.963-4.863 2.499l2.062 1.438c.535-.843 1.272-1.543 2.628-1.543 1.528 0 2.318.85 2.544 2.431a15 15 0 0 0-2.236-.173c-4.125 0-6.068 1.867-6.068 4.336s1.943 3.99 4.804 3.99c3.139 0 5.013-2.115 5.781-4.735.798.361 1.348 1.204 1.348 2.47 0 3.387-3.907 5.232-7.22 5.232-4.885 0-8.077-3.207-8.077-8.424 0-6.392 4.223-10.487 9.9-10.487 3.808 0 5.69 1.671 6.97 3.914l2.108-1.475C21.44 2.078 18.331 0 13.663 0 6.227 0 1.168 5.277 1.168 12.934c0 7 4.953 11.066 10.856 11.066 4.878 0 9.809-2.846 9.809-7.716 0-2.545-1.46-4.231-3.569-5.187m-6.33 4.855c-1.077 0-2.026-.512-2.026-1.453 0-1.483 1.822-1.934 3.606-1.934.678 0 1.34.045 1.927.173-.422 1.927-1.671 3.215-3.508 3.214Z',
)

const toIdentity = readProfile({
  subject: 'id',
  name: ['name', 'username'],
  picture: 'threads_profile_picture_url',
})

/**
 * Sign in with Threads.
 *
 * Needs `THREADS_CLIENT_ID` (the Threads App ID, which is not the app's own), `THREADS_CLIENT_SECRET` (the Threads App
 * Secret): in the App Dashboard under the use case "Access the Threads API", where you also enter the redirect URI;
 * the dashboard may append a slash. Until the app is reviewed, only its Threads testers can sign in. Threads gives no
 * e-mail address. Redirect URIs must be `https:`, even for localhost. A token is valid for an hour; there is no
 * refresh token. A longer one comes from `access_token?grant_type=th_exchange_token`, which needs the client secret.
 * There is no PKCE and no revocation.
 */
export function threads<const Id extends string = 'threads'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Threads',
    kind: 'threads',
    protocol: 'oauth2',
    issuer: 'https://threads.net',
    endpoints: {
      authorization: 'https://threads.net/oauth/authorize',
      token: 'https://graph.threads.net/oauth/access_token',
      userinfo: 'https://graph.threads.net/v1.0/me?fields=id,username,name,threads_profile_picture_url',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['threads_basic'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://graph.threads.net/v1.0/',
    toIdentity,
    deviations: {
      scopeSeparator: ',',
      normalizeTokenResponse: withBearerType,
    },
    redirectRules: {
      localhost: false,
      loopbackAddress: false,
      note: 'Threads accepts only https addresses.',
    },
    brand,
    consoleUrl: 'https://developers.facebook.com/apps/',
  })
}
