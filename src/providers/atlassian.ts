// Atlassian: plain OAuth 2.0.
// https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#0052cc',
  'M7.12 11.084a.683.683 0 00-1.16.126L.075 22.974a.703.703 0 00.63 1.018h8.19a.678.678 0 00.63-.39c1.767-3.65.696-9.203-2.406-12.52zM11.434.386a15.515 15.515 0 00-.906 15.317l3.95 7.9a.703.703 0 00.628.388h8.19a.703.703 0 00.63-1.017L12.63.38a.664.664 0 00-1.196.006z',
)

const toIdentity = readProfile({
  subject: 'account_id',
  email: 'email',
  name: ['name'],
  picture: 'picture',
})

/**
 * Sign in with Atlassian.
 *
 * Needs `ATLASSIAN_CLIENT_ID`, `ATLASSIAN_CLIENT_SECRET`, of an OAuth 2.0 integration in the developer console. Add
 * the User identity API with the scope `read:me` under Permissions, and the callback URL under Authorization. Until
 * sharing is turned on under Distribution, only its owner can use the app.
 *
 * Atlassian does not document whether an address is verified, so it does not count as verified. Its documentation
 * requires `prompt=consent`, so people see the consent screen each time. If tokens are kept, `offline_access` is
 * requested; a refresh token is replaced with each use.
 */
export function atlassian<const Id extends string = 'atlassian'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Atlassian',
    kind: 'atlassian',
    protocol: 'oauth2',
    issuer: 'https://auth.atlassian.com',
    endpoints: {
      authorization: 'https://auth.atlassian.com/authorize',
      token: 'https://auth.atlassian.com/oauth/token',
      userinfo: 'https://api.atlassian.com/me',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['read:me'],
    authorizationParams: { audience: 'api.atlassian.com', prompt: 'consent' },
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.atlassian.com/',
    toIdentity,
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
    },
    brand,
    consoleUrl: 'https://developer.atlassian.com/console/myapps/',
  })
}
