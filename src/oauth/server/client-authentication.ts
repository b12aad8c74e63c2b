// How the client proves itself at the token, revocation and pushed-authorization endpoints: by exactly one method, and
// never by a second one after the first was refused, since that would send the same code twice.
// RFC 6749 §2.3.1, OpenID Connect Core §9; CASES C3.
import type { ClientAuth, ModifyAssertionOptions } from 'oauth4webapi'
import type { ClientAuthentication, Provider } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import type { Conversation, ProviderConnection } from './connection.ts'

/** By the private key where there is one; as registered; else the first of ours that the metadata announces. */
export async function authenticateClient(
  { provider, clientSecret, clientKey }: ProviderConnection,
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
  const method =
    provider.clientAuthentication ?? chooseMethod(server.token_endpoint_auth_methods_supported, secret)
  if (method === 'none') return oauth.None()
  if (secret === null || secret === '') {
    throw new LatchkeyError('provider_credentials_refused', { detail: `There is no secret for ${method}.` })
  }
  if (method === 'client_secret_jwt')
    return oauth.ClientSecretJwt(secret, assertionOptions(provider, conversation))
  return method === 'client_secret_post' ? oauth.ClientSecretPost(secret) : clientSecretBasic(secret)
}

/** RFC 7523 §3 let a server choose its name; the issuer is what remains (RFC 7523bis), and some servers want the old one. */
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

function chooseMethod(announced: readonly string[] = [], secret: string | null): ClientAuthentication {
  if (secret === null) return 'none'
  const method = secretMethods.find((each) => announced.includes(each))
  if (method !== undefined) return method
  // Sending the secret in a way that the provider does not offer would only leak it.
  throw new LatchkeyError('provider_credentials_refused', {
    detail: 'The provider announces no way to authenticate with a secret that is supported here.',
  })
}

/** The library escapes `-`, `_` and `.` too. That is allowed, but servers that forget to decode then refuse the secret. */
function clientSecretBasic(secret: string): ClientAuth {
  return (_server, client, _body, headers) => {
    headers.set('authorization', `Basic ${btoa(`${formEncode(client.client_id)}:${formEncode(secret)}`)}`)
  }
}

/** `application/x-www-form-urlencoded`, as RFC 6749 §2.3.1 and Appendix B demand inside of Basic. */
function formEncode(text: string): string {
  // RFC 3986 §2.3: `~` is unreserved too; servers that forget to decode then refuse a secret that has one.
  return new URLSearchParams([['', text]]).toString().slice(1).replaceAll('%7E', '~')
}
