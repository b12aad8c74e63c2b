// `GET /.well-known/oauth-authorization-server/auth` and `/auth/.well-known/oauth-authorization-server` (RFC 8414 §3): the
// second is for hosts that route only paths below `/auth` to Latchkey.
import { serverMetadata } from '../../oauth/clients/server-metadata.ts'
import { json } from '../../web/responses.ts'
import type { Parts, Visit } from '../request/parts.ts'
import { checkClientsAreServed } from './clients-are-served.ts'
import { issuerOf } from './issuer-of.ts'

export async function showServerMetadata(parts: Parts, visit: Visit): Promise<Response> {
  checkClientsAreServed(parts)
  return json(serverMetadata(issuerOf(parts, visit.place), parts.settings.clients), {
    headers: { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' },
  })
}
