// Salesforce: OpenID Connect by discovery.
// https://login.salesforce.com/.well-known/openid-configuration
// https://help.salesforce.com/HTViewHelpDoc?id=remoteaccess_using_userinfo_endpoint.htm
// https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_using_openid.htm
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'
import { textOrNull } from './definition/text-or-null.ts'

const brand = brandOf('#00a1e0', 'S')

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<ProviderOptions> = {
  baseUrl: {
    kind: 'url',
    default: 'https://login.salesforce.com',
    sentence:
      'The My Domain address, https://test.salesforce.com for a sandbox, or an Experience Cloud site.',
  },
}

/**
 * Sign in with Salesforce.
 *
 * Needs `SALESFORCE_CLIENT_ID` (the consumer key), `SALESFORCE_CLIENT_SECRET` (the consumer secret) of an external
 * client app or connected app with OAuth enabled and the scopes `openid`, `profile` and `email`. For a sandbox set
 * `SALESFORCE_BASE_URL` to `https://test.salesforce.com`; use the My Domain address if the organization requires it.
 * The subject is a URL that contains the host, the organization and the person: use one host, and do not rename My
 * Domain, or every person becomes a new one. `allowOrganization` reads `organization_id`. Pictures need a token and
 * are left out. PKCE is always sent; an app can require it. With `keepTokens` the app also needs the scope
 * `refresh_token`; token answers do not say when an access token expires. Ending the grant also revokes it at
 * Salesforce.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function salesforce<const Id extends string = 'salesforce'>(
  wanted: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ baseUrl = '' }: ProviderOptions): ProviderDescription {
  return {
    name: 'Salesforce',
    kind: 'salesforce',
    protocol: 'oidc',
    issuer: baseUrl,
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: baseUrl,
    // Pictures need a token.
    toIdentity: (claims: Claims) => ({ ...readStandardClaims(claims), picture: null }),
    organizationOf: ({ organization_id: organization }) => textOrNull(organization),
    deviations: {
      offlineAccess: { scopes: ['refresh_token'] },
      reauthentication: { prompt: 'login' },
    },
    brand,
    consoleUrl: `${baseUrl}/lightning/setup/ConnectedApplication/home`,
  }
}
