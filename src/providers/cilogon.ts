// CILogon: OpenID Connect by discovery.
// https://www.cilogon.org/oidc
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#466e96', 'C')

export interface CilogonOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The entity id of the institution that is chosen without asking. */
  readonly identityProvider?: string | undefined
}

export const options: OwnOptions<CilogonOptions> = {
  identityProvider: {
    kind: 'text',
    sentence: 'The entity id of the institution that is chosen without asking.',
  },
}

/**
 * Sign in with CILogon.
 *
 * Needs `CILOGON_CLIENT_ID`, `CILOGON_CLIENT_SECRET`. Registrations are approved by people. The claim `idp` names the home institution.
 *
 * @throws LatchkeyError `config_provider_invalid` for options that cannot be used.
 */
export function cilogon<const Id extends string = 'cilogon'>(wanted: CilogonOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ identityProvider }: CilogonOptions): ProviderDescription {
  return {
    name: 'CILogon',
    kind: 'cilogon',
    protocol: 'oidc',
    issuer: 'https://cilogon.org',
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'email', 'profile', 'org.cilogon.userinfo'],
    authorizationParams: { ...(identityProvider && { idphint: identityProvider }) },
    loginHints: ['idphint'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://cilogon.org',
    toIdentity: (claims: Claims) => ({ ...readStandardClaims(claims), emailVerified: false }),
    brand,
    consoleUrl: 'https://cilogon.org/oauth2/register',
  }
}
