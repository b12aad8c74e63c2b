// Autodesk: OpenID Connect by discovery.
// https://aps.autodesk.com/en/docs/oauth/v2/reference/http/authorize-GET/
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf(
  '#000000',
  'm.129 20.202 14.7-9.136h7.625c.235 0 .445.188.445.445 0 .21-.092.305-.21.375l-7.222 4.323c-.47.283-.633.845-.633 1.265l-.008 2.725H24V4.362a.561.561 0 0 0-.585-.562h-8.752L0 12.893V20.2h.129z',
)

/**
 * Sign in with Autodesk.
 *
 * Needs `AUTODESK_CLIENT_ID`, `AUTODESK_CLIENT_SECRET` of a "Traditional Web App" at aps.autodesk.com/myapps, where
 * you also enter the callback URL.
 *
 * The scope `user-profile:read` gives access to name and e-mail address. A refresh token comes with every sign-in; it
 * works once, within two weeks. The revocation endpoint is in the metadata.
 */
export function autodesk<const Id extends string = 'autodesk'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Autodesk',
    kind: 'autodesk',
    protocol: 'oidc',
    issuer: 'https://developer.api.autodesk.com',
    scopes: ['openid', 'user-profile:read'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://developer.api.autodesk.com',
    toIdentity: readStandardClaims,
    brand,
    consoleUrl: 'https://aps.autodesk.com/myapps/',
  })
}
