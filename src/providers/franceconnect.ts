// FranceConnect: OpenID Connect by discovery.
// https://docs.partenaires.franceconnect.gouv.fr/fs/
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#000091', 'F')

export interface FranceconnectOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** Use the integration environment. Default: false. */
  readonly sandbox?: boolean | undefined
}

export const options: OwnOptions<FranceconnectOptions> = {
  sandbox: { kind: 'flag', sentence: 'Use the integration environment.' },
}

/**
 * Sign in with FranceConnect.
 *
 * Needs `FRANCECONNECT_CLIENT_ID`, `FRANCECONNECT_CLIENT_SECRET`. For French public services and approved companies. The userinfo answer is a signed JWT. Services must offer to sign out at FranceConnect too.
 *
 * @throws LatchkeyError `config_provider_invalid` for options that cannot be used.
 */
export function franceconnect<const Id extends string = 'franceconnect'>(
  wanted: FranceconnectOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ sandbox }: FranceconnectOptions): ProviderDescription {
  return {
    name: 'FranceConnect',
    kind: 'franceconnect',
    protocol: 'oidc',
    issuer: sandbox
      ? 'https://fcp-low.sbx.dev-franceconnect.fr/api/v2'
      : 'https://oidc.franceconnect.gouv.fr/api/v2',
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'given_name', 'family_name', 'email'],
    authorizationParams: { acr_values: 'eidas1' },
    claimsFrom: 'userinfo',
    apiBaseUrl: sandbox
      ? 'https://fcp-low.sbx.dev-franceconnect.fr/api/v2'
      : 'https://oidc.franceconnect.gouv.fr/api/v2',
    toIdentity: (claims: Claims) => ({ ...readStandardClaims(claims), emailVerified: false, picture: null }),
    brand,
    consoleUrl: 'https://espace.partenaires.franceconnect.gouv.fr/',
  }
}
