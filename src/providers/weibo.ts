// Weibo: plain OAuth 2.0.
// https://open.weibo.com/wiki/Oauth2/access_token
import type { Claims, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'
import { rewriteTokenResponse } from './definition/token-response.ts'

const brand = brandOf('#e6162d', 'W')

/**
 * Sign in with Weibo.
 *
 * Needs `WEIBO_CLIENT_ID`, `WEIBO_CLIENT_SECRET`: App Key and App Secret of a website application, with the callback
 * address under its advanced settings (OAuth2.0 授权设置). Until Weibo has reviewed it, only its test accounts can sign
 * in.
 *
 * Weibo gives e-mail addresses only to applications with a special permission, so none is requested. There is no
 * refresh token for websites.
 */
export function weibo<const Id extends string = 'weibo'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Weibo',
    kind: 'weibo',
    protocol: 'oauth2',
    issuer: 'https://api.weibo.com',
    endpoints: {
      authorization: 'https://api.weibo.com/oauth2/authorize',
      token: 'https://api.weibo.com/oauth2/access_token',
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.weibo.com/2/',
    toIdentity: readProfile({ subject: 'idstr', name: ['screen_name'], picture: 'avatar_large' }),
    deviations: {
      scopeSeparator: ',',
      normalizeTokenResponse,
      fetchProfile,
      // https://open.weibo.com/wiki/Oauth2/authorize
      reauthentication: { forcelogin: 'true' },
    },
    brand,
    consoleUrl: 'https://open.weibo.com/apps',
  })
}

/** The answer is JSON with the type text/plain, without a token type. */
function normalizeTokenResponse(response: Response): Promise<Response> {
  return rewriteTokenResponse(
    response,
    (body, status) =>
      body.error === undefined
        ? { status, body: { ...body, token_type: 'Bearer' } }
        : { status: Math.max(status, 400), body },
    { read: 'lenient' },
  )
}

/** https://open.weibo.com/wiki/2/users/show: the token answer names the person; the token is in the query. */
async function fetchProfile({ accessToken, tokenAnswer, fetch }: ProfileRequest): Promise<Claims> {
  const uid = String(tokenAnswer.uid ?? '')
  const profile = (await fetch('users/show.json', {
    query: { access_token: accessToken, uid },
    tokenScheme: null,
    read: 'lenient',
  })) as Claims
  return profile.idstr === uid ? profile : {}
}
