// Strava: plain OAuth 2.0.
// https://developers.strava.com/docs/authentication
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { valueAt } from './definition/read-answer.ts'
import { readProfile } from './definition/read-profile.ts'
import { rewriteTokenResponse } from './definition/token-response.ts'

const brand = brandOf(
  '#fc4c02',
  'M15.387 17.944l-2.089-4.116h-3.065L15.387 24l5.15-10.172h-3.066m-7.008-5.599l2.836 5.598h4.172L10.463 0l-7 13.828h4.169',
)

const toIdentity = readProfile({
  subject: 'id',
  isNumeric: true,
  name: ['firstname+lastname'],
  picture: 'profile',
})

/**
 * Sign in with Strava.
 *
 * Needs `STRAVA_CLIENT_ID`, `STRAVA_CLIENT_SECRET`: under My API Application, where a domain is registered as
 * "Authorization Callback Domain", without scheme and port; localhost and 127.0.0.1 are always accepted. A new
 * application is limited to its owner's account until Strava raises the limit. Strava gives no e-mail address. People
 * may deselect a scope while they consent: check the granted ones before you use the API. `authorizationParams: {
 * approval_prompt: 'force' }` asks for consent again. An access token is valid for six hours; a refresh may return a
 * new refresh token. Ending the grant also deauthorizes the application at Strava.
 */
export function strava<const Id extends string = 'strava'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Strava',
    kind: 'strava',
    protocol: 'oauth2',
    issuer: 'https://www.strava.com',
    endpoints: {
      authorization: 'https://www.strava.com/oauth/authorize',
      token: 'https://www.strava.com/api/v3/oauth/token',
      userinfo: 'https://www.strava.com/api/v3/athlete',
      revocation: 'https://www.strava.com/oauth/deauthorize',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['read'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://www.strava.com/api/v3/',
    toIdentity,
    deviations: {
      scopeSeparator: ',',
      normalizeTokenResponse,
      // https://developers.strava.com/docs/authentication: revoking the access token ends the whole grant.
      revoke: ({ endpoint, token, hint }) =>
        endpoint === undefined || hint === 'refresh_token'
          ? null
          : { url: endpoint, method: 'POST', body: new URLSearchParams({ access_token: token }) },
    },
    brand,
    consoleUrl: 'https://www.strava.com/settings/api',
  })
}

/** https://developers.strava.com/docs: an error is a message and a list of invalid resources. */
function normalizeTokenResponse(response: Response): Promise<Response> {
  return rewriteTokenResponse(response, (body, status) => {
    if (body.error !== undefined || !Array.isArray(body.errors)) return null
    const isClient = valueAt(body.errors, '0.resource') === 'Application'
    const error = isClient ? 'invalid_client' : 'invalid_grant'
    return { status: Math.max(status, 400), body: { error, error_description: body.message } }
  })
}
