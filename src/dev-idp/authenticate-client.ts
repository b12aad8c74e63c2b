// Client authentication at the token and revocation endpoints (RFC 6749 §2.3.1, §3.2.1): Basic or in the body, never
// both, never none.

import { findParameter } from './exchange.ts'
import { ProtocolError } from './protocol-error.ts'
import { equalSecrets } from './random-token.ts'
import type { ServedProvider } from './served-provider.ts'

/** Throws `invalid_client` (401) or `invalid_request`. */
export function authenticateClient(
  request: Request,
  parameters: URLSearchParams,
  provider: ServedProvider,
): void {
  const header = request.headers.get('authorization')
  const idInBody = findParameter(parameters, 'client_id')
  const secretInBody = findParameter(parameters, 'client_secret')
  // RFC 6749 §2.3: not more than one method in a request.
  if (header !== null && secretInBody !== null) {
    throw new ProtocolError('invalid_request', 'The client authenticated twice: by header and in the body.')
  }
  const client = header === null ? { id: idInBody, secret: secretInBody } : readBasic(header)
  // RFC 6749 §2.3.1: a client_id in the body beside the header must be the same one.
  const sameId = header === null || idInBody === null || idInBody === client.id
  const known = client.id === provider.clientId && sameId
  if (!known || client.secret === null || !equalSecrets(client.secret, provider.clientSecret)) {
    throw new ProtocolError('invalid_client', 'The client id or secret is wrong or missing.', 401)
  }
}

function readBasic(header: string): { readonly id: string; readonly secret: string | null } {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header)?.[1]
  const pair = encoded ? Buffer.from(encoded, 'base64').toString('utf8') : ''
  const colon = pair.indexOf(':')
  if (colon < 0) return { id: '', secret: null }
  return { id: formDecode(pair.slice(0, colon)), secret: formDecode(pair.slice(colon + 1)) }
}

/** RFC 6749 §2.3.1: both halves are form-urlencoded before Base64. */
function formDecode(text: string): string {
  return new URLSearchParams(`v=${text.replaceAll('&', '%26')}`).get('v') ?? ''
}
