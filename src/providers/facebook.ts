// Facebook: plain OAuth 2.0 with the Graph API.
// https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow
import type { Brand, Claims, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { LatchkeyError } from '../errors.ts'
import { defineProvider } from './definition/define-provider.ts'
import { graphVersion } from './definition/graph-version.ts'
import type { IdentityDraft } from './definition/read-identity.ts'
import { signedRequestNotifications } from './definition/signed-request-notifications.ts'
import { type RewrittenAnswer, rewriteTokenResponse } from './definition/token-response.ts'

/** https://about.meta.com/brand/resources/facebook/logo/: the mark, white on Facebook's blue. */
const brand: Brand = {
  icon: '<svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true" focusable="false"><path d="M24 12.073c0-6.627-5.373-12-12-12s-12 5.373-12 12c0 5.99 4.388 10.954 10.125 11.854v-8.385H7.078v-3.47h3.047V9.43c0-3.007 1.792-4.669 4.533-4.669 1.312 0 2.686.235 2.686.235v2.953H15.83c-1.491 0-1.956.925-1.956 1.874v2.25h3.328l-.532 3.47h-2.796v8.385C19.612 23.027 24 18.062 24 12.073z"/></svg>',
  light: { background: '#0866ff', text: '#ffffff', border: '#0866ff' },
  dark: { background: '#0866ff', text: '#ffffff', border: '#0866ff' },
}

/**
 * Sign in with Facebook.
 *
 * Credentials: `FACEBOOK_CLIENT_ID`, `FACEBOOK_CLIENT_SECRET` (app id and app secret). Scopes: `public_profile,email`.
 * `tokens.fetch('facebook', 'me')` resolves below the current Graph version. People without an e-mail address, and
 * people who do not share theirs, can sign in; Facebook never says that an address is verified. With `baseUrl`, the
 * Graph API is at `apiUrl`, by default the same address; the issuer is `issuer`, by default the same address.
 */
export function facebook<const Id extends string = 'facebook'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, ({ baseUrl, apiUrl }) => {
    // The token endpoint belongs to the Graph API, so it moves with it.
    const graph = apiUrl ?? baseUrl ?? 'https://graph.facebook.com'
    return {
      name: 'Facebook',
      kind: 'facebook',
      protocol: 'oauth2',
      // As in its metadata: https://www.facebook.com/.well-known/openid-configuration
      issuer: 'https://www.facebook.com',
      endpoints: endpointsOf('https://www.facebook.com', graph),
      apiBaseUrl: `https://graph.facebook.com/${graphVersion}/`,
      movedTo: (place) => ({ endpoints: endpointsOf(place.baseUrl, place.apiUrl ?? place.baseUrl) }),
      clientAuthentication: 'client_secret_post',
      scopes: ['public_profile', 'email'],
      toIdentity,
      notifications: signedRequestNotifications,
      deviations: {
        fetchProfile,
        normalizeTokenResponse,
        normalizeCallback,
        scopeSeparator: ',',
        reauthentication: { auth_type: 'reauthenticate' },
      },
      brand,
      consoleUrl: 'https://developers.facebook.com/apps/',
    }
  })
}

function endpointsOf(dialog: string, graphAddress: string) {
  const graph = graphAddress.replace(/\/+$/, '')
  return {
    authorization: `${dialog}/${graphVersion}/dialog/oauth`,
    token: `${graph}/${graphVersion}/oauth/access_token`,
  }
}

/** https://developers.facebook.com/docs/graph-api/reference/user */
async function fetchProfile(request: ProfileRequest): Promise<Claims> {
  const query = new URLSearchParams({ fields: 'id,name,email,picture' })
  if (request.clientSecret !== null) {
    query.set('appsecret_proof', await appSecretProof(request.accessToken, request.clientSecret))
  }
  const profile = await request.get(`me?${query}`)
  if (typeof profile !== 'object' || profile === null) throw new TypeError('The profile is not an object.')
  return { ...profile }
}

/**
 * HMAC-SHA256 of the access token under the app secret, in hex: if the app requires it, a stolen token alone is useless.
 * https://developers.facebook.com/docs/graph-api/guides/secure-requests
 */
async function appSecretProof(accessToken: string, appSecret: string): Promise<string> {
  const utf8 = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', utf8.encode(appSecret), algorithm, false, ['sign'])
  const proof = new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(accessToken)))
  return Array.from(proof, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function toIdentity(claims: Claims): IdentityDraft {
  return {
    subject: claims.id,
    email: claims.email,
    // The Graph API does not say whether an address is verified.
    emailVerified: false,
    name: claims.name,
    picture: objectIn(objectIn(claims.picture)?.data)?.url,
  }
}

/**
 * Errors are objects with numeric codes. Throws `provider_unavailable` for temporary ones.
 * https://developers.facebook.com/docs/graph-api/guides/error-handling
 */
function normalizeTokenResponse(response: Response): Promise<Response> {
  return rewriteTokenResponse(response, (body): RewrittenAnswer | null => {
    const fault = objectIn(body.error)
    if (!fault) return null
    // 2: the service is down; 4, 17 and 341: too many calls.
    if (fault.is_transient === true || [2, 4, 17, 341].includes(Number(fault.code))) {
      throw new LatchkeyError('provider_unavailable', { detail: `Graph API error ${Number(fault.code)}.` })
    }
    const message = typeof fault.message === 'string' ? fault.message : 'Facebook gave no reason.'
    return { status: 400, body: { error: errorName(fault.code, message), error_description: message } }
  })
}

function errorName(code: unknown, message: string): string {
  // 101: no such app. A wrong app secret has no code of its own.
  if (code === 101 || (code === 1 && /client secret/i.test(message))) return 'invalid_client'
  if (code === 191) return 'redirect_uri_mismatch'
  // Only the authorization code differs between logins, so it is wrong, used or expired.
  return 'invalid_grant'
}

/**
 * The login dialog reports some refusals, such as an app that is not live yet, in `error_code` and `error_message` instead of
 * `error` (RFC 6749 §4.1.2.1).
 */
function normalizeCallback(parameters: URLSearchParams): URLSearchParams {
  const code = parameters.get('error_code')
  if (code === null || parameters.has('error')) return parameters
  const normalized = new URLSearchParams(parameters)
  normalized.set('error', 'invalid_request')
  normalized.set(
    'error_description',
    `${code}: ${parameters.get('error_message') ?? 'Facebook gave no reason.'}`,
  )
  return normalized
}

function objectIn(value: unknown): Claims | null {
  return typeof value === 'object' && value !== null ? (value as Claims) : null
}
