// Kick: plain OAuth 2.0.
// https://docs.kick.com/getting-started/generating-tokens-oauth2-flow
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf(
  '#53fc19',
  'M1.333 0h8v5.333H12V2.667h2.667V0h8v8H20v2.667h-2.667v2.666H20V16h2.667v8h-8v-2.667H12v-2.666H9.333V24h-8Z',
)

const toIdentity = readProfile({
  subject: 'data.0.user_id',
  isNumeric: true,
  email: 'data.0.email',
  name: ['data.0.name'],
  picture: 'data.0.profile_picture',
})

/**
 * Sign in with Kick.
 *
 * Needs `KICK_CLIENT_ID`, `KICK_CLIENT_SECRET`: create an app under Developer in the settings of a Kick account; enter
 * the redirect URL there, and choose `user:read`.
 *
 * People are identified by their number. Kick does not say whether an address is verified. A refresh token comes with
 * every sign-in and is replaced with each use. Ending the grant also revokes it.
 */
export function kick<const Id extends string = 'kick'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Kick',
    kind: 'kick',
    protocol: 'oauth2',
    issuer: 'https://id.kick.com',
    endpoints: {
      authorization: 'https://id.kick.com/oauth/authorize',
      token: 'https://id.kick.com/oauth/token',
      userinfo: 'https://api.kick.com/public/v1/users',
      revocation: 'https://id.kick.com/oauth/revoke',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['user:read'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.kick.com/public/v1/',
    toIdentity,
    deviations: {
      // https://docs.kick.com/getting-started/generating-tokens-oauth2-flow: the token is in the query.
      revoke: ({ endpoint, token, hint }) =>
        endpoint === undefined
          ? null
          : {
              url: `${endpoint}?${new URLSearchParams({ token, token_hint_type: hint })}`,
              method: 'POST',
            },
    },
    brand,
    consoleUrl: 'https://kick.com/settings/developer',
  })
}
