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

/** Options of `okta()`: those of every provider, and its own. */
export interface OktaOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The Okta domain, without https:// and without -admin. */
  readonly domain?: string | undefined
  /** The id of the custom authorization server, or `org` for the organization’s own. Default: `default`. */
  readonly authorizationServer?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<OktaOptions> = {
  domain: {
    kind: 'host',
    required: true,
    example: 'dev-123456.okta.com',
    sentence:
      'The Okta domain, without https:// and without -admin; the Admin Console shows it under your name.',
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
 * type OIDC, Web Application; register its sign-in and sign-out redirect URIs there. `OKTA_AUTHORIZATION_SERVER` is
 * the last part of the issuer under Security > API; `org` means the organization's own server, which has no such part.
 *
 * Profile claims come from the userinfo endpoint, since Okta keeps the ID token short. `tokens.fetch('okta', …)`
 * resolves below the issuer. If tokens are kept, `offline_access` is requested: enable the grant type Refresh Token
 * for the app, and allow the scope in the access policy. The organization manages its people's addresses and decides
 * `email_verified`.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
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
