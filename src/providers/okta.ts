// Okta: OpenID Connect by discovery.
// https://developer.okta.com/docs/reference/api/oidc/
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf(
  '#007dc1',
  'M12 0C5.389 0 0 5.35 0 12s5.35 12 12 12 12-5.35 12-12S18.611 0 12 0zm0 18c-3.325 0-6-2.675-6-6s2.675-6 6-6 6 2.675 6 6-2.675 6-6 6z',
)

/** Options of `okta()`: what every provider takes, and what only this one needs. */
export interface OktaOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The Okta domain, without https:// and without -admin. */
  readonly domain?: string | undefined
  /** The custom authorization server; org for the organization’s own. Default: `default`. */
  readonly authorizationServer?: string | undefined
}

/** What only this entry takes, as data: the environment, the pages and `latchkey providers` read it. */
export const options: OwnOptions<OktaOptions> = {
  domain: {
    kind: 'host',
    required: true,
    example: 'dev-123456.okta.com',
    sentence:
      'The Okta domain, without https:// and without -admin; it stands in the Admin Console under your name.',
  },
  authorizationServer: {
    kind: 'name',
    default: 'default',
    sentence:
      'The authorization server: the last part of its issuer under Security > API; org for the organization’s own.',
  },
}

/**
 * Sign in with Okta.
 *
 * Needs `OKTA_CLIENT_ID`, `OKTA_CLIENT_SECRET`, `OKTA_DOMAIN`. In the Admin Console, create an app integration of the
 * type OIDC, Web Application; its sign-in and sign-out redirect URIs are registered there.
 * `OKTA_AUTHORIZATION_SERVER` is the last part of the issuer under Security > API; `org` means the organization's own
 * server, which has no such part.
 *
 * Profile claims come from the userinfo endpoint, since Okta keeps the ID token short. `tokens.fetch('okta', …)`
 * resolves below the issuer. Where tokens are kept, `offline_access` is asked for: tick the grant type Refresh Token
 * for the app, and allow the scope in the access policy. The organization decides on its people's addresses;
 * `email_verified` is its word.
 *
 * @throws LatchkeyError `config_provider_invalid` for options that cannot be used.
 */
export function okta<const Id extends string = 'okta'>(wanted: OktaOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ domain = '', authorizationServer = '' }: OktaOptions): ProviderDescription {
  return {
    name: 'Okta',
    kind: 'okta',
    protocol: 'oidc',
    issuer:
      authorizationServer === 'org' ? `https://${domain}` : `https://${domain}/oauth2/${authorizationServer}`,
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl:
      authorizationServer === 'org' ? `https://${domain}` : `https://${domain}/oauth2/${authorizationServer}`,
    toIdentity: readStandardClaims,
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
      reauthentication: { prompt: 'login' },
    },
    brand,
    consoleUrl: 'https://login.okta.com/',
  }
}
