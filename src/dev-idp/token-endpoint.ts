// The token endpoint (RFC 6749 §4.1.3, §5, §6; RFC 7636 §4.6; OpenID Connect Core §3.1.3, §12): codes and refresh tokens
// for tokens, answered in the provider's own words.
import { setTimeout as wait } from 'node:timers/promises'
import { authenticateClient } from './authenticate-client.ts'
import { type Exchange, findParameter, getParameter, readForm, unavailable } from './exchange.ts'
import type { Fault } from './faults.ts'
import { fixtureResponse } from './fixture-response.ts'
import { accessTokenLifetimeSeconds, type Grant } from './grants.ts'
import { issueIdToken } from './id-token.ts'
import { checkCodeVerifier } from './pkce.ts'
import { api, apiKeyOf } from './protected-resources.ts'
import { ProtocolError } from './protocol-error.ts'
import { revokedToken, revokeOtherwise } from './revocation.ts'
import { fixtureClient, refusalOf } from './served-provider.ts'

export async function token(exchange: Exchange): Promise<Response> {
  const { request, provider } = exchange
  const sent = await exchange.read()
  // Some providers have other requests at the same address: ending a grant, calling the API.
  if (revokedToken(provider, sent) !== null) return revokeOtherwise(exchange)
  const read = provider.fixture.readTokenRequest?.(sent, fixtureClient(provider))
  if (read === null) return api(exchange, apiKeyOf(sent))
  const refusal = refusalOf(provider, 'token', sent)
  if (refusal) return fixtureResponse(refusal)
  if (read && !(read instanceof URLSearchParams)) return fixtureResponse(read)
  try {
    const parameters = read ?? (await readPlainRequest(exchange))
    const grantType = getParameter(parameters, 'grant_type')
    exchange.note({ grantType })
    // A fixture that reads the request hands over credentials wherever they stood.
    await authenticateClient(read ? null : request.headers.get('authorization'), parameters, provider)
    if (grantType === 'authorization_code') return await redeemCode(exchange, parameters)
    if (grantType === 'refresh_token') return await refresh(exchange, parameters)
    throw new ProtocolError(
      'unsupported_grant_type',
      'Only authorization_code and refresh_token are offered.',
    )
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    return tokenError(exchange, error)
  }
}

function tokenError({ provider, request }: Exchange, error: ProtocolError): Response {
  const response = fixtureResponse(provider.fixture.tokenError(error.code, error.message))
  // RFC 6749 §5.2: who tried by header is told the scheme.
  if (error.status === 401 && request.headers.has('authorization')) {
    response.headers.set('www-authenticate', `Basic realm="${provider.id}"`)
  }
  return response
}

/** RFC 6749 §3.2: a form, unless the provider wants a query. */
async function readPlainRequest(exchange: Exchange): Promise<URLSearchParams> {
  return exchange.provider.fixture.tokenMethod === 'GET' ? exchange.url.searchParams : readForm(exchange)
}

async function redeemCode(exchange: Exchange, parameters: URLSearchParams): Promise<Response> {
  const { provider } = exchange
  const code = getParameter(parameters, 'code')
  const { pkce, readTokenRequest } = provider.fixture
  const redirectUri = readTokenRequest
    ? findParameter(parameters, 'redirect_uri')
    : getParameter(parameters, 'redirect_uri')
  const verifier = findParameter(parameters, 'code_verifier')

  const chosen = provider.grants.peekFault(code)
  const faulty = await troubledAnswer(exchange, chosen)
  if (faulty) return faulty

  const binding = provider.grants.takeCode(code)
  if (!binding) throw new ProtocolError('invalid_grant', 'The code is unknown, expired or already used.')
  // RFC 6749 §4.1.3: the redirect URI of the authorization request, to the letter.
  if (redirectUri !== null && binding.redirectUri !== redirectUri) {
    throw new ProtocolError('invalid_grant', 'redirect_uri is not the one of the authorization request.')
  }
  checkCodeVerifier(verifier, binding.codeChallenge, pkce)
  const { grant } = binding
  return grantTokens(exchange, grant, { scopes: grant.scopes, isRefresh: false })
}

async function refresh(exchange: Exchange, parameters: URLSearchParams): Promise<Response> {
  const { provider } = exchange
  const refreshToken = getParameter(parameters, 'refresh_token')
  const faulty = await troubledAnswer(exchange, null)
  if (faulty) return faulty

  const grant = provider.grants.takeRefreshToken(refreshToken)
  if (grant && provider.faults.strike(['refresh_reuse'], grant.fault)) {
    provider.grants.takeRefreshToken(refreshToken)
    throw new ProtocolError('invalid_grant', 'The refresh token was used before.')
  }
  if (!grant) throw new ProtocolError('invalid_grant', 'The refresh token is unknown, used or revoked.')
  const scopes = findParameter(parameters, 'scope')?.split(' ').filter(Boolean) ?? grant.scopes
  // RFC 6749 §6: a refresh may narrow what was granted, never widen it.
  if (!scopes.every((scope) => grant.scopes.includes(scope))) {
    throw new ProtocolError('invalid_scope', 'The scope goes beyond what was granted.')
  }
  return grantTokens(exchange, grant, { scopes, isRefresh: true })
}

/** The answer of an endpoint in trouble, or null when all is well. A slow one is only late. */
async function troubledAnswer({ provider }: Exchange, chosen: Fault | null): Promise<Response | null> {
  const fault = provider.faults.strike(
    ['token_503', 'slow_token', 'token_error_invalid_grant', 'html_instead_of_json'],
    chosen,
  )
  if (fault === 'token_503') return unavailable()
  if (fault === 'html_instead_of_json') {
    return new Response('<!doctype html><title>Please sign in</title><p>This is not JSON.</p>', {
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    })
  }
  if (fault === 'token_error_invalid_grant') {
    throw new ProtocolError('invalid_grant', 'Refused, as was asked for.')
  }
  // `ref: false`: a closed server must not keep its process alive.
  if (fault === 'slow_token') await wait(provider.faults.delaySeconds() * 1000, null, { ref: false })
  return null
}

async function grantTokens(
  { provider }: Exchange,
  grant: Grant,
  { scopes, isRefresh }: { readonly scopes: readonly string[]; readonly isRefresh: boolean },
): Promise<Response> {
  const { fixture } = provider
  const { person } = grant
  const subject = fixture.subjectOf(person)
  const accessToken = provider.grants.issueAccessToken(
    grant,
    scopes,
    (random) => fixture.accessTokenOf?.(person, subject, random) ?? random,
  )
  const chosenFault = isRefresh ? null : grant.fault
  const withIdToken =
    provider.protocol === 'oidc' && provider.faults.strike(['missing_id_token'], chosenFault) === null
  return fixtureResponse(
    fixture.tokenAnswer({
      person,
      subject,
      accessToken,
      refreshToken: grant.offline ? provider.grants.issueRefreshToken(grant) : null,
      idToken: withIdToken
        ? await issueIdToken(provider, grant, { accessToken, chosenFault, withNonce: !isRefresh })
        : null,
      scopes,
      lifetimeSeconds: accessTokenLifetimeSeconds,
    }),
  )
}
