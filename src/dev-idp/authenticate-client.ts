// Client authentication at the token and revocation endpoints (RFC 6749 §2.3.1, §3.2.1; RFC 7523 §3; OpenID Connect Core §9):
// the secret in a Basic header or the body, a signed assertion if the client is registered for one, or none for public clients.
// Two methods in one request are refused.
import { importJWK, type JWK, jwtVerify } from 'jose'
import type { PrivateJwk } from '../contracts/provider.ts'
import { findParameter } from './exchange.ts'
import { ProtocolError } from './protocol-error.ts'
import { equalSecrets } from './random-token.ts'
import type { ServedProvider } from './served-provider.ts'

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** The methods that the metadata announces. */
export function clientAuthentications({ clientAuthentication }: ServedProvider): readonly string[] {
  if (clientAuthentication === undefined || clientAuthentication.startsWith('client_secret_')) {
    const usual = ['client_secret_basic', 'client_secret_post']
    return clientAuthentication === 'client_secret_jwt' ? ['client_secret_jwt'] : usual
  }
  return [clientAuthentication]
}

/** Throws `invalid_client` (401) or `invalid_request`. */
export async function authenticateClient(
  header: string | null,
  parameters: URLSearchParams,
  provider: ServedProvider,
): Promise<void> {
  const idInBody = findParameter(parameters, 'client_id')
  const secretInBody = findParameter(parameters, 'client_secret')
  const assertion = findParameter(parameters, 'client_assertion')
  const methods = [header, secretInBody, assertion].filter((method) => method !== null)
  // RFC 6749 §2.3: not more than one method in a request.
  if (methods.length > 1) {
    throw new ProtocolError(
      'invalid_request',
      'The client authenticated twice: by header, secret or assertion.',
    )
  }
  if (assertion !== null) {
    const isTyped = findParameter(parameters, 'client_assertion_type') === assertionType
    if (isTyped && (await isAssertionOf(provider, assertion))) return
    throw new ProtocolError('invalid_client', 'The client assertion is not one of this client.', 401)
  }
  const client = header === null ? { id: idInBody, secret: secretInBody } : readBasic(header)
  // RFC 6749 §2.3.1: a client_id in the body must equal the one in the header.
  const sameId = header === null || idInBody === null || idInBody === client.id
  const known = client.id === provider.clientId && sameId
  if (known && provider.clientAuthentication === 'none' && client.secret === null) return
  const isProven =
    known &&
    takesSecret(provider) &&
    client.secret !== null &&
    equalSecrets(client.secret, provider.clientSecret)
  if (!isProven) {
    throw new ProtocolError('invalid_client', 'The client id or secret is wrong or missing.', 401)
  }
}

/** A client that is registered for signed assertions must not authenticate with its secret. */
function takesSecret({ clientAuthentication }: ServedProvider): boolean {
  return clientAuthentication !== 'private_key_jwt' && clientAuthentication !== 'client_secret_jwt'
}

/** RFC 7523 §3: signed by the client, about the client, for this provider, and not expired. */
async function isAssertionOf(provider: ServedProvider, assertion: string): Promise<boolean> {
  const { clientId, clientKey, clientSecret, issuer, paths } = provider
  try {
    const key = clientKey
      ? await importJWK(publicHalf(clientKey), clientKey.alg)
      : new TextEncoder().encode(clientSecret)
    await jwtVerify(assertion, key, {
      algorithms: [clientKey?.alg ?? 'HS256'],
      issuer: clientId,
      subject: clientId,
      audience: [issuer, issuer + paths.token],
      requiredClaims: ['exp', 'jti'],
      currentDate: new Date(provider.now()),
    })
    return true
  } catch {
    return false
  }
}

function publicHalf({ d: _, ...publicMembers }: PrivateJwk): JWK {
  return publicMembers as JWK
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
