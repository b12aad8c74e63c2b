// Authenticates the client at the token, revocation and pushed-authorization endpoints: by exactly one method, and never by a second
// one after a refusal, since that would send the same code twice.
// RFC 6749 §2.3.1, OpenID Connect Core §9; docs/security-cases.md C3.
import type { AuthorizationServer, ClientAuth, ModifyAssertionOptions } from 'oauth4webapi'
import type { ClientAuthentication, Provider } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import { foreignText } from '../../web/foreign-text.ts'
import type { Conversation, ProviderConnection } from './connection.ts'

/** Uses the private key if there is one, otherwise the registered method, otherwise the first of our methods in the metadata. */
export async function authenticateClient(
  { provider, clientId, clientSecret, clientKey }: ProviderConnection,
  conversation: Conversation,
): Promise<ClientAuth> {
  const { oauth, server } = conversation
  const signing = await clientKey()
  if (signing !== null) {
    const { key, kid } = signing
    return oauth.PrivateKeyJwt(
      kid === undefined ? key : { key, kid },
      assertionOptions(provider, conversation),
    )
  }
  const secret = await clientSecret()
  const method = provider.clientAuthentication ?? chooseMethod(server, { clientId, secret })
  if (method === 'none') return oauth.None()
  if (secret === null || secret === '') {
    throw new LatchkeyError('provider_credentials_refused', { detail: `There is no secret for ${method}.` })
  }
  if (method === 'client_secret_jwt')
    return oauth.ClientSecretJwt(secret, assertionOptions(provider, conversation))
  return method === 'client_secret_post' ? oauth.ClientSecretPost(secret) : clientSecretBasic(secret)
}

/** RFC 7523 §3 let a server choose its audience; RFC 7523bis allows only the issuer, but some servers require the older value. */
function assertionOptions(
  { deviations }: Provider,
  { oauth, server }: Conversation,
): ModifyAssertionOptions | undefined {
  if (deviations.clientAssertionAudience !== 'token-endpoint') return undefined
  return {
    [oauth.modifyAssertion](_header, payload) {
      payload.aud = server.token_endpoint
    },
  }
}

const secretMethods: readonly ClientAuthentication[] = [
  'client_secret_basic',
  'client_secret_post',
  'client_secret_jwt',
]

interface Credentials {
  readonly clientId: string
  readonly secret: string | null
}

function chooseMethod(server: AuthorizationServer, { clientId, secret }: Credentials): ClientAuthentication {
  if (secret === null) return 'none'
  const { token_endpoint_auth_methods_supported: announced = [] } = server
  const method = secretMethods.find((each) => announced.includes(each))
  if (method === undefined) throw unofferedSecret(announced)
  // Some servers do not decode what RFC 6749 §2.3.1 encodes: if the encoding changes the credentials, the body is safer.
  const isChanged = formEncode(clientId) !== clientId || formEncode(secret) !== secret
  const isOffered = announced.includes('client_secret_post')
  return method === 'client_secret_basic' && isChanged && isOffered ? 'client_secret_post' : method
}

/**
 * Checks before the sign-in whether the code can be redeemed after it.
 *
 * @throws LatchkeyError `provider_credentials_refused` if there is a secret and the provider announces no method that uses it.
 */
export function checkAuthenticationIsOffered(
  { provider, hasSecret, hasKey }: ProviderConnection,
  { token_endpoint_auth_methods_supported: announced = [] }: AuthorizationServer,
): void {
  const isDecided = provider.clientAuthentication !== undefined || hasKey || !hasSecret
  if (isDecided || secretMethods.some((method) => announced.includes(method))) return
  throw unofferedSecret(announced)
}

/** To send the secret by a method that the provider does not offer would only leak it. */
function unofferedSecret(announced: readonly string[]): LatchkeyError {
  const methods = announced.map((method) => foreignText(method, 40)).slice(0, 8)
  const found = methods.length > 0 ? `only ${methods.join(', ')}` : 'no method'
  return new LatchkeyError('provider_credentials_refused', {
    detail: `A client secret is configured, and the provider announces ${found} for its token endpoint. Register a confidential client there, or leave the secret out and set clientAuthentication: 'none'; where the announcement is wrong, set clientAuthentication to what is registered.`,
  })
}

/** The library also escapes `-`, `_` and `.`. That is allowed, but servers that forget to decode would refuse the secret. */
export function clientSecretBasic(secret: string): ClientAuth {
  return (_server, client, _body, headers) => {
    headers.set('authorization', `Basic ${btoa(`${formEncode(client.client_id)}:${formEncode(secret)}`)}`)
  }
}

/** `application/x-www-form-urlencoded`, as RFC 6749 §2.3.1 and Appendix B require within Basic. */
function formEncode(text: string): string {
  // RFC 3986 §2.3: `~` is unreserved, too; servers that forget to decode would refuse a secret that contains it.
  return new URLSearchParams([['', text]]).toString().slice(1).replaceAll('%7E', '~')
}
