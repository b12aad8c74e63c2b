// CILogon: OpenID Connect by discovery.
// https://www.cilogon.org/oidc
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#466e96', 'C')

/** Options of `cilogon()`: what every provider takes, and what only this one needs. */
export interface CilogonOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The entity id of the institution that is chosen without asking. */
  readonly identityProvider?: string | undefined
}

/** What only this entry takes, as data: the environment, the pages and `latchkey providers` read it. */
export const options: OwnOptions<CilogonOptions> = {
  identityProvider: {
    kind: 'text',
    example: 'https://idp.example.edu/idp/shibboleth',
    sentence:
      'The entity id of the institution that is chosen without asking, from the list at cilogon.org/idplist.',
  },
}

/**
 * Sign in with CILogon.
 *
 * Needs `CILOGON_CLIENT_ID`, `CILOGON_CLIENT_SECRET`: register the client at cilogon.org/oauth2/register and wait for
 * its approval by mail; redirect URIs and scopes are changed by asking again. `sub` is an address made by CILogon and
 * is the same for all clients. The home institution sends what it likes: name and address may be missing, and it is not
 * said whether an address is verified. CILogon asks to request as few scopes as possible; add `org.cilogon.userinfo` to
 * `CILOGON_SCOPE` for `idp`, `eppn` and affiliation. `CILOGON_IDENTITY_PROVIDER` picks the institution without asking.
 * A refresh token comes only by arrangement. Ending the grant revokes it at CILogon.
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
    scopes: ['openid', 'email', 'profile'],
    authorizationParams: { ...(identityProvider && { idphint: identityProvider }) },
    loginHints: ['idphint'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://cilogon.org',
    toIdentity: (claims: Claims) => ({ ...readStandardClaims(claims), emailVerified: false }),
    brand,
    consoleUrl: 'https://cilogon.org/oauth2/register',
  }
}
