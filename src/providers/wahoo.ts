// Wahoo: plain OAuth 2.0.
// https://cloud-api.wahooligan.com/
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#2c7fce', 'W')

const toIdentity = readProfile({ subject: 'id', isNumeric: true, email: 'email', name: ['first+last'] })

/**
 * Sign in with Wahoo.
 *
 * Needs `WAHOO_CLIENT_ID`, `WAHOO_CLIENT_SECRET` of an app in the developer portal, with the callback URL and the
 * scopes `user_read` and `email`. Wahoo approves each app before it can be used.
 *
 * Wahoo does not say whether an address is verified.
 */
export function wahoo<const Id extends string = 'wahoo'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Wahoo',
    kind: 'wahoo',
    protocol: 'oauth2',
    issuer: 'https://api.wahooligan.com',
    endpoints: {
      authorization: 'https://api.wahooligan.com/oauth/authorize',
      token: 'https://api.wahooligan.com/oauth/token',
      userinfo: 'https://api.wahooligan.com/v1/user',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['user_read', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.wahooligan.com/v1/',
    toIdentity,
    brand,
    consoleUrl: 'https://developers.wahooligan.com/',
  })
}
