// The revocation endpoint (RFC 7009): authenticated, and silent about whether there was such a token.
import { authenticateClient } from './authenticate-client.ts'
import { type Exchange, getParameter, json, readForm } from './exchange.ts'
import { ProtocolError } from './protocol-error.ts'

export async function revoke({ request, provider }: Exchange): Promise<Response> {
  try {
    const parameters = await readForm(request)
    authenticateClient(request, parameters, provider)
    provider.grants.revoke(getParameter(parameters, 'token'))
    return new Response(null, { status: 200, headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    return json({ error: error.code, error_description: error.message }, error.status)
  }
}
