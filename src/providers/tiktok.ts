// TikTok: plain OAuth 2.0.
// https://developers.tiktok.com/doc/login-kit-web
// https://developers.tiktok.com/doc/oauth-user-access-token-management
import type { Claims, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'
import { rewriteTokenResponse } from './definition/token-response.ts'

const brand = brandOf(
  '#000000',
  'M12.525.02c1.31-.02 2.61-.01 3.91-.02.08 1.53.63 3.09 1.75 4.17 1.12 1.11 2.7 1.62 4.24 1.79v4.03c-1.44-.05-2.89-.35-4.2-.97-.57-.26-1.1-.59-1.62-.93-.01 2.92.01 5.84-.02 8.75-.08 1.4-.54 2.79-1.35 3.94-1.31 1.92-3.58 3.17-5.91 3.21-1.43.08-2.86-.31-4.08-1.03-2.02-1.19-3.44-3.37-3.65-5.71-.02-.5-.03-1-.01-1.49.18-1.9 1.12-3.72 2.58-4.96 1.66-1.44 3.98-2.13 6.15-1.72.02 1.48-.04 2.96-.04 4.44-.99-.32-2.15-.23-3.02.37-.63.41-1.11 1.04-1.36 1.75-.21.51-.15 1.07-.14 1.61.24 1.64 1.82 3.02 3.5 2.87 1.12-.01 2.19-.66 2.77-1.61.19-.33.4-.67.41-1.06.1-1.79.06-3.57.07-5.36.01-4.03-.01-8.05.02-12.07z',
)

const toIdentity = readProfile({
  subject: 'data.user.open_id',
  name: ['data.user.display_name'],
  picture: 'data.user.avatar_url',
})

/**
 * Sign in with TikTok.
 *
 * Needs `TIKTOK_CLIENT_ID` (the client key), `TIKTOK_CLIENT_SECRET`, of an app with the product Login Kit at
 * developers.tiktok.com. Redirect URIs must be https, with a host other than localhost and no query.
 *
 * TikTok gives no e-mail address. `open_id` differs for each application. TikTok has PKCE only for desktop and mobile
 * applications, in a nonstandard form, so none is sent: `state` and its cookie bind the answer to this browser. A
 * refresh token comes with every sign-in and may be replaced with each use. Ending the grant also revokes the access
 * token.
 */
export function tiktok<const Id extends string = 'tiktok'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'TikTok',
    kind: 'tiktok',
    protocol: 'oauth2',
    issuer: 'https://www.tiktok.com',
    endpoints: {
      authorization: 'https://www.tiktok.com/v2/auth/authorize/',
      token: 'https://open.tiktokapis.com/v2/oauth/token/',
      revocation: 'https://open.tiktokapis.com/v2/oauth/revoke/',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['user.info.basic'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://open.tiktokapis.com/v2/',
    toIdentity,
    deviations: {
      // https://developers.tiktok.com/doc/oauth-user-access-token-management
      parameterNames: { client_id: 'client_key' },
      scopeSeparator: ',',
      pkce: 'none',
      normalizeTokenResponse,
      fetchProfile,
    },
    redirectRules: {
      localhost: false,
      loopbackAddress: false,
      httpsLocalhost: false,
      note: 'TikTok accepts only https addresses with a domain name and no query.',
    },
    brand,
    consoleUrl: 'https://developers.tiktok.com/apps',
  })
}

/** Errors have status 200; scopes are separated by commas. */
function normalizeTokenResponse(response: Response): Promise<Response> {
  return rewriteTokenResponse(response, (body, status) => {
    if (typeof body.error === 'string') return { status: Math.max(status, 400), body }
    return typeof body.scope === 'string'
      ? { status, body: { ...body, scope: body.scope.replaceAll(',', ' ') } }
      : null
  })
}

/** https://developers.tiktok.com/doc/tiktok-api-v2-get-user-info: the request names the fields. */
async function fetchProfile({ fetch }: ProfileRequest): Promise<Claims> {
  const fields = 'open_id,union_id,avatar_url,display_name'
  return (await fetch('user/info/', { query: { fields } })) as Claims
}
