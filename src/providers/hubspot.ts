// HubSpot: plain OAuth 2.0.
// https://developers.hubspot.com/docs/api/working-with-oauth
import type { Claims, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#ff7a59',
  'M18.164 7.93V5.084a2.198 2.198 0 001.267-1.978v-.067A2.2 2.2 0 0017.238.845h-.067a2.2 2.2 0 00-2.193 2.193v.067a2.196 2.196 0 001.252 1.973l.013.006v2.852a6.22 6.22 0 00-2.969 1.31l.012-.01-7.828-6.095A2.497 2.497 0 104.3 4.656l-.012.006 7.697 5.991a6.176 6.176 0 00-1.038 3.446c0 1.343.425 2.588 1.147 3.607l-.013-.02-2.342 2.343a1.968 1.968 0 00-.58-.095h-.002a2.033 2.033 0 102.033 2.033 1.978 1.978 0 00-.1-.595l.005.014 2.317-2.317a6.247 6.247 0 104.782-11.134l-.036-.005zm-.964 9.378a3.206 3.206 0 113.215-3.207v.002a3.206 3.206 0 01-3.207 3.207z',
)

const toIdentity = readProfile({ subject: 'user_id', isNumeric: true, email: 'user', name: ['user'] })

/**
 * Sign in with HubSpot.
 *
 * Needs `HUBSPOT_CLIENT_ID`, `HUBSPOT_CLIENT_SECRET`, from the Auth settings of an app, where you also enter the
 * redirect URL and the scope `oauth`. HubSpot calls its consent an installation: people choose one of their accounts,
 * and need the right to install apps there. At times new HubSpot accounts cannot create apps; HubSpot's Trust Center
 * says when.
 *
 * HubSpot does not say whether an address is verified. The profile is the metadata of the access token, from version 1
 * of HubSpot's API: later versions leave out the person's address. `allowOrganization` reads the account's id
 * (`hub_id`). A refresh token comes with every sign-in, and ending the grant also revokes it.
 */
export function hubspot<const Id extends string = 'hubspot'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'HubSpot',
    kind: 'hubspot',
    protocol: 'oauth2',
    issuer: 'https://app.hubspot.com',
    endpoints: {
      authorization: 'https://app.hubspot.com/oauth/authorize',
      token: 'https://api.hubapi.com/oauth/v3/token',
      revocation: 'https://api.hubapi.com/oauth/v3/token/revoke',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['oauth'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.hubapi.com/oauth/v1/',
    toIdentity,
    organizationOf: ({ hub_id: hub }) => (typeof hub === 'number' ? String(hub) : null),
    deviations: {
      fetchProfile,
    },
    brand,
    consoleUrl: 'https://app.hubspot.com/developer',
  })
}

/**
 * https://developers.hubspot.com/docs/api-reference/legacy/authentication/oauth-tokens/v1/get-oauth-token-metadata: the
 * token is in the path.
 */
async function fetchProfile({ accessToken, fetch }: ProfileRequest): Promise<Claims> {
  return (await fetch(`access-tokens/${encodeURIComponent(accessToken)}`, { tokenScheme: null })) as Claims
}
