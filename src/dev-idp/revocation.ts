// Ends a grant: through the revocation endpoint (RFC 7009), which requires client authentication and does not reveal whether the
// token existed, or through the provider's own request.
import type { FixtureRequest } from '../contracts/provider-fixture.ts'
import { authenticateClient } from './authenticate-client.ts'
import { type Exchange, getParameter, json, readForm } from './exchange.ts'
import { fixtureResponse } from './fixture-response.ts'
import { ProtocolError } from './protocol-error.ts'
import { refusalOf, type ServedProvider } from './served-provider.ts'

export async function revoke(exchange: Exchange): Promise<Response> {
  const { request, provider } = exchange
  const refusal = refusalOf(provider, 'revocation', await exchange.read())
  if (refusal) return fixtureResponse(refusal)
  try {
    const parameters = await readForm(exchange)
    await authenticateClient(request.headers.get('authorization'), parameters, provider)
    return end(provider, getParameter(parameters, 'token'))
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    return json({ error: error.code, error_description: error.message }, error.status)
  }
}

/** Handles the provider's own request. Its fixture says where the token is and what else is required. */
export async function revokeOtherwise(exchange: Exchange): Promise<Response> {
  const { provider } = exchange
  const request = await exchange.read()
  const refusal = refusalOf(provider, 'revocation', request)
  if (refusal) return fixtureResponse(refusal)
  const token = revokedToken(provider, request)
  if (token !== null) return end(provider, token)
  return fixtureResponse(provider.fixture.tokenError('invalid_request', 'No token is named.'))
}

/** Returns the token that this request revokes, or `null` if it is another kind of request. */
export function revokedToken({ fixture }: ServedProvider, request: FixtureRequest): string | null {
  const { method, path, tokenIn } = fixture.revocation ?? {}
  return request.method === method && request.path === path ? (tokenIn?.(request) ?? null) : null
}

function end(provider: ServedProvider, token: string): Response {
  provider.grants.revoke(token)
  return new Response(null, { status: 200, headers: { 'cache-control': 'no-store' } })
}
