// start.gg: plain OAuth 2.0.
// https://developer.start.gg/docs/oauth/oauth-overview
import type { Claims, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

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
 * Needs `START_GG_CLIENT_ID`, `START_GG_CLIENT_SECRET`. start.gg does not say whether an address is verified.
 */
export function startGg<const Id extends string = 'start-gg'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'start.gg',
    kind: 'start-gg',
    protocol: 'oauth2',
    issuer: 'https://start.gg',
    endpoints: {
      authorization: 'https://start.gg/oauth/authorize',
      token: 'https://api.start.gg/oauth/access_token',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['user.identity', 'user.email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.start.gg/',
    toIdentity,
    deviations: {
      fetchProfile,
    },
    brand,
    consoleUrl: 'https://start.gg/admin/profile/developer',
  })
}

/** https://developer.start.gg/docs/oauth/oauth-overview */
async function fetchProfile({ fetch }: ProfileRequest): Promise<Claims> {
  const query = 'query { currentUser { id name email player { gamerTag } } }'
  return (await fetch('gql/alpha', { body: { query } })) as Claims
}
