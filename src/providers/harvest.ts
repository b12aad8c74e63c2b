// Harvest: plain OAuth 2.0.
// https://help.getharvest.com/api-v2/authentication-api/authentication/authentication/
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#fa5d00', 'H')

const toIdentity = readProfile({
  subject: 'user.id',
  isNumeric: true,
  email: 'user.email',
  name: ['user.first_name+user.last_name'],
})

/**
 * Sign in with Harvest.
 *
 * Needs `HARVEST_CLIENT_ID`, `HARVEST_CLIENT_SECRET` of an OAuth2 application at id.getharvest.com/developers, where
 * the redirect URL is entered.
 *
 * Harvest requires a User-Agent with the application's name and a way to reach you, such as `Example
 * (support@example.com)`: set `HARVEST_USER_AGENT`. The subject is the person's id at Harvest, the same in all of
 * their accounts. Harvest does not say whether an address is verified. A refresh token is always issued.
 */
export function harvest<const Id extends string = 'harvest'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Harvest',
    kind: 'harvest',
    protocol: 'oauth2',
    issuer: 'https://id.getharvest.com',
    endpoints: {
      authorization: 'https://id.getharvest.com/oauth2/authorize',
      token: 'https://id.getharvest.com/api/v2/oauth2/token',
      userinfo: 'https://id.getharvest.com/api/v2/accounts',
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://id.getharvest.com/api/v2/',
    toIdentity,
    brand,
    consoleUrl: 'https://id.getharvest.com/developers',
  })
}
