// Builds the address that the browser is sent to for sign-in. RFC 6749 §4.1.1 and §3.1, RFC 7636 §4.3, OpenID Connect Core §3.1.2.1,
// RFC 9126; docs/security-cases.md A1–A5, A8.

import { faultInParameters } from '../../contracts/protocol-parameters.ts'
import type { Deviations } from '../../contracts/provider.ts'
import { platform } from '../../crypto/platform.ts'
import { LatchkeyError } from '../../errors.ts'
import { authenticateClient, checkAuthenticationIsOffered } from '../server/client-authentication.ts'
import { type Conversation, converse, type ProviderConnection } from '../server/connection.ts'
import { formFetch, withBlanks, withDeclaredNames } from '../server/send-form.ts'
import { translating } from '../server/translate-error.ts'

/** The request of one login. The caller makes state, nonce and verifier: random, at least 128 bits each, used once. */
export interface AuthorizationRequest {
  /** Exactly as registered at the provider. */
  readonly redirectUri: string
  /** Returned with the callback, which must match it (RFC 6749 §10.12). */
  readonly state: string
  /** Sent to OpenID Connect providers. */
  readonly nonce: string
  /** RFC 7636 §4.1; only its SHA-256 is sent. */
  readonly codeVerifier: string
  /** Replace the provider's default scopes. */
  readonly scopes?: readonly string[] | undefined
  /** OpenID Connect Core §3.1.2.1: `none`, `login`, `consent`, `select_account`. */
  readonly prompt?: string | undefined
  /** In seconds: people who signed in longer ago must sign in again. Put it into the expected callback too, which checks it. */
  readonly maxAgeSeconds?: number | undefined
  /** Accepted authentication levels. Put them into the expected callback too, which checks them. */
  readonly acrValues?: readonly string[] | undefined
  /** The account that the provider should suggest, such as an e-mail address. */
  readonly loginHint?: string | undefined
  /** Further parameters; they cannot replace those of the protocol. */
  readonly params?: Readonly<Record<string, string>> | undefined
}

/** The address, with every parameter exactly once. A query of the endpoint itself is kept. */
export async function authorizationUrl(
  connection: ProviderConnection,
  request: AuthorizationRequest,
): Promise<URL> {
  const conversation = await converse(connection)
  const { server } = conversation
  checkAuthenticationIsOffered(connection, server)
  const url = new URL(server.authorization_endpoint ?? '')
  const parameters = await authorizationParameters(connection, request)
  const isPushed =
    connection.provider.pushedAuthorizationRequests || server.require_pushed_authorization_requests
  const visible = isPushed ? await pushParameters(connection, conversation, parameters) : parameters
  const { parameterNames, authorizationFragment } = connection.provider.deviations
  for (const [name, value] of withDeclaredNames(visible, parameterNames)) url.searchParams.set(name, value)
  if (authorizationFragment !== undefined) url.hash = authorizationFragment
  return withBlanks(url)
}

async function authorizationParameters(
  { provider, clientId }: ProviderConnection,
  request: AuthorizationRequest,
): Promise<URLSearchParams> {
  const { deviations, authorizationParams, protocol } = provider
  const parameters = new URLSearchParams(authorizationParams)
  // docs/security-cases.md A5: a parameter that came from a request must not change what is checked when the browser returns.
  const fault = faultInParameters('params', request.params, {
    isOneLogin: true,
    declaredNames: deviations.parameterNames,
  })
  if (fault !== null) throw new LatchkeyError('config_option_invalid', { detail: `${fault}.` })
  for (const [name, value] of Object.entries(request.params ?? {})) parameters.set(name, value)
  const set = (name: string, value: string | undefined) => value !== undefined && parameters.set(name, value)
  set('prompt', request.prompt)
  set('max_age', request.maxAgeSeconds?.toString())
  set('acr_values', request.acrValues?.join(' '))
  set('login_hint', request.loginHint)
  set('response_mode', deviations.responseMode)
  const scopes = scopesOf(request.scopes ?? provider.scopes, protocol)
  if (scopes.length > 0) set('scope', scopes.join(deviations.scopeSeparator ?? ' '))
  set('client_id', clientId)
  set('redirect_uri', request.redirectUri)
  set('response_type', 'code')
  set('state', request.state)
  if (protocol === 'oidc') set('nonce', request.nonce)
  for (const [name, value] of await challengeOf(deviations.pkce, request.codeVerifier)) set(name, value)
  return parameters
}

/** RFC 9700 §2.1.1: PKCE is always used, announced or not, unless the provider is declared to refuse it. RFC 7636 §4.2. */
async function challengeOf(pkce: Deviations['pkce'], codeVerifier: string): Promise<[string, string][]> {
  if (pkce === 'none') return []
  const challenge = pkce === 'plain' ? codeVerifier : await platform.sha256(codeVerifier)
  return [
    ['code_challenge', challenge],
    ['code_challenge_method', pkce ?? 'S256'],
  ]
}

/** Without `openid` there is no ID token (OpenID Connect Core §3.1.2.1). */
function scopesOf(scopes: readonly string[], protocol: 'oidc' | 'oauth2'): readonly string[] {
  return protocol === 'oidc' && !scopes.includes('openid') ? ['openid', ...scopes] : scopes
}

/** RFC 9126 §2: the parameters are sent to the provider directly, and the browser carries a reference to them. */
function pushParameters(
  connection: ProviderConnection,
  conversation: Conversation,
  parameters: URLSearchParams,
): Promise<URLSearchParams> {
  return translating(
    { what: 'pushed authorization request', at: 'pushed-request', otherwise: 'provider_answer_invalid' },
    async () => {
      const { oauth, server, client, options } = conversation
      const authentication = await authenticateClient(connection, conversation)
      const response = await oauth.pushedAuthorizationRequest(server, client, authentication, parameters, {
        ...options,
        [oauth.customFetch]: formFetch(connection),
      })
      const { request_uri } = await oauth.processPushedAuthorizationResponse(server, client, response)
      return new URLSearchParams({ client_id: connection.clientId, request_uri })
    },
  )
}
