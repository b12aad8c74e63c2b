// Vimeo: plain OAuth 2.0.
// https://developer.vimeo.com/api/authentication
// https://developer.vimeo.com/api/reference/authentication-extras
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#1ab7ea',
  'M23.9765 6.4168c-.105 2.338-1.739 5.5429-4.894 9.6088-3.2679 4.247-6.0258 6.3699-8.2898 6.3699-1.409 0-2.578-1.294-3.553-3.881l-1.9179-7.1138c-.719-2.584-1.488-3.878-2.312-3.878-.179 0-.806.378-1.8809 1.132l-1.129-1.457a315.06 315.06 0 003.501-3.1279c1.579-1.368 2.765-2.085 3.5539-2.159 1.867-.18 3.016 1.1 3.447 3.838.465 2.953.789 4.789.971 5.5069.5389 2.45 1.1309 3.674 1.7759 3.674.502 0 1.256-.796 2.265-2.385 1.004-1.589 1.54-2.797 1.612-3.628.144-1.371-.395-2.061-1.614-2.061-.574 0-1.167.121-1.777.391 1.186-3.8679 3.434-5.7568 6.7619-5.6368 2.4729.06 3.6279 1.664 3.4929 4.7969z',
)

const toIdentity = readProfile({ subject: 'uri', name: ['name'], picture: 'pictures.base_link' })

/**
 * Sign in with Vimeo.
 *
 * Needs `VIMEO_CLIENT_ID` (the client identifier), `VIMEO_CLIENT_SECRET`: an app at developer.vimeo.com/apps, with the
 * redirect URI under OAuth Redirect Authentication. People are identified by `uri`, such as `/users/12345`, which
 * keeps its number when the person's name changes. With the scope `public`, Vimeo gives no e-mail address. Tokens do
 * not expire, so there is no refresh token. There is no PKCE. Ending the grant also revokes its token at Vimeo.
 */
export function vimeo<const Id extends string = 'vimeo'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Vimeo',
    kind: 'vimeo',
    protocol: 'oauth2',
    issuer: 'https://api.vimeo.com',
    endpoints: {
      authorization: 'https://api.vimeo.com/oauth/authorize',
      token: 'https://api.vimeo.com/oauth/access_token',
      userinfo: 'https://api.vimeo.com/me',
      revocation: 'https://api.vimeo.com/tokens',
    },
    clientAuthentication: 'client_secret_basic',
    scopes: ['public'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.vimeo.com/',
    toIdentity,
    deviations: {
      // https://developer.vimeo.com/api/reference/authentication-extras: the request is authenticated with the token to revoke.
      revoke: ({ endpoint, token, hint }) =>
        endpoint === undefined || hint === 'refresh_token'
          ? null
          : { url: endpoint, method: 'DELETE', headers: { authorization: `Bearer ${token}` } },
    },
    brand,
    consoleUrl: 'https://developer.vimeo.com/apps',
  })
}
