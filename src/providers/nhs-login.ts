// NHS login: OpenID Connect by discovery.
// https://nhsconnect.github.io/nhslogin/
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

const brand = brandOf('#005eb8', 'N')

export interface NhsLoginOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** Use the sandpit. Default: false. */
  readonly sandbox?: boolean | undefined
}

export const options: OwnOptions<NhsLoginOptions> = {
  sandbox: { kind: 'flag', sentence: 'Use the sandpit.' },
}

/**
 * Sign in with NHS login.
 *
 * Needs `NHS_LOGIN_CLIENT_ID`. For approved health services. The client proves itself with a key (`clientKey`); assertions and ID tokens are RS512.
 *
 * @throws LatchkeyError `config_provider_invalid` for options that cannot be used.
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
    scopes: ['openid', 'email', 'profile'],
    authorizationParams: { vtr: JSON.stringify(['P9.Cp.Cd']) },
    claimsFrom: 'userinfo',
    apiBaseUrl: sandbox ? 'https://auth.sandpit.signin.nhs.uk' : 'https://auth.login.nhs.uk',
    toIdentity: (claims: Claims) => ({ ...readStandardClaims(claims), picture: null }),
    brand,
    consoleUrl: 'https://digital.nhs.uk/services/nhs-login',
  }
}
