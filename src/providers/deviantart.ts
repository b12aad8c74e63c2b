// DeviantArt: plain OAuth 2.0.
// https://www.deviantart.com/developers/authentication
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#05cc47',
  'M19.207 4.794l.23-.43V0H15.07l-.436.44-2.058 3.925-.646.436H4.58v5.993h4.04l.36.436-4.175 7.98-.24.43V24H8.93l.436-.44 2.07-3.925.644-.436h7.35v-5.993h-4.05l-.36-.438 4.186-7.977z',
)

const toIdentity = readProfile({ subject: 'userid', name: ['username'], picture: 'usericon' })

/**
 * Sign in with DeviantArt.
 *
 * Needs `DEVIANTART_CLIENT_ID`, `DEVIANTART_CLIENT_SECRET`, of an application registered as confidential at
 * deviantart.com/developers; redirect URIs are compared exactly. Current applications use OAuth 2.1, which requires
 * PKCE; older ones accept it.
 *
 * People are identified by `userid`, since names change. DeviantArt gives no e-mail address. A refresh token comes
 * with every sign-in and is replaced with each use.
 */
export function deviantart<const Id extends string = 'deviantart'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'DeviantArt',
    kind: 'deviantart',
    protocol: 'oauth2',
    issuer: 'https://www.deviantart.com',
    endpoints: {
      authorization: 'https://www.deviantart.com/oauth2/authorize',
      token: 'https://www.deviantart.com/oauth2/token',
      userinfo: 'https://www.deviantart.com/api/v1/oauth2/user/whoami',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['user'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://www.deviantart.com/api/v1/oauth2/user/',
    toIdentity,
    brand,
    consoleUrl: 'https://www.deviantart.com/developers/apps',
  })
}
