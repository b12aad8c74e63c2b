// DigitalOcean: plain OAuth 2.0.
// https://docs.digitalocean.com/reference/api/oauth/
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { valueAt } from './definition/read-answer.ts'
import { readProfile } from './definition/read-profile.ts'
import { textOrNull } from './definition/text-or-null.ts'

const brand = brandOf(
  '#0080ff',
  'M12.04 0C5.408-.02.005 5.37.005 11.992h4.638c0-4.923 4.882-8.731 10.064-6.855a6.95 6.95 0 014.147 4.148c1.889 5.177-1.924 10.055-6.84 10.064v-4.61H7.391v4.623h4.61V24c7.86 0 13.967-7.588 11.397-15.83-1.115-3.59-3.985-6.446-7.575-7.575A12.8 12.8 0 0012.039 0zM7.39 19.362H3.828v3.564H7.39zm-3.563 0v-2.978H.85v2.978z',
)

const toIdentity = readProfile({
  subject: 'account.uuid',
  email: 'account.email',
  emailVerified: 'account.email_verified',
  name: ['account.name'],
})

/**
 * Sign in with DigitalOcean.
 *
 * Needs `DIGITALOCEAN_CLIENT_ID`, `DIGITALOCEAN_CLIENT_SECRET` of an OAuth application, created under API > OAuth
 * Applications in the control panel, where you enter the callback URL.
 *
 * A person consents for one of their teams, which `allowOrganization` reads; the subject identifies the person, and is
 * the same in each team. The scope `read` gives access to all of the team's resources. A refresh token is always
 * issued.
 */
export function digitalocean<const Id extends string = 'digitalocean'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'DigitalOcean',
    kind: 'digitalocean',
    protocol: 'oauth2',
    issuer: 'https://cloud.digitalocean.com',
    endpoints: {
      authorization: 'https://cloud.digitalocean.com/v1/oauth/authorize',
      token: 'https://cloud.digitalocean.com/v1/oauth/token',
      userinfo: 'https://api.digitalocean.com/v2/account',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['read'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.digitalocean.com/v2/',
    toIdentity,
    organizationOf: (profile) => textOrNull(valueAt(profile, 'account.team.uuid')),
    brand,
    consoleUrl: 'https://cloud.digitalocean.com/account/api/applications',
  })
}
