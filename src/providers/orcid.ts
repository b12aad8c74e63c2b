// ORCID: OpenID Connect by discovery.
// https://info.orcid.org/documentation/api-tutorials/api-tutorial-get-and-authenticated-orcid-id/
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf(
  '#a6ce39',
  'M12 0C5.372 0 0 5.372 0 12s5.372 12 12 12 12-5.372 12-12S18.628 0 12 0zM7.369 4.378c.525 0 .947.431.947.947s-.422.947-.947.947a.95.95 0 0 1-.947-.947c0-.525.422-.947.947-.947zm-.722 3.038h1.444v10.041H6.647V7.416zm3.562 0h3.9c3.712 0 5.344 2.653 5.344 5.025 0 2.578-2.016 5.025-5.325 5.025h-3.919V7.416zm1.444 1.303v7.444h2.297c3.272 0 4.022-2.484 4.022-3.722 0-2.016-1.284-3.722-4.097-3.722h-2.222z',
)

/** Options of `orcid()`: those of every provider, and its own. */
export interface OrcidOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** Use the sandbox at sandbox.orcid.org. Default: false. */
  readonly sandbox?: boolean | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<OrcidOptions> = {
  sandbox: {
    kind: 'flag',
    sentence: 'Use the sandbox at sandbox.orcid.org, which needs a separate account and client.',
  },
}

/**
 * Sign in with ORCID.
 *
 * Needs `ORCID_CLIENT_ID`, `ORCID_CLIENT_SECRET`: under Developer tools of an ORCID record, for the free public API;
 * redirect URIs must be https.
 *
 * The subject is the ORCID iD. E-mail addresses are almost never public, so none is requested. The name comes from the
 * userinfo endpoint. Access tokens are valid for about twenty years; a refresh token comes with every sign-in.
 * `prompt=login` and `max_age` are supported.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function orcid<const Id extends string = 'orcid'>(wanted: OrcidOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ sandbox }: OrcidOptions): ProviderDescription {
  const host = sandbox ? 'sandbox.orcid.org' : 'orcid.org'
  return {
    name: 'ORCID',
    kind: 'orcid',
    protocol: 'oidc',
    issuer: `https://${host}`,
    clientAuthentication: 'client_secret_post',
    scopes: ['openid'],
    claimsFrom: 'userinfo',
    apiBaseUrl: `https://pub.${host}/v3.0/`,
    toIdentity: (claims: Claims) => ({
      ...readStandardClaims(claims),
      email: null,
      emailVerified: false,
      picture: null,
    }),
    brand,
    consoleUrl: 'https://orcid.org/developer-tools',
  }
}
