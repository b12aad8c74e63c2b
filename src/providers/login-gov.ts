// Login.gov: OpenID Connect by discovery.
// https://developers.login.gov/oidc/authorization/
// https://developers.login.gov/oidc/token/
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'

const brand = brandOf('#112f4e', 'L')

export interface LoginGovOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** Use the sandbox at idp.int.identitysandbox.gov. Default: false. */
  readonly sandbox?: boolean | undefined
}

export const options: OwnOptions<LoginGovOptions> = {
  sandbox: { kind: 'flag', sentence: 'Use the sandbox at idp.int.identitysandbox.gov.' },
}

/**
 * Sign in with Login.gov.
 *
 * Needs `LOGIN_GOV_CLIENT_ID`. For federal and partner agencies. The client proves itself with a key (`clientKey`) or with PKCE alone (`LOGIN_GOV_CLIENT_AUTH=none`); there is no client secret.
 *
 * @throws LatchkeyError `config_provider_invalid` for options that cannot be used.
 */
export function loginGov<const Id extends string = 'login-gov'>(
  wanted: LoginGovOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ sandbox }: LoginGovOptions): ProviderDescription {
  return {
    name: 'Login.gov',
    kind: 'login-gov',
    protocol: 'oidc',
    issuer: sandbox ? 'https://idp.int.identitysandbox.gov/' : 'https://secure.login.gov/',
    scopes: ['openid', 'email'],
    authorizationParams: { acr_values: 'urn:acr.login.gov:auth-only' },
    claimsFrom: 'userinfo',
    apiBaseUrl: sandbox ? 'https://idp.int.identitysandbox.gov/' : 'https://secure.login.gov/',
    toIdentity: ({ sub, email, email_verified: emailVerified }: Claims) => ({
      subject: sub,
      email,
      emailVerified,
    }),
    brand,
    consoleUrl: 'https://portal.int.identitysandbox.gov/',
  }
}
