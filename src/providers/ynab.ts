// YNAB: plain OAuth 2.0.
// https://api.ynab.com/#oauth-applications
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#3b5eda', 'Y')

const toIdentity = readProfile({ subject: 'data.user.id' })

/**
 * Sign in with YNAB.
 *
 * Needs `YNAB_CLIENT_ID`, `YNAB_CLIENT_SECRET` of an OAuth application, created under Developer Settings, where you
 * enter the redirect URI. Until YNAB has reviewed it, an application is in Restricted Mode, for only a few people.
 *
 * YNAB gives no e-mail address and no name, only an id. Its tokens can read and write the person's plans; `scopes:
 * ['read-only']` narrows them to reading.
 */
export function ynab<const Id extends string = 'ynab'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'YNAB',
    kind: 'ynab',
    protocol: 'oauth2',
    issuer: 'https://app.ynab.com',
    endpoints: {
      authorization: 'https://app.ynab.com/oauth/authorize',
      token: 'https://app.ynab.com/oauth/token',
      userinfo: 'https://api.ynab.com/v1/user',
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.ynab.com/v1/',
    toIdentity,
    brand,
    consoleUrl: 'https://app.ynab.com/settings/developer',
  })
}
