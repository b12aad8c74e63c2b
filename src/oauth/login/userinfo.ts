// Asks the userinfo endpoint of an OpenID Connect provider, and believes it only when it speaks of the person who signed
// in. OpenID Connect Core §5.3; CASES E7.
import type { Claims } from '../../contracts/provider.ts'
import { type Conversation, converse, type ProviderConnection } from '../server/connection.ts'
import { translating } from '../server/translate-error.ts'
import { readCompactJwt } from './compact-jwt.ts'
import { verifySignature } from './verify-signature.ts'

/** @throws LatchkeyError `provider_userinfo_invalid`, `provider_unavailable`. */
export async function fetchUserinfo(
  connection: ProviderConnection,
  accessToken: string,
  subject: string,
): Promise<Claims> {
  const conversation = await converse(connection)
  return translating({ what: 'userinfo', otherwise: 'provider_userinfo_invalid' }, async () => {
    const { oauth, server, client, options } = conversation
    const response = await oauth.userInfoRequest(server, client, accessToken, options)
    if (isJwt(response)) {
      return signedUserinfo(connection, conversation, { response, subject })
    }
    // §5.3.4: without this check the claims of another person could be put in place of this one's.
    return oauth.processUserInfoResponse(server, client, subject, response)
  })
}

/** §5.3.2: an answer that is signed is worth as much as its signature. */
async function signedUserinfo(
  connection: ProviderConnection,
  conversation: Conversation,
  { response, subject }: { readonly response: Response; readonly subject: string },
): Promise<Claims> {
  const { oauth, server, client } = conversation
  const jwt = await response.text()
  const unverified = readCompactJwt(jwt, 'JWT')
  const readable = new Response(jwt, {
    headers: { 'content-type': 'application/jwt' },
    status: response.status,
  })
  const claims = await oauth.processUserInfoResponse(server, client, subject, readable)
  await verifySignature(connection, unverified)
  return claims
}

function isJwt(response: Response): boolean {
  return /^application\/jwt\b/i.test(response.headers.get('content-type') ?? '')
}
