// Amazon: plain OAuth 2.0.
// https://developer.amazon.com/docs/login-with-amazon/customer-profile.html
// https://developer.amazon.com/docs/login-with-amazon/obtain-customer-profile.html
// https://developer.amazon.com/docs/login-with-amazon/authorization-code-grant.html
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#ff9900', 'A')

const toIdentity = readProfile({ subject: 'user_id', email: 'email', name: ['name'] })

/** Options of `amazon()`: those of every provider, and its own. */
export interface AmazonOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The region of the servers: North America (`na`), Europe (`eu`) or the Far East (`fe`). Default: `na`. */
  readonly region?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<AmazonOptions> = {
  region: {
    kind: 'text',
    default: 'na',
    values: ['na', 'eu', 'fe'],
    sentence: 'The region of the servers: North America (na), Europe (eu) or the Far East (fe).',
  },
}

/** https://developer.amazon.com/docs/amazon-data-portability/lwa-access-token.html: a code must be exchanged in its own region. */
const hosts: Readonly<Record<string, { readonly pages: string; readonly api: string }>> = {
  na: { pages: 'https://www.amazon.com', api: 'https://api.amazon.com' },
  eu: { pages: 'https://eu.account.amazon.com', api: 'https://api.amazon.co.uk' },
  fe: { pages: 'https://apac.account.amazon.com', api: 'https://api.amazon.co.jp' },
}

/**
 * Sign in with Amazon.
 *
 * Needs `AMAZON_CLIENT_ID`, `AMAZON_CLIENT_SECRET`: in the Login with Amazon console, create a security profile, then
 * enter the redirect URI under Web Settings, Allowed Return URLs. URLs must be `https:`, except for localhost.
 * `user_id` is the same for all applications of one company, and different for every other company. Amazon does not
 * say whether an address is verified, and gives no picture. The scope `profile:user_id` alone shows no consent screen,
 * and gives neither name nor e-mail address. A refresh token comes with every sign-in. There is no revocation and no
 * sign-out at Amazon.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function amazon<const Id extends string = 'amazon'>(wanted: AmazonOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ region = '' }: AmazonOptions): ProviderDescription {
  const { pages = '', api = '' } = hosts[region] ?? {}
  return {
    name: 'Amazon',
    kind: 'amazon',
    protocol: 'oauth2',
    issuer: 'https://www.amazon.com',
    endpoints: {
      authorization: `${pages}/ap/oa`,
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
