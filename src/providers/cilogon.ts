// CILogon: OpenID Connect by discovery.
// https://www.cilogon.org/oidc
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#466e96', 'C')

/** Options of `cilogon()`: those of every provider, and its own. */
export interface CilogonOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The entity id of the institution to preselect. */
  readonly identityProvider?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<CilogonOptions> = {
  identityProvider: {
    kind: 'text',
    example: 'https://idp.example.edu/idp/shibboleth',
    sentence: 'The entity id of the institution to preselect, from the list at cilogon.org/idplist.',
  },
}

/**
 * Sign in with CILogon.
 *
 * Needs `CILOGON_CLIENT_ID`, `CILOGON_CLIENT_SECRET`: register the client at cilogon.org/oauth2/register and wait for
 * its approval by mail; to change redirect URIs or scopes, ask again. `sub` is a URL that CILogon generates, the same
 * for all clients. The home institution decides what it sends: name and e-mail address may be missing, and nothing
 * says whether an address is verified. CILogon asks to request as few scopes as possible; add `org.cilogon.userinfo`
 * to `CILOGON_SCOPE` for `idp`, `eppn` and affiliation. `CILOGON_IDENTITY_PROVIDER` preselects the institution. A
 * refresh token comes only by arrangement. Ending the grant also revokes it at CILogon.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
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
