// Where the browser is sent to sign out at the provider as well. OpenID Connect RP-Initiated Logout 1.0 §2; docs/security-cases.md I2.
import { decode as decodeBase64url } from 'jose/base64url'
import type { Claims } from '../../contracts/provider.ts'
import type { ProviderConnection } from '../server/connection.ts'
import { withBlanks, withDeclaredNames } from '../server/send-form.ts'

/** A request to end the session at the provider (OpenID Connect RP-Initiated Logout §2). */
export interface EndSessionRequest {
  /** The session's ID token; without it, only the client id identifies the request. */
  readonly idTokenHint: string | null
  /** The address to return to, registered at the provider. */
  readonly postLogoutRedirectUri: string
  /** Returned by the provider with the browser. */
  readonly state?: string | undefined
}

/** The greatest length that servers accept: an ID token with two hundred groups has twelve thousand characters. */
const mostCharacters = 4_000

/** Null if the provider has no such endpoint. */
export async function endSessionUrl(
  { provider, server, clientId }: ProviderConnection,
  request: EndSessionRequest,
): Promise<URL | null> {
  const { idTokenHint, postLogoutRedirectUri, state } = request
  const { end_session_endpoint: endpoint } = await server()
  const { endSessionUrl: declared, parameterNames } = provider.deviations
  if (declared) {
    const url = declared({ endpoint, clientId, idTokenHint, postLogoutRedirectUri, state })
    return url === null ? null : new URL(url)
  }
  if (endpoint === undefined) return null
  const withHint = (hint: Readonly<Record<string, string>>): URL => {
    const url = new URL(endpoint)
    const parameters = new URLSearchParams({
      ...hint,
      // §2: allowed together with the hint, and required by some providers; it must be the hint's audience, which it is.
      client_id: clientId,
      post_logout_redirect_uri: postLogoutRedirectUri,
      ...(state !== undefined && { state }),
    })
    for (const [name, value] of withDeclaredNames(parameters, parameterNames))
      url.searchParams.set(name, value)
    return withBlanks(url)
  }
  if (idTokenHint === null) return withHint({})
  const whole = withHint({ id_token_hint: idTokenHint })
  return whole.href.length <= mostCharacters ? whole : withHint(logoutHint(idTokenHint))
}

/** §2: `logout_hint` names the person who signs out. The provider's own name for the person comes first. */
function logoutHint(idToken: string): { readonly logout_hint?: string } {
  const { login_hint, email, preferred_username, sub } = claimsIn(idToken)
  const names = [login_hint, email, preferred_username, sub]
  const name = names.find((value) => typeof value === 'string' && value !== '' && value.length <= 255)
  return typeof name === 'string' ? { logout_hint: name } : {}
}

/** The token was verified when it was received. An unreadable one gives no hint. */
function claimsIn(idToken: string): Claims {
  try {
    const claims: unknown = JSON.parse(new TextDecoder().decode(decodeBase64url(idToken.split('.')[1] ?? '')))
    return typeof claims === 'object' && claims !== null ? (claims as Claims) : {}
  } catch {
    return {}
  }
}
