// Where the browser is sent to sign out at the provider too. OpenID Connect RP-Initiated Logout 1.0 §2; CASES I2.
import type { ProviderConnection } from '../server/connection.ts'

export interface EndSessionRequest {
  /** The session's ID token; without it the client id says who asks. */
  readonly idTokenHint: string | null
  /** One that is registered at the provider. */
  readonly postLogoutRedirectUri: string
  /** Comes back with the browser. */
  readonly state?: string | undefined
}

/** Null where the provider has no such endpoint. */
export async function endSessionUrl(
  { server, clientId }: ProviderConnection,
  { idTokenHint, postLogoutRedirectUri, state }: EndSessionRequest,
): Promise<URL | null> {
  const { end_session_endpoint } = await server()
  if (end_session_endpoint === undefined) return null
  const url = new URL(end_session_endpoint)
  if (idTokenHint === null) url.searchParams.set('client_id', clientId)
  else url.searchParams.set('id_token_hint', idTokenHint)
  url.searchParams.set('post_logout_redirect_uri', postLogoutRedirectUri)
  if (state !== undefined) url.searchParams.set('state', state)
  return url
}
