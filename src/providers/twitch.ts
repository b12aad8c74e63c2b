// Twitch: OpenID Connect by discovery.
// https://dev.twitch.tv/docs/authentication/getting-tokens-oidc
import type { Claims, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'
import { rewriteTokenResponse } from './definition/token-response.ts'

const brand = brandOf(
  '#9146ff',
  'M11.571 4.714h1.715v5.143H11.57zm4.715 0H18v5.143h-1.714zM6 0L1.714 4.286v15.428h5.143V24l4.286-4.286h3.428L22.286 12V0zm14.571 11.143l-3.428 3.428h-3.429l-3 3v-3H6.857V1.714h13.714Z',
)

/**
 * Sign in with Twitch.
 *
 * Needs `TWITCH_CLIENT_ID`, `TWITCH_CLIENT_SECRET` of an application in the developer console, where you also enter
 * the redirect URI. http is for localhost only.
 *
 * Name, e-mail address and picture are requested as single claims, since Twitch sends none by default. Helix calls
 * need a `Client-Id` header in addition to the token. Twitch asks applications to validate kept tokens every hour.
 * There is no logout at Twitch.
 */
export function twitch<const Id extends string = 'twitch'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Twitch',
    kind: 'twitch',
    protocol: 'oidc',
    issuer: 'https://id.twitch.tv/oauth2',
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'user:read:email'],
    authorizationParams: {
      // https://dev.twitch.tv/docs/authentication/getting-tokens-oidc/#requesting-claims: none of these is sent by default.
      claims: JSON.stringify({
        id_token: { email: null, email_verified: null, picture: null, preferred_username: null },
      }),
    },
    claimsFrom: 'id-token',
    apiBaseUrl: 'https://api.twitch.tv/helix/',
    toIdentity: (claims: Claims) => ({ ...readStandardClaims(claims), name: claims.preferred_username }),
    deviations: {
      normalizeTokenResponse,
    },
    brand,
    consoleUrl: 'https://dev.twitch.tv/console/apps',
  })
}

/** https://dev.twitch.tv/docs/authentication/getting-tokens-oidc: scopes are a list, and errors have a status and a message. */
function normalizeTokenResponse(response: Response): Promise<Response> {
  return rewriteTokenResponse(response, (body, status) => {
    // A refused refresh has the status text as its error: { error: 'Bad Request', status: 400, message }.
    if (status >= 400 && typeof body.message === 'string') {
      const error = /client/i.test(body.message) ? 'invalid_client' : 'invalid_grant'
      return { status, body: { error, error_description: body.message } }
    }
    return Array.isArray(body.scope) ? { status, body: { ...body, scope: body.scope.join(' ') } } : null
  })
}
