// The token endpoint (RFC 6749 §4.1.3, §5, §6; RFC 7636 §4.6; OpenID Connect Core §3.1.3, §12): codes and refresh tokens
// for tokens, answered in the provider's own words.
import { setTimeout as wait } from 'node:timers/promises'
import { authenticateClient } from './authenticate-client.ts'
import { type Exchange, findParameter, getParameter, readForm, unavailable } from './exchange.ts'
import type { Fault } from './faults.ts'
import { fixtureResponse } from './fixture-response.ts'
import { accessTokenLifetimeSeconds, type Grant } from './grants.ts'
import { issueIdToken } from './id-token.ts'
import { ProtocolError } from './protocol-error.ts'
import { equalSecrets, sha256 } from './random-token.ts'

export async function token(exchange: Exchange): Promise<Response> {
  const { request, provider } = exchange
  try {
    const parameters = await readForm(request)
    const grantType = getParameter(parameters, 'grant_type')
    exchange.note({ grantType })
    authenticateClient(request, parameters, provider)
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

async function redeemCode(exchange: Exchange, parameters: URLSearchParams): Promise<Response> {
  const { provider } = exchange
  const code = getParameter(parameters, 'code')
  const redirectUri = getParameter(parameters, 'redirect_uri')
  const verifier = getParameter(parameters, 'code_verifier')

  const chosen = provider.grants.peekFault(code)
  const faulty = await troubledAnswer(exchange, chosen)
  if (faulty) return faulty

  const binding = provider.grants.takeCode(code)
  if (!binding) throw new ProtocolError('invalid_grant', 'The code is unknown, expired or already used.')
  // RFC 6749 §4.1.3: the redirect URI of the authorization request, to the letter.
  if (binding.redirectUri !== redirectUri) {
    throw new ProtocolError('invalid_grant', 'redirect_uri is not the one of the authorization request.')
  }
  // RFC 7636 §4.6: the verifier behind the challenge.
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(verifier) || !equalSecrets(sha256(verifier), binding.codeChallenge)) {
    throw new ProtocolError('invalid_grant', 'code_verifier does not fit the code_challenge.')
  }
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
  const accessToken = provider.grants.issueAccessToken(grant, scopes)
  const chosenFault = isRefresh ? null : grant.fault
  const withIdToken =
    provider.protocol === 'oidc' && provider.faults.strike(['missing_id_token'], chosenFault) === null
  return fixtureResponse(
    provider.fixture.tokenAnswer({
      person: grant.person,
      subject: provider.fixture.subjectOf(grant.person),
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
