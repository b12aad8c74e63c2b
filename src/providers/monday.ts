// monday.com: plain OAuth 2.0.
// https://developer.monday.com/apps/docs/oauth
import type { Claims, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'
import { asJson } from './definition/token-request.ts'

const brand = brandOf('#ff3d57', 'M')

const toIdentity = readProfile({
  subject: 'data.me.id',
  email: 'data.me.email',
  name: ['data.me.name'],
  picture: 'data.me.photo_small',
})

/**
 * Sign in with monday.com.
 *
 * Needs `MONDAY_CLIENT_ID`, `MONDAY_CLIENT_SECRET`: under App credentials in the General settings of an app in the
 * Developer Center; enter the redirect URL and the scope `me:read` under OAuth & permissions. An administrator of an
 * account must install the app there before its people can sign in.
 *
 * The entry uses OAuth 2.1, which all new apps use: PKCE, access tokens that expire, and refresh tokens that are
 * replaced with each use. An older app must be switched to it. People have a different id in each account. monday.com
 * does not say whether an address is verified.
 */
export function monday<const Id extends string = 'monday'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'monday.com',
    kind: 'monday',
    protocol: 'oauth2',
    issuer: 'https://auth.monday.com',
    endpoints: {
      authorization: 'https://auth.monday.com/oauth2/authorize',
      // https://developer.monday.com/apps/docs/oauth-2-1
      token: 'https://auth.monday.com/oauth_ms/oauth/token',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['me:read'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.monday.com/',
    toIdentity,
    deviations: {
      tokenRequest: (request) => asJson(request),
      fetchProfile,
    },
    brand,
    consoleUrl: 'https://auth.monday.com/auth/login_monday',
  })
}

/** https://developer.monday.com/apps/docs/oauth */
async function fetchProfile({ fetch }: ProfileRequest): Promise<Claims> {
  const query = 'query { me { id name email photo_small } }'
  return (await fetch('v2', { body: { query }, tokenScheme: '' })) as Claims
}
