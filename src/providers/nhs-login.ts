// NHS login: OpenID Connect by discovery.
// https://nhsconnect.github.io/nhslogin/
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#005eb8', 'N')

/** Options of `nhs-login()`: those of every provider, and its own. */
export interface NhsLoginOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** Use the sandpit. Default: false. */
  readonly sandbox?: boolean | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<NhsLoginOptions> = {
  sandbox: { kind: 'flag', sentence: 'Use the sandpit, where NHS login has set up the client.' },
}

/**
 * Sign in with NHS login.
 *
 * Needs `NHS_LOGIN_CLIENT_ID`. For health services that NHS login has approved; request access to the sandpit with a
 * form. The client authenticates with a key (`clientKey`), whose public half is sent to NHS login; assertions and ID
 * tokens are RS512.
 *
 * People prove their identity at the highest level (P9), which is NHS login's default; `authorizationParams: { vtr:
 * '["P5.Cp.Cd","P5.Cp.Ck","P5.Cm"]' }` asks for less. Only the e-mail address is requested, which NHS login verifies.
 * The scope `profile` gives the family name, together with date of birth and NHS number: add it with `scopes` if the
 * service needs them. There are no refresh tokens.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function nhsLogin<const Id extends string = 'nhs-login'>(
  wanted: NhsLoginOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ sandbox }: NhsLoginOptions): ProviderDescription {
  return {
    name: 'NHS login',
    kind: 'nhs-login',
    protocol: 'oidc',
    issuer: sandbox ? 'https://auth.sandpit.signin.nhs.uk' : 'https://auth.login.nhs.uk',
    scopes: ['openid', 'email'],
    // https://nhsconnect.github.io/nhslogin/vectors-of-trust/: the default.
    authorizationParams: { vtr: JSON.stringify(['P9.Cp.Cd', 'P9.Cp.Ck', 'P9.Cm']) },
    claimsFrom: 'userinfo',
    // https://nhsconnect.github.io/nhslogin/interface-spec-doc/
    deviations: { clientAssertionAudience: 'token-endpoint' },
    apiBaseUrl: sandbox ? 'https://auth.sandpit.signin.nhs.uk' : 'https://auth.login.nhs.uk',
    toIdentity: (claims: Claims) => ({ ...readStandardClaims(claims), picture: null }),
    brand,
    consoleUrl: 'https://digital.nhs.uk/services/nhs-login',
  }
}
