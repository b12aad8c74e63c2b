// Amazon: plain OAuth 2.0.
// https://developer.amazon.com/docs/login-with-amazon/authorization-code-grant.html
// https://developer.amazon.com/docs/login-with-amazon/obtain-customer-profile.html
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#ff9900', 'A')

const toIdentity = readProfile({ subject: 'user_id', email: 'email', name: ['name'] })

export interface AmazonOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** Where the account lives: na, eu or fe. One of na, eu, fe. Default: `na`. */
  readonly region?: string | undefined
}

export const options: OwnOptions<AmazonOptions> = {
  region: {
    kind: 'text',
    default: 'na',
    values: ['na', 'eu', 'fe'],
    sentence: 'Where the account lives: na, eu or fe.',
  },
}

/**
 * Sign in with Amazon.
 *
 * Needs `AMAZON_CLIENT_ID`, `AMAZON_CLIENT_SECRET`. Amazon does not say whether an address is verified.
 *
 * @throws LatchkeyError `config_provider_invalid` for options that cannot be used.
 */
export function amazon<const Id extends string = 'amazon'>(wanted: AmazonOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ region = '' }: AmazonOptions): ProviderDescription {
  const api =
    { na: 'https://api.amazon.com', eu: 'https://api.amazon.co.uk', fe: 'https://api.amazon.co.jp' }[
      region
    ] ?? ''
  return {
    name: 'Amazon',
    kind: 'amazon',
    protocol: 'oauth2',
    issuer: 'https://www.amazon.com',
    endpoints: {
      authorization: 'https://www.amazon.com/ap/oa',
      token: `${api}/auth/o2/token`,
      userinfo: `${api}/user/profile`,
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['profile'],
    claimsFrom: 'userinfo',
    apiBaseUrl: `${api}/user/`,
    toIdentity,
    brand,
    consoleUrl: 'https://developer.amazon.com/loginwithamazon/console/site/lwa/overview.html',
  }
}
