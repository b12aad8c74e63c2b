// Netlify: plain OAuth 2.0.
// https://docs.netlify.com/api/get-started/#authentication
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#00c7b7',
  'M6.49 19.04h-.23L5.13 17.9v-.23l1.73-1.71h1.2l.15.15v1.2L6.5 19.04ZM5.13 6.31V6.1l1.13-1.13h.23L8.2 6.68v1.2l-.15.15h-1.2L5.13 6.31Zm9.96 9.09h-1.65l-.14-.13v-3.83c0-.68-.27-1.2-1.1-1.23-.42 0-.9 0-1.43.02l-.07.08v4.96l-.14.14H8.9l-.13-.14V8.73l.13-.14h3.7a2.6 2.6 0 0 1 2.61 2.6v4.08l-.13.14Zm-8.37-2.44H.14L0 12.82v-1.64l.14-.14h6.58l.14.14v1.64l-.14.14Zm17.14 0h-6.58l-.14-.14v-1.64l.14-.14h6.58l.14.14v1.64l-.14.14ZM11.05 6.55V1.64l.14-.14h1.65l.14.14v4.9l-.14.14h-1.65l-.14-.13Zm0 15.81v-4.9l.14-.14h1.65l.14.13v4.91l-.14.14h-1.65l-.14-.14Z',
)

const toIdentity = readProfile({ subject: 'id', email: 'email', name: ['full_name'], picture: 'avatar_url' })

/**
 * Sign in with Netlify.
 *
 * Needs `NETLIFY_CLIENT_ID`, `NETLIFY_CLIENT_SECRET` of an OAuth application, under User settings > Applications,
 * where the redirect URI is entered.
 *
 * Netlify has no scopes: a token can do everything that the person can, so keep tokens only if you need them. Netlify
 * does not say whether an address is verified.
 */
export function netlify<const Id extends string = 'netlify'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Netlify',
    kind: 'netlify',
    protocol: 'oauth2',
    issuer: 'https://app.netlify.com',
    endpoints: {
      authorization: 'https://app.netlify.com/authorize',
      token: 'https://api.netlify.com/oauth/token',
      userinfo: 'https://api.netlify.com/api/v1/user',
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.netlify.com/api/v1/',
    toIdentity,
    brand,
    consoleUrl: 'https://app.netlify.com/user/applications',
  })
}
