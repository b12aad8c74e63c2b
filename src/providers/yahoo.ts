// Yahoo: OpenID Connect by discovery.
// https://developer.yahoo.com/sign-in-with-yahoo/
// https://developer.yahoo.com/oauth2/guide/openid_connect/
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#5f01d1', 'Y')

/**
 * Sign in with Yahoo.
 *
 * Needs `YAHOO_CLIENT_ID`, `YAHOO_CLIENT_SECRET`: My Apps at developer.yahoo.com, where they are called Consumer Key
 * and Consumer Secret. An e-mail address needs the OpenID Connect permissions Profile and Email of the app. You
 * register the callback's domain; it must be https, and not localhost.
 *
 * A refresh token comes with every sign-in. Yahoo runs the mailboxes of its own domains, so it is authoritative for
 * those addresses.
 */
export function yahoo<const Id extends string = 'yahoo'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Yahoo',
    kind: 'yahoo',
    protocol: 'oidc',
    issuer: 'https://api.login.yahoo.com',
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.login.yahoo.com',
    toIdentity: readStandardClaims,
    // Yahoo runs these mailboxes.
    authoritativeDomains: ['yahoo.com', 'ymail.com', 'rocketmail.com', 'myyahoo.com'],
    deviations: {
      reauthentication: { prompt: 'login' },
    },
    redirectRules: {
      localhost: false,
      loopbackAddress: false,
      httpsLocalhost: false,
      note: 'Yahoo accepts only https addresses with a domain name.',
    },
    brand,
    consoleUrl: 'https://developer.yahoo.com/apps/',
  })
}
