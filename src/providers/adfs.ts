// AD FS: OpenID Connect by discovery.
// https://learn.microsoft.com/en-us/windows-server/identity/ad-fs/development/ad-fs-openid-connect-oauth-concepts
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#0072c6', 'A')

/** Options of `adfs()`: those of every provider, and its own. */
export interface AdfsOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The federation service’s host name. */
  readonly host?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<AdfsOptions> = {
  host: {
    kind: 'host',
    required: true,
    example: 'fs.example.com',
    sentence: 'The federation service’s host name: Federation Service Properties in AD FS Management.',
  },
}

/**
 * Sign in with AD FS.
 *
 * Needs `ADFS_CLIENT_ID`, `ADFS_CLIENT_SECRET`, `ADFS_HOST`. In AD FS Management, add an application group with a
 * server application: it shows the client identifier, asks for the redirect URI and generates the secret. Permit it
 * the scopes `openid`, `profile` and `email`.
 *
 * Issuance rules decide which claims the ID token contains (for more than the basic ones, permit the scope
 * `allatclaims`). Without a rule for the e-mail address, `upn` is used instead. The userinfo endpoint returns only the
 * subject. AD FS does not say whether an address is verified. PKCE needs Windows Server 2019. The logout endpoint is
 * in the metadata.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function adfs<const Id extends string = 'adfs'>(wanted: AdfsOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ host = '' }: AdfsOptions): ProviderDescription {
  return {
    name: 'AD FS',
    kind: 'adfs',
    protocol: 'oidc',
    issuer: `https://${host}/adfs`,
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'id-token',
    apiBaseUrl: `https://${host}/adfs`,
    toIdentity: (claims: Claims) => ({
      ...readStandardClaims(claims),
      email: claims.email ?? claims.upn,
      emailVerified: false,
      name: claims.name ?? claims.unique_name,
    }),
    deviations: {
      reauthentication: { prompt: 'login' },
    },
    brand,
  }
}
