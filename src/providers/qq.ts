// QQ: plain OAuth 2.0.
// https://wiki.connect.qq.com/%e4%bd%bf%e7%94%a8authorization_code%e8%8e%b7%e5%8f%96access_token
// https://wiki.connect.qq.com/get_user_info
import type {
  Claims,
  ProfileRequest,
  Provider,
  ProviderOptions,
  TokenRequest,
} from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import type { IdentityDraft } from './definition/read-identity.ts'
import { readProfile } from './definition/read-profile.ts'
import { asQuery, withParameters } from './definition/token-request.ts'
import { rewriteTokenResponse } from './definition/token-response.ts'

const brand = brandOf(
  '#1ebafc',
  'M21.395 15.035a40 40 0 0 0-.803-2.264l-1.079-2.695c.001-.032.014-.562.014-.836C19.526 4.632 17.351 0 12 0S4.474 4.632 4.474 9.241c0 .274.013.804.014.836l-1.08 2.695a39 39 0 0 0-.802 2.264c-1.021 3.283-.69 4.643-.438 4.673.54.065 2.103-2.472 2.103-2.472 0 1.469.756 3.387 2.394 4.771-.612.188-1.363.479-1.845.835-.434.32-.379.646-.301.778.343.578 5.883.369 7.482.189 1.6.18 7.14.389 7.483-.189.078-.132.132-.458-.301-.778-.483-.356-1.233-.646-1.846-.836 1.637-1.384 2.393-3.302 2.393-4.771 0 0 1.563 2.537 2.103 2.472.251-.03.581-1.39-.438-4.673',
)

const read = readProfile({ subject: 'openid', name: ['nickname'] })

/**
 * Sign in with QQ.
 *
 * Needs `QQ_CLIENT_ID` (the APP ID), `QQ_CLIENT_SECRET` (the APP Key) of a website application at connect.qq.com,
 * which QQ reviews; the site must be registered with the authorities in China. QQ gives no e-mail address. People are
 * identified by `unionid` if the application has one, otherwise by the application's own `openid`: apply for `unionid`
 * before the first sign-in, because it changes every person's key. QQ's protocol sends the client secret and the
 * tokens in URLs. An access token is valid for 60 days; a refresh token works once. The redirect URI must be below the
 * registered domain. A person who refuses on a computer does not return: the page closes. There is no PKCE and no
 * revocation.
 */
export function qq<const Id extends string = 'qq'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'QQ',
    kind: 'qq',
    protocol: 'oauth2',
    issuer: 'https://graph.qq.com',
    endpoints: {
      authorization: 'https://graph.qq.com/oauth2.0/authorize',
      token: 'https://graph.qq.com/oauth2.0/token',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['get_user_info'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://graph.qq.com/',
    toIdentity,
    deviations: { scopeSeparator: ',', tokenRequest, normalizeTokenResponse, fetchProfile },
    redirectRules: { note: 'QQ accepts addresses below the registered domain.' },
    brand,
    consoleUrl: 'https://connect.qq.com/',
  })
}

function toIdentity(profile: Claims): IdentityDraft {
  // The large picture (100 × 100) is not always there; the small one (40 × 40) is.
  const picture = profile.figureurl_qq_2 || profile.figureurl_qq_1
  return { ...read(profile), subject: profile.unionid ?? profile.openid, picture }
}

/** A GET request; the answer is JSON only if requested. */
function tokenRequest(request: TokenRequest): TokenRequest {
  return asQuery(withParameters(request, { fmt: 'json' }))
}

/** Errors are numeric codes with status 200; token answers have no type. */
function normalizeTokenResponse(response: Response): Promise<Response> {
  return rewriteTokenResponse(
    response,
    (body, status) => {
      if (body.error === undefined) return { status, body: { ...body, token_type: 'Bearer' } }
      const isClient = [100008, 100009].includes(Number(body.error))
      return { status: 400, body: { ...body, error: isClient ? 'invalid_client' : 'invalid_grant' } }
    },
    { read: 'lenient' },
  )
}

/** Makes two calls: one for the token's owner, one for their profile. */
async function fetchProfile({ accessToken, clientId, fetch }: ProfileRequest): Promise<Claims> {
  const options = { tokenScheme: null, read: 'lenient' } as const
  const query = { access_token: accessToken, fmt: 'json' }
  const ask = async (more: Readonly<Record<string, string>>) =>
    (await fetch('oauth2.0/me', { ...options, query: { ...query, ...more } })) as Claims
  const united = await ask({ unionid: '1' })
  // 100048: the application has no unionid. https://wiki.connect.qq.com/unionid%e4%bb%8b%e7%bb%8d
  const me = Number(united.error) === 100048 ? await ask({}) : united
  const openid = String(me.openid ?? '')
  // A different client id means that the token belongs to another application.
  if ((me.client_id ?? clientId) !== clientId || openid === '') return {}
  const profile = (await fetch('user/get_user_info', {
    ...options,
    query: { ...query, oauth_consumer_key: clientId, openid },
  })) as Claims
  return { ...profile, openid, unionid: me.unionid }
}
