// DingTalk: plain OAuth 2.0.
// https://open-dingtalk.github.io/developerpedia/docs/develop/permission/token/browser/get_user_app_token_browser
// https://help.dingtalk.io/open/development/obtain-user-token
// https://help.dingtalk.io/open/development/dingtalk-retrieve-user-information
import type {
  Claims,
  ProfileRequest,
  Provider,
  ProviderOptions,
  TokenRequest,
} from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'
import { rewriteTokenResponse } from './definition/token-response.ts'

const brand = brandOf('#3296fa', 'D')

const toIdentity = readProfile({ subject: 'unionId', email: 'email', name: ['nick'], picture: 'avatarUrl' })

/**
 * Sign in with DingTalk.
 *
 * Needs `DINGTALK_CLIENT_ID`, `DINGTALK_CLIENT_SECRET` of an application in the developer console, with the redirect
 * URI under its security settings and the permission `Contact.User.Read`.
 *
 * People are identified by `unionId`, which is the same for all applications of one developer. DingTalk does not say
 * whether an address is verified, and does not support PKCE: `state` and its cookie bind the answer to this browser.
 * The token answer names the organization (`corpId`) only with the scope `corpid`. An access token is valid for two
 * hours, a refresh token for 30 days.
 */
export function dingtalk<const Id extends string = 'dingtalk'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'DingTalk',
    kind: 'dingtalk',
    protocol: 'oauth2',
    issuer: 'https://login.dingtalk.com',
    endpoints: {
      authorization: 'https://login.dingtalk.com/oauth2/auth',
      token: 'https://api.dingtalk.com/v1.0/oauth2/userAccessToken',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['openid'],
    authorizationParams: { prompt: 'consent' },
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.dingtalk.com/v1.0/',
    toIdentity,
    deviations: { pkce: 'none', normalizeCallback, tokenRequest, normalizeTokenResponse, fetchProfile },
    brand,
    consoleUrl: 'https://open-dev.dingtalk.com/',
  })
}

/** The code is in `authCode`. */
function normalizeCallback(parameters: URLSearchParams): URLSearchParams {
  const code = parameters.get('authCode')
  if (code === null || parameters.has('code')) return parameters
  const normalized = new URLSearchParams(parameters)
  normalized.delete('authCode')
  normalized.set('code', code)
  return normalized
}

/** Sends JSON with names in camel case. */
function tokenRequest(request: TokenRequest): TokenRequest {
  const { grant, parameters } = request
  const of = (name: string): string => parameters.get(name) ?? ''
  return {
    ...request,
    json: {
      clientId: of('client_id'),
      clientSecret: of('client_secret'),
      grantType: grant,
      ...(grant === 'refresh_token' ? { refreshToken: of('refresh_token') } : { code: of('code') }),
    },
  }
}

function normalizeTokenResponse(response: Response): Promise<Response> {
  return rewriteTokenResponse(response, (body, status) => {
    if (typeof body.accessToken === 'string') {
      const { accessToken, refreshToken, expireIn, corpId } = body
      const fields = { access_token: accessToken, refresh_token: refreshToken, expires_in: expireIn, corpId }
      return { status, body: { ...fields, token_type: 'Bearer' } }
    }
    if (typeof body.code !== 'string') return null
    const error = /client|appKey|secret/i.test(body.code) ? 'invalid_client' : 'invalid_grant'
    return {
      status: Math.max(status, 400),
      body: { error, error_description: `${body.code}: ${body.message}` },
    }
  })
}

/** Sends the token in DingTalk's own header. */
async function fetchProfile({ accessToken, fetch }: ProfileRequest): Promise<Claims> {
  const headers = { 'x-acs-dingtalk-access-token': accessToken }
  return (await fetch('contact/users/me', { headers, tokenScheme: null })) as Claims
}
