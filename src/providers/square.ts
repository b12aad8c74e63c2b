// Square: plain OAuth 2.0.
// https://developer.squareup.com/docs/oauth-api/overview
import type {
  Claims,
  OwnOptions,
  ProfileRequest,
  Provider,
  ProviderOptions,
  RequestDescription,
  RevocationRequest,
} from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { listAt, objectAt } from './definition/read-answer.ts'
import { readProfile } from './definition/read-profile.ts'
import { asJson } from './definition/token-request.ts'
import { rewriteTokenResponse } from './definition/token-response.ts'

const brand = brandOf(
  '#3e4348',
  'M4.01 0A4.01 4.01 0 000 4.01v15.98c0 2.21 1.8 4 4.01 4.01h15.98C22.2 24 24 22.2 24 19.99V4A4.01 4.01 0 0019.99 0H4zm1.62 4.36h12.74c.7 0 1.26.57 1.26 1.27v12.74c0 .7-.56 1.27-1.26 1.27H5.63c-.7 0-1.26-.57-1.26-1.27V5.63a1.27 1.27 0 011.26-1.27zm3.83 4.35a.73.73 0 00-.73.73v5.09c0 .4.32.72.72.72h5.1a.73.73 0 00.73-.72V9.44a.73.73 0 00-.73-.73h-5.1Z',
)

const toIdentity = readProfile({ subject: 'id', name: ['business_name'] })

/** Options of `square()`: those of every provider, and its own. */
export interface SquareOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** Use the sandbox. Default: false. */
  readonly sandbox?: boolean | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<SquareOptions> = {
  sandbox: { kind: 'flag', sentence: 'Use the sandbox, with the sandbox credentials of the application.' },
}

/**
 * Sign in with Square.
 *
 * Needs `SQUARE_CLIENT_ID`, `SQUARE_CLIENT_SECRET`: application id and secret on the OAuth page of an application in
 * the Developer Console, where you enter the redirect URL. It must be https, except for localhost in the sandbox.
 *
 * Square signs in a business, which has a name and no e-mail address. A code is valid for five minutes, an access
 * token 30 days; a refresh token comes with every sign-in. Ending the grant also revokes all tokens that the business
 * gave to the application.
 */
export function square<const Id extends string = 'square'>(wanted: SquareOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ sandbox }: SquareOptions): ProviderDescription {
  const base = sandbox ? 'https://connect.squareupsandbox.com' : 'https://connect.squareup.com'
  return {
    name: 'Square',
    kind: 'square',
    protocol: 'oauth2',
    issuer: base,
    endpoints: {
      authorization: `${base}/oauth2/authorize`,
      token: `${base}/oauth2/token`,
      revocation: `${base}/oauth2/revoke`,
    },
    clientAuthentication: 'client_secret_post',
    scopes: ['MERCHANT_PROFILE_READ'],
    // https://developer.squareup.com/docs/oauth-api/create-urls-for-square-authorization: required in production.
    authorizationParams: sandbox ? {} : { session: 'false' },
    claimsFrom: 'userinfo',
    apiBaseUrl: `${base}/v2/`,
    toIdentity,
    deviations: {
      tokenRequest: (request) => asJson(request),
      normalizeTokenResponse,
      fetchProfile,
      revoke,
      requestHeaders: { 'Square-Version': '2025-01-23' },
    },
    redirectRules: sandbox
      ? {}
      : {
          localhost: false,
          note: 'Square accepts https addresses, and http://localhost only in its sandbox.',
        },
    brand,
    consoleUrl: 'https://developer.squareup.com/apps',
  }
}

/** https://developer.squareup.com/reference/square/oauth-api/obtain-token: the expiry is a date, errors are a list. */
function normalizeTokenResponse(response: Response): Promise<Response> {
  return rewriteTokenResponse(response, (body, status) => {
    const [error] = listAt(body, 'errors')
    if (error === undefined) return null
    const { code, detail } = objectAt(error)
    const isClient = code === 'UNAUTHORIZED' || code === 'NOT_FOUND'
    return {
      status: Math.max(status, 400),
      body: { error: isClient ? 'invalid_client' : 'invalid_grant', error_description: detail },
    }
  })
}

async function fetchProfile({ get }: ProfileRequest): Promise<Claims> {
  return objectAt(await get('merchants/me'), 'merchant')
}

/** https://developer.squareup.com/reference/square/o-auth/revoke-token: Square's own authentication scheme. */
function revoke(request: RevocationRequest): RequestDescription | null {
  const { endpoint, token, hint, clientId, clientSecret } = request
  if (endpoint === undefined || hint === 'refresh_token') return null
  return {
    url: endpoint,
    method: 'POST',
    headers: { authorization: `Client ${clientSecret ?? ''}` },
    body: { client_id: clientId, access_token: token },
  }
}
