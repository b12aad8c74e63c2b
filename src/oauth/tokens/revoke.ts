// Tells the provider that a token is not needed any more. RFC 7009.
import { authenticateClient } from '../server/client-authentication.ts'
import { converse, type ProviderConnection } from '../server/connection.ts'
import { translating } from '../server/translate-error.ts'

export type RevocableToken = 'access_token' | 'refresh_token'

/** False where the provider has no revocation endpoint. A token that the provider does not know counts as revoked (§2.2). */
export async function revoke(
  connection: ProviderConnection,
  token: string,
  hint: RevocableToken,
): Promise<boolean> {
  const conversation = await converse(connection)
  const { oauth, server, client, options } = conversation
  if (server.revocation_endpoint === undefined) return false
  return translating({ what: 'revocation endpoint', otherwise: 'provider_answer_invalid' }, async () => {
    const authentication = await authenticateClient(connection, conversation)
    const response = await oauth.revocationRequest(server, client, authentication, token, {
      ...options,
      additionalParameters: { token_type_hint: hint },
    })
    await oauth.processRevocationResponse(response)
    return true
  })
}
