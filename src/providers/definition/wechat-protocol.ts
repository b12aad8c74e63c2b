// The protocol of WeChat's two kinds of web login: nonstandard names, GET with all parameters in the query, and a token answer
// that identifies the person.
// https://developers.weixin.qq.com/doc/oplatform/en/Website_App/WeChat_Login/Wechat_Login.html
import type { Claims, Deviations, ProfileRequest, TokenRequest } from '../../contracts/provider.ts'
import type { IdentityDraft } from './read-identity.ts'
import { readProfile } from './read-profile.ts'
import { asQuery, toAddress } from './token-request.ts'
import { rewriteTokenResponse } from './token-response.ts'

export const wechatEndpoints = {
  token: 'https://api.weixin.qq.com/sns/oauth2/access_token',
  apiBaseUrl: 'https://api.weixin.qq.com/sns/',
} as const

export const wechatDeviations: Deviations = {
  parameterNames: { client_id: 'appid', client_secret: 'secret' },
  scopeSeparator: ',',
  authorizationFragment: '#wechat_redirect',
  normalizeCallback,
  tokenRequest,
  normalizeTokenResponse,
  fetchProfile,
}

const read = readProfile({ subject: 'openid', name: ['nickname'], picture: 'headimgurl' })

/** `unionid` is the same for all applications of one developer; WeChat sends it once the application is bound to an account. */
export function readWechatProfile(profile: Claims): IdentityDraft {
  return { ...read(profile), subject: profile.unionid ?? profile.openid }
}

/** A refusal is a callback without a code: it has only `state`. */
function normalizeCallback(parameters: URLSearchParams): URLSearchParams {
  if (parameters.has('code') || parameters.has('error')) return parameters
  return new URLSearchParams([...parameters, ['error', 'access_denied']])
}

/** Refreshes use a separate endpoint next to the token endpoint. */
function tokenRequest(request: TokenRequest): TokenRequest {
  const query = asQuery(request)
  return request.grant === 'refresh_token'
    ? toAddress(query, new URL('refresh_token', request.url).href)
    : query
}

const clientErrors: ReadonlySet<unknown> = new Set([40013, 40125, 41002, 41004])

/**
 * Answers are JSON with the type text/plain, have status 200 for errors, no token type, and scopes separated by commas. Refuses the
 * virtual account that a snapshot page signs in: https://developers.weixin.qq.com/community/develop/doc/000c2c34068880629ced91a2f56001
 */
function normalizeTokenResponse(response: Response): Promise<Response> {
  return rewriteTokenResponse(
    response,
    (body, status) => {
      if (typeof body.errcode === 'number' && body.errcode !== 0) {
        const error = clientErrors.has(body.errcode) ? 'invalid_client' : 'invalid_grant'
        return { status: 400, body: { error, error_description: `${body.errcode}: ${body.errmsg}` } }
      }
      if (body.is_snapshotuser === 1) {
        const error_description = 'A snapshot page: the account is virtual (is_snapshotuser).'
        return { status: 400, body: { error: 'snapshot_user', error_description } }
      }
      const scope = typeof body.scope === 'string' ? body.scope.replaceAll(',', ' ') : undefined
      return { status, body: { ...body, token_type: 'Bearer', scope } }
    },
    { read: 'lenient' },
  )
}

async function fetchProfile({ accessToken, tokenAnswer, fetch }: ProfileRequest): Promise<Claims> {
  const openid = String(tokenAnswer.openid ?? '')
  const query = { access_token: accessToken, openid, lang: 'zh_CN' }
  const profile = (await fetch('userinfo', { query, tokenScheme: null, read: 'lenient' })) as Claims
  // Must be the person of the token answer: https://developers.weixin.qq.com/doc/
  return profile.openid === openid ? profile : {}
}
