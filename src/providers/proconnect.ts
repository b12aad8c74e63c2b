// ProConnect: OpenID Connect by discovery.
// https://github.com/numerique-gouv/proconnect-documentation/blob/main/doc_fs/implementation_technique.md
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'
import { textOrNull } from './definition/text-or-null.ts'

const brand = brandOf('#000091', 'P')

/** Options of `proconnect()`: what every provider takes, and what only this one needs. */
export interface ProconnectOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** Use the integration environment. Default: false. */
  readonly sandbox?: boolean | undefined
}

/** What only this entry takes, as data: the environment, the pages and `latchkey providers` read it. */
export const options: OwnOptions<ProconnectOptions> = {
  sandbox: { kind: 'flag', sentence: 'Use the integration environment, which has clients of its own.' },
}

/**
 * Sign in with ProConnect.
 *
 * Needs `PROCONNECT_CLIENT_ID`, `PROCONNECT_CLIENT_SECRET`, which ProConnect hands out after a request on its partners' site; redirect URIs, logout URIs and scopes are entered there too. `PROCONNECT_SANDBOX=true` is the integration environment.
 *
 * For professionals of the French state and its partners; `allowOrganization` reads `siret`. The userinfo answer is a signed JWT, signed as the client is registered: take RS256 or ES256, not HS256. Access tokens last for a minute, and there is no refresh token. ProConnect does not say whether an address is verified.
 *
 * @throws LatchkeyError `config_provider_invalid` for options that cannot be used.
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
      // Parameters that ProConnect does not list are refused (Y000400), and it has no max_age.
      reauthentication: { prompt: 'login' },
      parameterNames: { ui_locales: null },
    },
    brand,
    consoleUrl: 'https://partenaires.proconnect.gouv.fr/',
  }
}
