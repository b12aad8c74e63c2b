// Planning Center: plain OAuth 2.0.
// https://api.planningcenteronline.com/docs/overview/authentication
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#2266f7', 'P')

const toIdentity = readProfile({ subject: 'sub', email: 'email', name: ['name'] })

/**
 * Sign in with Planning Center.
 *
 * Needs `PLANNING_CENTER_CLIENT_ID`, `PLANNING_CENTER_CLIENT_SECRET` of a developer application, created at
 * api.planningcenteronline.com/oauth/applications, where you enter the callback URL.
 *
 * The scope `openid` identifies the person, and gives no access to their church's data; for the APIs add scopes such
 * as `people`, and use `tokens.fetch('planning-center', 'people/v2/me')`. Planning Center does not say whether an
 * address is verified. A refresh token is always issued and is valid for 90 days.
 */
export function planningCenter<const Id extends string = 'planning-center'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Planning Center',
    kind: 'planning-center',
    protocol: 'oauth2',
    issuer: 'https://api.planningcenteronline.com',
    endpoints: {
      authorization: 'https://api.planningcenteronline.com/oauth/authorize',
      token: 'https://api.planningcenteronline.com/oauth/token',
      userinfo: 'https://api.planningcenteronline.com/oauth/userinfo',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['openid'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.planningcenteronline.com/',
    toIdentity,
    brand,
    consoleUrl: 'https://api.planningcenteronline.com/oauth/applications',
  })
}
