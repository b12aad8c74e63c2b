// Seznam: plain OAuth 2.0.
// https://vyvojari.seznam.cz/oauth/doc?lang=en
// https://vyvojari.seznam.cz/oauth/scopes?lang=en
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#cc0000', 'S')

const toIdentity = readProfile({
  subject: 'oauth_user_id',
  email: 'email',
  name: ['firstname+lastname'],
  picture: 'avatar_url',
})

/**
 * Sign in with Seznam.
 *
 * Needs `SEZNAM_CLIENT_ID`, `SEZNAM_CLIENT_SECRET` of a service in the console. People are identified by
 * `oauth_user_id`, which never changes; the e-mail address may be missing, and Seznam does not say whether one is
 * verified. The picture needs the scope `avatar`.
 */
export function seznam<const Id extends string = 'seznam'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Seznam',
    kind: 'seznam',
    protocol: 'oauth2',
    issuer: 'https://login.szn.cz',
    endpoints: {
      authorization: 'https://login.szn.cz/api/v1/oauth/auth',
      token: 'https://login.szn.cz/api/v1/oauth/token',
      userinfo: 'https://login.szn.cz/api/v1/user',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['identity', 'avatar'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://login.szn.cz/api/v1/',
    toIdentity,
    deviations: {
      scopeSeparator: ',',
    },
    redirectRules: {
      loopbackAddress: false,
      note: 'Seznam changes http to https for every host except localhost.',
    },
    brand,
    consoleUrl: 'https://vyvojari.seznam.cz/oauth/admin',
  })
}
