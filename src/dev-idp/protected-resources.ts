// What an access token opens (RFC 6750): the userinfo endpoint (OpenID Connect Core §5.3) and the provider's API as its
// fixture words it.
import { createHmac } from 'node:crypto'
import { type Exchange, json, unavailable } from './exchange.ts'
import { fixtureRequest } from './fixture-request.ts'
import { fixtureResponse } from './fixture-response.ts'
import type { Grant } from './grants.ts'
import { profileClaims } from './profile-claims.ts'
import { ProtocolError } from './protocol-error.ts'
import { equalSecrets } from './random-token.ts'

/** GET or POST: the claims that the scopes open. */
export function userinfo(exchange: Exchange): Response {
  return protect(exchange, ['openid'], ({ grant, scopes }) => {
    const { provider } = exchange
    const { person } = grant
    const subject = provider.fixture.subjectOf(person)
    const stranger = provider.faults.strike(['wrong_userinfo_subject'], grant.fault)
    return json({
      ...profileClaims(provider, { person, subject, scopes }),
      sub: stranger ? `${subject}0` : subject,
    })
  })
}

/** GET below the base URL, by the fixture's path. */
export async function api(exchange: Exchange, path: string): Promise<Response> {
  const { provider, url } = exchange
  const request = await fixtureRequest(exchange.request, url)
  const { api: answers, apiScopes } = provider.fixture
  return protect(exchange, apiScopes?.[path] ?? [], ({ grant }) => {
    const answer = answers[path]
    if (!answer) return json({ error: 'not_found' }, 404)
    return fixtureResponse(
      answer(grant.person, provider.fixture.subjectOf(grant.person), url.searchParams, request),
    )
  })
}

interface Opened {
  readonly grant: Grant
  readonly scopes: readonly string[]
}

function protect(
  exchange: Exchange,
  oneOfScopes: readonly string[],
  answer: (opened: Opened) => Response,
): Response {
  try {
    const opened = open(exchange, oneOfScopes)
    return exchange.provider.faults.strike(['userinfo_503'], opened.grant.fault)
      ? unavailable()
      : answer(opened)
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    const { provider } = exchange
    // RFC 6750 §3.1: a request without a token is told the scheme only.
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

function open({ request, url, provider }: Exchange, oneOfScopes: readonly string[]): Opened {
  // RFC 6750 §2.3, RFC 9700 §4.3.2: a token in a URL ends up in logs.
  if (url.searchParams.has('access_token')) {
    throw new ProtocolError('invalid_request', 'The access token belongs into the Authorization header.')
  }
  const token = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (token === undefined) throw new ProtocolError('missing_token', 'An access token is needed.', 401)
  const found = provider.grants.findAccessToken(token)
  if (!found)
    throw new ProtocolError('invalid_token', 'The access token is unknown, expired or revoked.', 401)
  if (oneOfScopes.length > 0 && !oneOfScopes.some((scope) => found.scopes.includes(scope))) {
    throw new ProtocolError('insufficient_scope', `Needs one of the scopes ${oneOfScopes.join(', ')}.`, 403)
  }
  const proof = url.searchParams.get('appsecret_proof')
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
