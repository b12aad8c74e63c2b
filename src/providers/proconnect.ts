// ProConnect: OpenID Connect by discovery.
// https://github.com/numerique-gouv/proconnect-documentation/blob/main/doc_fs/implementation_technique.md
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'
import { textOrNull } from './definition/text-or-null.ts'

const brand = brandOf('#000091', 'P')

/** Options of `proconnect()`: those of every provider, and its own. */
export interface ProconnectOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** Use the integration environment. Default: false. */
  readonly sandbox?: boolean | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<ProconnectOptions> = {
  sandbox: { kind: 'flag', sentence: 'Use the integration environment, which has separate clients.' },
}

/**
 * Sign in with ProConnect.
 *
 * Needs `PROCONNECT_CLIENT_ID`, `PROCONNECT_CLIENT_SECRET`, which ProConnect issues after a request on its partners'
 * site, where you also enter redirect URIs, logout URIs and scopes. `PROCONNECT_SANDBOX=true` uses the integration
 * environment.
 *
 * For professionals of the French state and its partners; `allowOrganization` reads `siret`. The userinfo answer is a
 * signed JWT; choose RS256 or ES256 for it when you register the client, not HS256. Access tokens are valid for a
 * minute, and there is no refresh token. ProConnect does not say whether an address is verified.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function proconnect<const Id extends string = 'proconnect'>(
  wanted: ProconnectOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ sandbox }: ProconnectOptions): ProviderDescription {
  return {
    name: 'ProConnect',
    kind: 'proconnect',
    protocol: 'oidc',
    issuer: sandbox
      ? 'https://fca.integ01.dev-agentconnect.fr/api/v2'
      : 'https://auth.agentconnect.gouv.fr/api/v2',
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'given_name', 'usual_name', 'email', 'siret'],
    authorizationParams: { acr_values: 'eidas1' },
    loginHints: ['idp_hint', 'siret_hint'],
    claimsFrom: 'userinfo',
    apiBaseUrl: sandbox
      ? 'https://fca.integ01.dev-agentconnect.fr/api/v2'
      : 'https://auth.agentconnect.gouv.fr/api/v2',
    toIdentity: (claims: Claims) => ({
      ...readStandardClaims({ ...claims, family_name: claims.usual_name }),
      emailVerified: false,
      picture: null,
    }),
    organizationOf: ({ siret }) => textOrNull(siret),
    deviations: {
      // ProConnect refuses unlisted parameters (Y000400), including max_age.
      reauthentication: { prompt: 'login' },
      parameterNames: { ui_locales: null },
    },
    brand,
    consoleUrl: 'https://partenaires.proconnect.gouv.fr/',
  }
}
