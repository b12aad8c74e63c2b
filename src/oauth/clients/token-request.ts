// Reads a client's request to the token endpoint (RFC 6749 §4.1.3, §6; RFC 7636 §4.5; RFC 8628 §3.4). The clients are public: they
// prove themselves by a code, a verifier or a token, never by a secret (RFC 8252 §8.5).
import type { FirstPartyClient } from '../../contracts/client.ts'
import { LatchkeyError } from '../../errors.ts'
import { knownClient } from './authorization-request.ts'
import {
  invalidRequest,
  quoted,
  required,
  type SingleParameters,
  singleParameters,
} from './single-parameters.ts'

/**
 * The scope in every answer of the token endpoint (RFC 6749 §3.3): whatever a client asked for, it gets a session of the person,
 * which cannot be divided into scopes.
 */
export const SESSION_SCOPE = 'session'

export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code'

export type TokenRequest =
  | {
      readonly grant: 'code'
      readonly client: FirstPartyClient
      readonly code: string
      readonly verifier: string
      /** Null if the request has none. */
      readonly redirectUri: string | null
    }
  | { readonly grant: 'refresh'; readonly client: FirstPartyClient; readonly refreshToken: string }
  | { readonly grant: 'device'; readonly client: FirstPartyClient; readonly deviceCode: string }

/** RFC 7636 §4.1 */
const VERIFIER = /^[A-Za-z0-9\-._~]{43,128}$/

/** Throws `client_*`. */
export function readTokenRequest(form: URLSearchParams, clients: readonly FirstPartyClient[]): TokenRequest {
  const read = singleParameters(form)
  const grantType = required(read, 'grant_type')
  const client = readClient(read, clients)
  if (grantType === 'authorization_code') return codeRequest(read, client)
  if (grantType === 'refresh_token') {
    return { grant: 'refresh', client, refreshToken: required(read, 'refresh_token') }
  }
  if (grantType === DEVICE_GRANT) {
    checkMayUseDevices(client)
    return { grant: 'device', client, deviceCode: required(read, 'device_code') }
  }
  throw new LatchkeyError('client_grant_type_unsupported', {
    detail: `grant_type must be authorization_code, refresh_token or ${DEVICE_GRANT}. Found ${quoted(grantType)}`,
  })
}

/** Throws `client_unknown`, and `client_not_public` for a request with a secret. */
export function readClient(read: SingleParameters, clients: readonly FirstPartyClient[]): FirstPartyClient {
  // A secret in every copy of a program is not secret; if it were silently ignored, developers would think that it protects them.
  if (read('client_secret') !== null || read('client_assertion') !== null) {
    throw new LatchkeyError('client_not_public')
  }
  return knownClient(clients, required(read, 'client_id'))
}

/** Throws `client_not_allowed`. */
export function checkMayUseDevices({ id, device }: FirstPartyClient): void {
  if (device) return
  throw new LatchkeyError('client_not_allowed', {
    detail: `The client "${id}" is not configured with device: true.`,
  })
}

function codeRequest(read: SingleParameters, client: FirstPartyClient): TokenRequest {
  const verifier = required(read, 'code_verifier')
  if (!VERIFIER.test(verifier)) {
    throw invalidRequest('code_verifier must have 43 to 128 of the characters A-Z a-z 0-9 - . _ ~.')
  }
  return { grant: 'code', client, code: required(read, 'code'), verifier, redirectUri: read('redirect_uri') }
}
