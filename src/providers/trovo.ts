// Trovo: plain OAuth 2.0.
// https://developer.trovo.live/docs/APIs.html
import type {
  Claims,
  ProfileRequest,
  Provider,
  ProviderOptions,
  TokenRequest,
  TokenRequestContext,
} from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'
import { asJson, toAddress, withHeaders, withParameters } from './definition/token-request.ts'
import { withBearerType } from './definition/with-bearer-type.ts'

const brand = brandOf('#19d66b', 'T')

const toIdentity = readProfile({
  subject: 'userId',
  email: 'email',
  name: ['nickName', 'userName'],
  picture: 'profilePic',
})

/**
 * Sign in with Trovo.
 *
 * Needs `TROVO_CLIENT_ID`, `TROVO_CLIENT_SECRET`: register an application at developer.trovo.live with a logo, a
 * privacy policy and the redirect URI; its review takes up to a week. Trovo does not say whether an address is
 * verified. Tokens are sent with the scheme `OAuth`, and each request has the client id in a header. A refresh token
 * comes with every sign-in, and refreshes use a separate endpoint. There is no PKCE.
 */
export function trovo<const Id extends string = 'trovo'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Trovo',
    kind: 'trovo',
    protocol: 'oauth2',
    issuer: 'https://open.trovo.live',
    endpoints: {
      authorization: 'https://open.trovo.live/page/login.html',
      token: 'https://open-api.trovo.live/openplatform/exchangetoken',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['user_details_self'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://open-api.trovo.live/openplatform/',
    toIdentity,
    deviations: { tokenRequest, normalizeTokenResponse: withBearerType, fetchProfile },
    brand,
    consoleUrl: 'https://developer.trovo.live/',
  })
}

/** https://developer.trovo.live/docs/APIs.html: JSON, the client id in a header, and a separate endpoint for refreshes. */
function tokenRequest(request: TokenRequest, { clientId }: TokenRequestContext): TokenRequest {
  const json = asJson(
    withHeaders(withParameters(request, { client_id: undefined }), { 'client-id': clientId }),
  )
  return request.grant === 'refresh_token' ? toAddress(json, new URL('refreshtoken', request.url).href) : json
}

async function fetchProfile({ clientId, fetch }: ProfileRequest): Promise<Claims> {
  return (await fetch('getuserinfo', { headers: { 'client-id': clientId }, tokenScheme: 'OAuth' })) as Claims
}
