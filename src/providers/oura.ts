// Oura: plain OAuth 2.0.
// https://cloud.ouraring.com/docs/authentication
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#2f4a73', 'O')

const toIdentity = readProfile({ subject: 'id', email: 'email' })

/**
 * Sign in with Oura.
 *
 * Needs `OURA_CLIENT_ID`, `OURA_CLIENT_SECRET`: an API application at cloud.ouraring.com/oauth/applications; for more
 * than ten people, Oura must review it. People may turn off scopes while they consent: without `personal` the sign-in
 * fails, without `email` the address is missing. Oura does not say whether an address is verified, and gives neither
 * name nor picture. A refresh token comes with every sign-in and works once. There is no PKCE.
 */
export function oura<const Id extends string = 'oura'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Oura',
    kind: 'oura',
    protocol: 'oauth2',
    issuer: 'https://cloud.ouraring.com',
    endpoints: {
      authorization: 'https://cloud.ouraring.com/oauth/authorize',
      token: 'https://api.ouraring.com/oauth/token',
      userinfo: 'https://api.ouraring.com/v2/usercollection/personal_info',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['personal', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.ouraring.com/v2/usercollection/',
    toIdentity,
    brand,
    consoleUrl: 'https://cloud.ouraring.com/oauth/applications',
  })
}
