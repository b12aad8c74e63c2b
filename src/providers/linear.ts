// Linear: plain OAuth 2.0.
// https://linear.app/developers/oauth-2-0-authentication
import type { Claims, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#5e6ad2',
  'M2.886 4.18A11.982 11.982 0 0 1 11.99 0C18.624 0 24 5.376 24 12.009c0 3.64-1.62 6.903-4.18 9.105L2.887 4.18ZM1.817 5.626l16.556 16.556c-.524.33-1.075.62-1.65.866L.951 7.277c.247-.575.537-1.126.866-1.65ZM.322 9.163l14.515 14.515c-.71.172-1.443.282-2.195.322L0 11.358a12 12 0 0 1 .322-2.195Zm-.17 4.862 9.823 9.824a12.02 12.02 0 0 1-9.824-9.824Z',
)

const toIdentity = readProfile({
  subject: 'data.viewer.id',
  email: 'data.viewer.email',
  name: ['data.viewer.name'],
  picture: 'data.viewer.avatarUrl',
})

/**
 * Sign in with Linear.
 *
 * Needs `LINEAR_CLIENT_ID`, `LINEAR_CLIENT_SECRET` of an OAuth2 application in one of your workspaces, where you enter
 * the callback URL.
 *
 * A person has a separate account in each workspace. Linear does not say whether an address is verified. Access tokens
 * are valid for a day; a refresh token is issued to applications created since October 2025, and to all since April
 * 2026.
 */
export function linear<const Id extends string = 'linear'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Linear',
    kind: 'linear',
    protocol: 'oauth2',
    issuer: 'https://linear.app',
    endpoints: {
      authorization: 'https://linear.app/oauth/authorize',
      token: 'https://api.linear.app/oauth/token',
      revocation: 'https://api.linear.app/oauth/revoke',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['read'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.linear.app/',
    toIdentity,
    deviations: {
      // https://linear.app/developers/oauth-2-0-authentication
      scopeSeparator: ',',
      fetchProfile,
    },
    brand,
    consoleUrl: 'https://linear.app/settings/api/applications/new',
  })
}

/** https://linear.app/developers/oauth-2-0-authentication */
async function fetchProfile({ fetch }: ProfileRequest): Promise<Claims> {
  const query = 'query { viewer { id name email avatarUrl } }'
  return (await fetch('graphql', { body: { query } })) as Claims
}
