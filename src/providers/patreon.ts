// Patreon: plain OAuth 2.0.
// https://docs.patreon.com/#oauth
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#000000',
  'M22.957 7.21c-.004-3.064-2.391-5.576-5.191-6.482-3.478-1.125-8.064-.962-11.384.604C2.357 3.231 1.093 7.391 1.046 11.54c-.039 3.411.302 12.396 5.369 12.46 3.765.047 4.326-4.804 6.068-7.141 1.24-1.662 2.836-2.132 4.801-2.618 3.376-.836 5.678-3.501 5.673-7.031Z',
)

const toIdentity = readProfile({
  subject: 'data.id',
  email: 'data.attributes.email',
  emailVerified: 'data.attributes.is_email_verified',
  name: ['data.attributes.full_name'],
  picture: 'data.attributes.image_url',
})

/**
 * Sign in with Patreon.
 *
 * Needs `PATREON_CLIENT_ID`, `PATREON_CLIENT_SECRET` of a client registered under Clients & API Keys with API version
 * 2 and the redirect URIs.
 *
 * Patreon refuses requests without a User-Agent; Latchkey sends one. Tokens are valid for a month; each refresh
 * returns a new pair, and invalidates the old one. There is no logout and no revocation.
 */
export function patreon<const Id extends string = 'patreon'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Patreon',
    kind: 'patreon',
    protocol: 'oauth2',
    issuer: 'https://www.patreon.com',
    endpoints: {
      authorization: 'https://www.patreon.com/oauth2/authorize',
      token: 'https://www.patreon.com/api/oauth2/token',
      userinfo:
        'https://www.patreon.com/api/oauth2/v2/identity?fields[user]=email,full_name,image_url,is_email_verified',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['identity', 'identity[email]'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://www.patreon.com/api/oauth2/v2/',
    toIdentity,
    brand,
    consoleUrl: 'https://www.patreon.com/portal/registration/register-clients',
  })
}
