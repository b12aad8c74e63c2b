// The token endpoint (RFC 6749 §4.1.3, §5, §6; RFC 7636 §4.6; OpenID Connect Core §3.1.3, §12): exchanges codes and refresh
// tokens for tokens, and answers in the provider's own format.
import { setTimeout as wait } from 'node:timers/promises'
import { authenticateClient } from './authenticate-client.ts'
import {
  type Exchange,
  findParameter,
  getParameter,
  json,
  readForm,
  unavailable,
  webPage,
} from './exchange.ts'
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
  // Some providers use the same address for other requests, such as ending a grant or calling the API.
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
    // A fixture that reads the request returns the credentials as parameters.
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
  // RFC 6749 §5.2: if the client used the header, the answer names the scheme.
  if (error.status === 401 && request.headers.has('authorization')) {
    response.headers.set('www-authenticate', `Basic realm="${provider.id}"`)
  }
  return response
}

/** RFC 6749 §3.2: reads a form, or the query if the provider uses GET. */
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
  // RFC 6749 §4.1.3: must be exactly the redirect URI of the authorization request.
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

/** Returns the answer of a fault, or null if there is none; `slow_token` only delays. Throws the error of a refusal. */
async function troubledAnswer({ provider }: Exchange, chosen: Fault | null): Promise<Response | null> {
  const fault = provider.faults.strike(tokenFaults, chosen)
  if (fault === null) return null
  const refusal = refusals[fault]
  if (refusal) throw new ProtocolError(refusal, 'Refused, as was asked for.')
  if (fault === 'token_503') return unavailable()
  if (fault === 'token_429') return new Response(null, { status: 429, headers: { 'retry-after': '1' } })
  if (fault === 'html_instead_of_json') return webPage()
  if (fault === 'error_with_status_200') {
    return json({ error: 'invalid_grant', error_description: 'Refused, as was asked for.' })
  }
  if (fault === 'token_error_pkce') {
    throw new ProtocolError('invalid_request', 'The parameter code_verifier is not supported.')
  }
  // `ref: false`: a closed server must not keep its process alive.
  await wait(provider.faults.delaySeconds() * 1000, null, { ref: false })
  return null
}

const refusals: Partial<Record<Fault, string>> = {
  token_error_invalid_grant: 'invalid_grant',
  token_error_invalid_client: 'invalid_client',
  token_error_redirect_uri: 'redirect_uri_mismatch',
}

const tokenFaults: readonly Fault[] = [
  ...(Object.keys(refusals) as Fault[]),
  'token_503',
  'token_429',
  'slow_token',
  'html_instead_of_json',
  'error_with_status_200',
  'token_error_pkce',
]

/** Changes the answer as the fault demands. */
async function damaged(response: Response, fault: Fault | null): Promise<Response> {
  if (fault === null) return response
  const answer = (await response.json().catch(() => ({}))) as Readonly<Record<string, unknown>>
  if (fault === 'wrong_token_type') return json({ ...answer, token_type: 'mac' })
  const { access_token: _, ...rest } = answer
  return json(rest)
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
  const usual = fixtureResponse(
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
  return damaged(usual, provider.faults.strike(['missing_access_token', 'wrong_token_type'], chosenFault))
}
