// Withings: plain OAuth 2.0.
// https://developer.withings.com/developer-guide/v3/integration-guide/public-health-data-api/get-access/oauth-authorization-url/
// https://developer.withings.com/developer-guide/v3/integration-guide/dropship-cellular/get-access/access-and-refresh-tokens/
import type { Claims, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { objectAt } from './definition/read-answer.ts'
import { rewriteTokenResponse } from './definition/token-response.ts'

const brand = brandOf('#00b9f1', 'W')

/**
 * Sign in with Withings.
 *
 * Needs `WITHINGS_CLIENT_ID`, `WITHINGS_CLIENT_SECRET` of an application in the developer dashboard. Withings accepts
 * neither localhost nor an IP address as a redirect URI; for development use the local identity provider.
 *
 * Withings gives only an id. If an application has no contract for the scope `user.info`, set one that it has, such as
 * `user.metrics`. A code lives for 30 seconds, an access token for three hours, a refresh token for a year; refresh
 * tokens are replaced with each use.
 */
export function withings<const Id extends string = 'withings'>(
  options: ProviderOptions<Id> = {},
): Provider<Id> {
  return defineProvider(options, {
    name: 'Withings',
    kind: 'withings',
    protocol: 'oauth2',
    issuer: 'https://account.withings.com',
    endpoints: {
      authorization: 'https://account.withings.com/oauth2_user/authorize2',
      token: 'https://wbsapi.withings.net/v2/oauth2',
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['user.info'],
    tokenParams: { action: 'requesttoken' },
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://wbsapi.withings.net/v2/',
    toIdentity: ({ userid }) => ({ subject: Number.isSafeInteger(userid) ? String(userid) : userid }),
    deviations: { scopeSeparator: ',', normalizeTokenResponse, fetchProfile },
    redirectRules: {
      localhost: false,
      httpsLocalhost: false,
      note: 'Withings accepts neither localhost nor an IP address.',
    },
    brand,
    consoleUrl: 'https://developer.withings.com/dashboard/',
  })
}

/** The answer is wrapped. Errors have HTTP status 200, and a status in the body. */
function normalizeTokenResponse(response: Response): Promise<Response> {
  return rewriteTokenResponse(response, (body, status) => {
    if (body.status === 0) {
      const inner = objectAt(body, 'body')
      const scope = typeof inner.scope === 'string' ? inner.scope.replaceAll(',', ' ') : undefined
      return { status, body: { ...inner, scope } }
    }
    if (typeof body.status !== 'number') return null
    // 601: too many requests; 2554 and 2555: unknown action or an internal error.
    if ([601, 2555].includes(body.status)) return { status: 503, body: {} }
    const isClient = [214, 277, 293].includes(body.status)
    const error = isClient ? 'invalid_client' : 'invalid_grant'
    return { status: 400, body: { error, error_description: `${body.status}: ${body.error}` } }
  })
}

/** The token answer contains the person's id; there is no profile. */
async function fetchProfile({ tokenAnswer }: ProfileRequest): Promise<Claims> {
  return { userid: tokenAnswer.userid }
}
