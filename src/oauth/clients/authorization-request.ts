// Reads a client's request to `/auth/authorize` (RFC 6749 §4.1.1, RFC 7636 §4.3, RFC 9449 §10). The target of the answer is read
// first, then the rest: until the target is known, nothing is sent to a redirect URI.
import type { FirstPartyClient } from '../../contracts/client.ts'
import { LatchkeyError } from '../../errors.ts'
import { isRegisteredRedirect } from './redirect-uri.ts'
import { invalidRequest, quoted, required, singleParameters } from './single-parameters.ts'

/** Where the answer is sent, both a code and a refusal. */
export interface AnswerTarget {
  readonly client: FirstPartyClient
  readonly redirectUri: string
  /** Returned to the client unchanged. */
  readonly state: string | null
}

export interface ClientAuthorization extends AnswerTarget {
  /** SHA-256 of the verifier, base64url. */
  readonly challenge: string
  /** The greatest age of the sign-in that the client accepts. */
  readonly maxAgeSeconds: number | null
  /** The thumbprint of the key that the code is for (RFC 9449 §10). */
  readonly thumbprint: string | null
}

/** A SHA-256 in base64url, which has 43 characters. */
const SHA256 = /^[\w-]{43}$/

/** Throws `client_unknown`, `client_redirect_uri_unknown`, `client_request_invalid`, which are shown on a page, never redirected. */
export function readAnswerTarget(query: URLSearchParams, clients: readonly FirstPartyClient[]): AnswerTarget {
  const read = singleParameters(query)
  const client = knownClient(clients, required(read, 'client_id'))
  const redirectUri = read('redirect_uri') ?? onlyRedirectUri(client)
  // RFC 9700 §4.1: a code that is sent to an address that only resembles the registered one goes to the attacker.
  if (!isRegisteredRedirect(client.redirectUris, redirectUri)) {
    throw new LatchkeyError('client_redirect_uri_unknown', {
      detail: `The client "${client.id}" has no redirect URI ${quoted(redirectUri)}; it has ${client.redirectUris.join(', ') || 'none'}.`,
    })
  }
  return { client, redirectUri, state: read('state') }
}

/** Throws errors that the client receives at its redirect URI. */
export function readClientAuthorization(query: URLSearchParams, target: AnswerTarget): ClientAuthorization {
  const read = singleParameters(query)
  const responseType = required(read, 'response_type')
  if (responseType !== 'code') {
    throw new LatchkeyError('client_response_type_unsupported', {
      detail: `response_type must be code. Found ${quoted(responseType)}`,
    })
  }
  // An answer in the fragment or in a form could be read by parties other than the client.
  const responseMode = read('response_mode') ?? 'query'
  if (responseMode !== 'query') throw invalidRequest('response_mode must be query.', responseMode)
  return {
    ...target,
    challenge: readChallenge(read('code_challenge'), read('code_challenge_method')),
    maxAgeSeconds: readMaxAge(read('max_age')),
    thumbprint: readThumbprint(read('dpop_jkt')),
  }
}

/** Throws `client_unknown`. */
export function knownClient(clients: readonly FirstPartyClient[], id: string): FirstPartyClient {
  const client = clients.find((one) => one.id === id)
  if (client) return client
  throw new LatchkeyError('client_unknown', { detail: `No client has the id ${quoted(id)}.` })
}

function onlyRedirectUri({ redirectUris }: FirstPartyClient): string {
  const [only] = redirectUris
  // RFC 6749 §3.1.2.3
  if (only === undefined || redirectUris.length > 1) throw invalidRequest('redirect_uri is missing.')
  return only
}

function readChallenge(challenge: string | null, method: string | null): string {
  // RFC 9700 §2.1.1: an intercepted code must not be redeemable. RFC 7636 §4.3: a missing method means `plain`.
  if (challenge === null) throw invalidRequest('code_challenge is missing: PKCE is needed (RFC 7636).')
  if (method !== 'S256') {
    throw invalidRequest('code_challenge_method must be S256.', method ?? 'nothing, which means plain')
  }
  if (!SHA256.test(challenge)) throw invalidRequest('code_challenge is no SHA-256 in base64url.')
  return challenge
}

function readMaxAge(maxAge: string | null): number | null {
  if (maxAge === null) return null
  if (!/^[1-9]\d{0,7}$/.test(maxAge)) throw invalidRequest('max_age must be seconds, at least 1.', maxAge)
  return Number(maxAge)
}

function readThumbprint(thumbprint: string | null): string | null {
  if (thumbprint === null || SHA256.test(thumbprint)) return thumbprint
  throw invalidRequest('dpop_jkt is no SHA-256 thumbprint in base64url.')
}

/** The same request in canonical form, without parameters that are not read. */
export function authorizationQuery(asked: ClientAuthorization): Record<string, string> {
  return {
    response_type: 'code',
    client_id: asked.client.id,
    redirect_uri: asked.redirectUri,
    code_challenge: asked.challenge,
    code_challenge_method: 'S256',
    ...(asked.state === null ? {} : { state: asked.state }),
    ...(asked.maxAgeSeconds === null ? {} : { max_age: String(asked.maxAgeSeconds) }),
    ...(asked.thumbprint === null ? {} : { dpop_jkt: asked.thumbprint }),
  }
}

/** The address of the answer. The query of the redirect URI is kept (RFC 6749 §4.1.2, RFC 9207 §2). */
export function answerUrl(
  { redirectUri, state }: Pick<AnswerTarget, 'redirectUri' | 'state'>,
  issuer: string,
  answer: Readonly<Record<string, string>>,
): string {
  const query = new URLSearchParams({ ...answer, ...(state === null ? {} : { state }), iss: issuer })
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${query}`
}
