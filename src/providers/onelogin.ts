// OneLogin: OpenID Connect by discovery.
// https://developers.onelogin.com/openid-connect
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#1c1f2a', 'O')

/** Options of `onelogin()`: those of every provider, and its own. */
export interface OneloginOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The account’s subdomain: SUBDOMAIN.onelogin.com. */
  readonly subdomain?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<OneloginOptions> = {
  subdomain: {
    kind: 'name',
    required: true,
    example: 'acme',
    sentence: 'The account’s subdomain: the first part of its address, SUBDOMAIN.onelogin.com.',
  },
}

/**
 * Sign in with OneLogin.
 *
 * Needs `ONELOGIN_CLIENT_ID`, `ONELOGIN_CLIENT_SECRET`, `ONELOGIN_SUBDOMAIN`. Add an OpenId Connect application under
 * Applications, with the redirect URI under Configuration; the client id and secret, and the client authentication
 * method (`ONELOGIN_CLIENT_AUTH`), are under SSO. People need access to the application, through a role or
 * individually.
 *
 * OneLogin does not say whether an address is verified.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function onelogin<const Id extends string = 'onelogin'>(
  wanted: OneloginOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ subdomain = '' }: OneloginOptions): ProviderDescription {
  return {
    name: 'OneLogin',
    kind: 'onelogin',
    protocol: 'oidc',
    issuer: `https://${subdomain}.onelogin.com/oidc/2`,
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: `https://${subdomain}.onelogin.com/oidc/2`,
    toIdentity: (claims: Claims) => ({ ...readStandardClaims(claims), emailVerified: false }),
    deviations: {
      reauthentication: { prompt: 'login' },
    },
    brand,
    consoleUrl: 'https://app.onelogin.com/',
  }
}
