// Revokes a token that is no longer needed at the provider: by RFC 7009, or as the provider declares.
import type { RequestDescription } from '../../contracts/provider.ts'
import { authenticateClient } from '../server/client-authentication.ts'
import { type Conversation, converse, type ProviderConnection } from '../server/connection.ts'
import { formFetch } from '../server/send-form.ts'
import { translating } from '../server/translate-error.ts'

/** The kind of a token to revoke (RFC 7009 §2.1). */
export type RevocableToken = 'access_token' | 'refresh_token'

export interface Revocation {
  readonly token: string
  readonly hint: RevocableToken
  /** The person's subject at this provider, which some providers require. */
  readonly subject: string | null
}

/** Returns false if the provider offers no revocation. A token that the provider does not know counts as revoked (§2.2). */
export async function revoke(connection: ProviderConnection, revocation: Revocation): Promise<boolean> {
  return translating(
    { what: 'revocation endpoint', at: 'revocation', otherwise: 'provider_answer_invalid' },
    async () => {
      const conversation = await converse(connection)
      const declared = connection.provider.deviations.revoke
      if (declared === undefined) return revokeByStandard(connection, conversation, revocation)
      const description = declared({
        ...revocation,
        endpoint: conversation.server.revocation_endpoint,
        clientId: connection.clientId,
        clientSecret: await connection.clientSecret(),
      })
      if (description === null) return false
      await send(connection, description)
      return true
    },
  )
}

async function revokeByStandard(
  connection: ProviderConnection,
  conversation: Conversation,
  { token, hint }: Revocation,
): Promise<boolean> {
  const { oauth, server, client, options } = conversation
  if (server.revocation_endpoint === undefined) return false
  const authentication = await authenticateClient(connection, conversation)
  const response = await oauth.revocationRequest(server, client, authentication, token, {
    ...options,
    [oauth.customFetch]: formFetch(connection),
    additionalParameters: { token_type_hint: hint },
  })
  await oauth.processRevocationResponse(response)
  return true
}

async function send(
  { fetch }: ProviderConnection,
  { url, method, headers = {}, body }: RequestDescription,
): Promise<void> {
  const isForm = body instanceof URLSearchParams
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json'
  const response = await fetch(url, {
    method,
    headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': type }) },
    ownHeaders: headers,
    redirect: 'manual',
    // The path may contain the token.
    hidesPath: true,
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  })
  // Frees the connection; only the status counts.
  await response.body?.cancel()
  if (response.status >= 400) throw new TypeError(`answered with status ${response.status}`)
}
