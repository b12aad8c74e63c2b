// GOV.UK One Login: OpenID Connect by discovery.
// https://docs.sign-in.service.gov.uk/integrate-with-integration-environment/authenticate-your-user/
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'

const brand = brandOf('#0b0c0c', 'G')

/** Options of `govuk-one-login()`: those of every provider, and its own. */
export interface GovukOneLoginOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** Use the integration environment. Default: false. */
  readonly integration?: boolean | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<GovukOneLoginOptions> = {
  integration: {
    kind: 'flag',
    sentence: 'Use the integration environment, with the client that is registered there.',
  },
}

/**
 * Sign in with GOV.UK One Login.
 *
 * Needs `GOVUK_ONE_LOGIN_CLIENT_ID`. For public-sector services, which register in the admin tool; the integration
 * environment is open to all of them. The client authenticates with a key (`clientKey`), whose public half you enter
 * there; client secrets are an exception.
 *
 * People sign in with a password and a second factor (`Cl.Cm`); `authorizationParams: { vtr: '["Cl"]' }` asks for
 * less. Ids depend on the service's sector identifier, which must never change afterwards. GOV.UK One Login gives an
 * e-mail address, which is verified, and no name. The issuer ends in a slash; ID tokens are signed with ES256.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function govukOneLogin<const Id extends string = 'govuk-one-login'>(
  wanted: GovukOneLoginOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ integration }: GovukOneLoginOptions): ProviderDescription {
  return {
    name: 'GOV.UK One Login',
    kind: 'govuk-one-login',
    protocol: 'oidc',
    issuer: integration ? 'https://oidc.integration.account.gov.uk/' : 'https://oidc.account.gov.uk/',
    scopes: ['openid', 'email'],
    authorizationParams: {
      // https://docs.sign-in.service.gov.uk: a vector of trust instead of acr_values; this one means a password and a second factor.
      vtr: JSON.stringify(['Cl.Cm']),
    },
    claimsFrom: 'userinfo',
    // https://docs.sign-in.service.gov.uk/integrate-with-integration-environment/authenticate-your-user/
    deviations: { clientAssertionAudience: 'token-endpoint' },
    apiBaseUrl: integration ? 'https://oidc.integration.account.gov.uk/' : 'https://oidc.account.gov.uk/',
    toIdentity: ({ sub, email, email_verified: emailVerified }: Claims) => ({
      subject: sub,
      email,
      emailVerified,
    }),
    brand,
    consoleUrl: 'https://admin.sign-in.service.gov.uk/',
  }
}
