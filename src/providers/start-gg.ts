// start.gg: plain OAuth 2.0.
// https://developer.start.gg/docs/oauth/oauth-overview
// https://developer.start.gg/docs/oauth/example-oauth-flow
import type {
  Claims,
  ProfileRequest,
  Provider,
  ProviderOptions,
  TokenRequest,
} from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'
import { asJson, toAddress, withParameters } from './definition/token-request.ts'

const brand = brandOf('#2e75ba', 'S')

const toIdentity = readProfile({
  subject: 'data.currentUser.id',
  isNumeric: true,
  email: 'data.currentUser.email',
  name: ['data.currentUser.player.gamerTag', 'data.currentUser.name'],
})

/**
 * Sign in with start.gg.
 *
 * Needs `START_GG_CLIENT_ID`, `START_GG_CLIENT_SECRET`: an OAuth application under Developer Settings, where the
 * redirect URI is entered. start.gg does not say whether an address is verified. The token request is JSON and repeats
 * the scopes; refreshes use a separate endpoint. An access token is valid for a week. There is no PKCE and no
 * revocation.
 */
export function startGg<const Id extends string = 'start-gg'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, describe)
}

function describe({ scopes = ['user.identity', 'user.email'] }: ProviderOptions): ProviderDescription {
  return {
    name: 'start.gg',
    kind: 'start-gg',
    protocol: 'oauth2',
    issuer: 'https://start.gg',
    endpoints: {
      authorization: 'https://start.gg/oauth/authorize',
      token: 'https://api.start.gg/oauth/access_token',
    },
    clientAuthentication: 'client_secret_post',
    scopes,
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.start.gg/',
    toIdentity,
    deviations: {
      tokenRequest: (request) => tokenRequest(request, scopes.join(' ')),
      fetchProfile,
    },
    brand,
    consoleUrl: 'https://start.gg/admin/profile/developer',
  }
}

/** https://developer.start.gg/docs/oauth/oauth-overview: JSON with the scopes, and a separate endpoint for refreshes. */
function tokenRequest(request: TokenRequest, scope: string): TokenRequest {
  const json = asJson(withParameters(request, { scope }))
  return request.grant === 'refresh_token' ? toAddress(json, new URL('refresh', request.url).href) : json
}

/** https://developer.start.gg/docs/oauth/oauth-overview */
async function fetchProfile({ fetch }: ProfileRequest): Promise<Claims> {
  const query = 'query { currentUser { id name email player { gamerTag } } }'
  return (await fetch('gql/alpha', { body: { query } })) as Claims
}
