// The resources that an access token gives access to (RFC 6750): the userinfo endpoint (OpenID Connect Core §5.3), and the
// provider's API as its fixture defines it.
import { createHmac } from 'node:crypto'
import type { FixtureEndpoint, FixtureRequest } from '../contracts/provider-fixture.ts'
import { type Exchange, json, unavailable, webPage } from './exchange.ts'
import type { Fault } from './faults.ts'
import { fixtureResponse } from './fixture-response.ts'
import type { Grant } from './grants.ts'
import { issuerFor, sign } from './id-token.ts'
import { profileClaims } from './profile-claims.ts'
import { ProtocolError } from './protocol-error.ts'
import { equalSecrets } from './random-token.ts'
import { refusalOf, type ServedProvider } from './served-provider.ts'

/** GET or POST: returns the claims of the token's scopes. */
export async function userinfo(exchange: Exchange): Promise<Response> {
  return protect(exchange, { endpoint: 'userinfo', oneOfScopes: ['openid'] }, ({ grant, scopes }) => {
    const { provider } = exchange
    const { person } = grant
    const subject = provider.fixture.subjectOf(person)
    const stranger = provider.faults.strike(['wrong_userinfo_subject'], grant.fault)
    const claims = {
      ...profileClaims(provider, { person, subject, scopes, in: 'userinfo' }),
      sub: stranger ? `${subject}0` : subject,
    }
    return provider.fixture.signsUserinfo ? signed(provider, grant, claims) : json(claims)
  })
}

/** OpenID Connect Core §5.3.2: a signed answer contains issuer and audience. */
async function signed(provider: ServedProvider, { person }: Grant, claims: object): Promise<Response> {
  const whole = { ...claims, iss: issuerFor(provider, person), aud: provider.clientId }
  return new Response(await sign(whole, await provider.keys.current()), {
    headers: { 'content-type': 'application/jwt', 'cache-control': 'no-store' },
  })
}

/** Answers an API request below the base URL. `key`: the fixture's key for the path. */
export async function api(exchange: Exchange, key: string): Promise<Response> {
  const { provider, url } = exchange
  const request = await exchange.read()
  const { api: answers, apiScopes } = provider.fixture
  return protect(exchange, { endpoint: 'api', oneOfScopes: apiScopes?.[key] ?? [] }, ({ grant }) => {
    const answer = answers[key]
    if (!answer) return json({ error: 'not_found' }, 404)
    const subject = provider.fixture.subjectOf(grant.person)
    return fixtureResponse(answer(grant.person, subject, url.searchParams, request))
  })
}

/** Returns the fixture's key for a path without variable segments. */
export function apiKeyOf({ method, path }: FixtureRequest): string {
  return method === 'GET' ? path : `${method} ${path}`
}

interface Protection {
  readonly endpoint: FixtureEndpoint
  readonly oneOfScopes: readonly string[]
}

interface Opened {
  readonly grant: Grant
  readonly scopes: readonly string[]
}

async function protect(
  exchange: Exchange,
  { endpoint, oneOfScopes }: Protection,
  answer: (opened: Opened) => Response | Promise<Response>,
): Promise<Response> {
  const { provider } = exchange
  const request = await exchange.read()
  const refusal = refusalOf(provider, endpoint, request)
  if (refusal) return fixtureResponse(refusal)
  try {
    const opened = open(exchange, request, oneOfScopes)
    return troubledAnswer(provider, opened.grant.fault) ?? answer(opened)
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    // RFC 6750 §3.1: the answer to a request without a token names only the scheme.
    const reason =
      error.code === 'missing_token' ? '' : `, error="${error.code}", error_description="${error.message}"`
    return json(
      { error: error.code, error_description: error.message, message: error.message },
      error.status,
      {
        'www-authenticate': `Bearer realm="${provider.id}"${reason}`,
      },
    )
  }
}

/** Returns the answer of a fault, or null if none is set. Throws `invalid_token`. */
function troubledAnswer(provider: ServedProvider, chosen: Fault | null): Response | null {
  const fault = provider.faults.strike(
    ['userinfo_503', 'userinfo_401', 'empty_profile', 'html_profile'],
    chosen,
  )
  if (fault === 'userinfo_503') return unavailable()
  if (fault === 'userinfo_401') {
    throw new ProtocolError('invalid_token', 'Refused, as was asked for.', 401)
  }
  if (fault === 'empty_profile') return json({})
  return fault === 'html_profile' ? webPage() : null
}

function open({ provider }: Exchange, request: FixtureRequest, oneOfScopes: readonly string[]): Opened {
  const token = (provider.fixture.accessTokenIn ?? bearerToken)(request)
  if (token === null) throw new ProtocolError('missing_token', 'An access token is needed.', 401)
  const found = provider.grants.findAccessToken(token)
  if (!found)
    throw new ProtocolError('invalid_token', 'The access token is unknown, expired or revoked.', 401)
  if (oneOfScopes.length > 0 && !oneOfScopes.some((scope) => found.scopes.includes(scope))) {
    throw new ProtocolError('insufficient_scope', `Needs one of the scopes ${oneOfScopes.join(', ')}.`, 403)
  }
  const proof = request.query.get('appsecret_proof')
  if (proof !== null && provider.fixture.verifiesAppSecretProof) {
    const expected = createHmac('sha256', provider.clientSecret).update(token).digest('hex')
    if (!equalSecrets(proof, expected)) {
      throw new ProtocolError(
        'invalid_request',
        'appsecret_proof does not fit the access token and the secret.',
      )
    }
  }
  return found
}

/** RFC 6750 §2.1. */
function bearerToken({ headers, query }: FixtureRequest): string | null {
  // RFC 6750 §2.3, RFC 9700 §4.3.2: tokens in URLs end up in logs.
  if (query.has('access_token')) {
    throw new ProtocolError('invalid_request', 'The access token belongs into the Authorization header.')
  }
  return /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null
}
