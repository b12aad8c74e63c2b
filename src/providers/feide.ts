// Feide: OpenID Connect by discovery.
// https://docs.feide.no/service_providers/openid_connect/
import type { Claims, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#1f4698', 'F')

/**
 * Sign in with Feide.
 *
 * Needs `FEIDE_CLIENT_ID`, `FEIDE_CLIENT_SECRET`, of a service with an OpenID Connect configuration in the Feide
 * customer portal, where you enter its redirect URIs; http is for development only, and shows a warning. Each service
 * needs approval there for the attribute groups that it reads (names, photo, e-mail).
 *
 * People are identified by a UUID. Feide does not say whether an address is verified: the school or university gives
 * it. `/auth/login/feide?login_hint=…` leads to one of them directly.
 */
export function feide<const Id extends string = 'feide'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Feide',
    kind: 'feide',
    protocol: 'oidc',
    issuer: 'https://auth.dataporten.no',
    scopes: ['openid', 'userid', 'profile', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://auth.dataporten.no',
    toIdentity: (claims: Claims) => ({ ...readStandardClaims(claims), emailVerified: false }),
    brand,
    consoleUrl: 'https://kunde.feide.no/',
  })
}
