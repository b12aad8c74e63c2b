// Yahoo! JAPAN: OpenID Connect by discovery.
// https://developer.yahoo.co.jp/yconnect/v2/
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#ff0033', 'Y')

/**
 * Sign in with Yahoo! JAPAN.
 *
 * Needs `YAHOO_JAPAN_CLIENT_ID`, `YAHOO_JAPAN_CLIENT_SECRET`, of an application of the type "server side" (サーバーサイド,
 * Yahoo! ID連携 v2) in the developer network, where you enter the exact callback URL.
 *
 * `bail=1` returns people who decline to the application; without it, they end up on Yahoo! JAPAN's home page. `email`
 * comes with a flag that says whether it is confirmed. The scope `profile` gives name, year of birth and sex. A
 * refresh token comes with every sign-in.
 */
export function yahooJapan<const Id extends string = 'yahoo-japan'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Yahoo! JAPAN',
    kind: 'yahoo-japan',
    protocol: 'oidc',
    issuer: 'https://auth.login.yahoo.co.jp/yconnect/v2',
    // https://developer.yahoo.co.jp/yconnect/v2/authorization_code/token.html: required for servers.
    clientAuthentication: 'client_secret_basic',
    scopes: ['openid', 'profile', 'email'],
    authorizationParams: { bail: '1' },
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://auth.login.yahoo.co.jp/yconnect/v2',
    toIdentity: readStandardClaims,
    deviations: {
      reauthentication: { prompt: 'login' },
    },
    brand,
    consoleUrl: 'https://e.developer.yahoo.co.jp/dashboard/',
  })
}
