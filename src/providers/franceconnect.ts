// FranceConnect: OpenID Connect by discovery.
// https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-endpoints/
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#000091', 'F')

/** Options of `franceconnect()`: those of every provider, and its own. */
export interface FranceconnectOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** Use the integration environment. Default: false. */
  readonly sandbox?: boolean | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<FranceconnectOptions> = {
  sandbox: { kind: 'flag', sentence: 'Use the integration environment, with the credentials for it.' },
}

/**
 * Sign in with FranceConnect.
 *
 * Needs `FRANCECONNECT_CLIENT_ID`, `FRANCECONNECT_CLIENT_SECRET`, which French public services and approved companies
 * can apply for. This is version 2; credentials of version 1 do not work. The redirect URI and the address after
 * sign-out are registered on the partners' site. The scopes are single claims: list those that you were approved for
 * in `FRANCECONNECT_SCOPE`, including `openid`. `sub` is specific to each service. The claims come as a signed JWT
 * from the userinfo endpoint. FranceConnect does not say whether the address is verified. Services must offer to sign
 * out at FranceConnect too. There is no refresh token. Until the service is approved, `FRANCECONNECT_SANDBOX=1` uses
 * the integration environment, which has its own credentials; to use the older one, set
 * `FRANCECONNECT_ISSUER=https://fcp-low.integ01.dev-franceconnect.fr/api/v2`.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
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
