// Pipedrive: plain OAuth 2.0.
// https://pipedrive.readme.io/docs/marketplace-oauth-authorization
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#017737', 'P')

const toIdentity = readProfile({
  subject: 'data.id',
  isNumeric: true,
  email: 'data.email',
  name: ['data.name'],
  picture: 'data.icon_url',
})

/**
 * Sign in with Pipedrive.
 *
 * Needs `PIPEDRIVE_CLIENT_ID`, `PIPEDRIVE_CLIENT_SECRET`. Pipedrive does not say whether an address is verified.
 */
export function pipedrive<const Id extends string = 'pipedrive'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Pipedrive',
    kind: 'pipedrive',
    protocol: 'oauth2',
    issuer: 'https://oauth.pipedrive.com',
    endpoints: {
      authorization: 'https://oauth.pipedrive.com/oauth/authorize',
      token: 'https://oauth.pipedrive.com/oauth/token',
      userinfo: 'https://api.pipedrive.com/v1/users/me',
      revocation: 'https://oauth.pipedrive.com/oauth/revoke',
    },
    clientAuthentication: 'client_secret_basic',
    scopes: ['base'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.pipedrive.com/v1/users/',
    toIdentity,
    brand,
    consoleUrl: 'https://app.pipedrive.com/developer-hub',
  })
}
