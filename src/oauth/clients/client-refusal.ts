// Translates our error codes into those of the protocol, in one table (RFC 6749 §4.1.2.1, §5.2; RFC 8628 §3.5; RFC 9449 §5, §8).
import type { ErrorCode, LatchkeyError } from '../../errors.ts'

const oauthErrors: Readonly<Partial<Record<ErrorCode, string>>> = {
  client_denied: 'access_denied',
  client_grant_invalid: 'invalid_grant',
  client_grant_type_unsupported: 'unsupported_grant_type',
  client_not_allowed: 'unauthorized_client',
  client_not_public: 'invalid_client',
  client_redirect_uri_unknown: 'invalid_grant',
  bearer_invalid: 'invalid_token',
  bearer_request_malformed: 'invalid_request',
  client_request_invalid: 'invalid_request',
  client_response_type_unsupported: 'unsupported_response_type',
  client_unknown: 'invalid_client',
  device_code_expired: 'expired_token',
  dpop_nonce_required: 'use_dpop_nonce',
  dpop_proof_invalid: 'invalid_dpop_proof',
  request_malformed: 'invalid_request',
  request_method_not_allowed: 'invalid_request',
  request_too_large: 'invalid_request',
  store_unavailable: 'temporarily_unavailable',
}

/** Returns `server_error` for errors that are not the client's fault. */
export function oauthErrorOf({ code }: LatchkeyError): string {
  return oauthErrors[code] ?? 'server_error'
}

/** The `WWW-Authenticate` for a request with an invalid token (RFC 6750 §3, RFC 9449 §7.1). */
export function bearerChallenge(refusal: LatchkeyError): string {
  const scheme = refusal.code.startsWith('dpop_') ? 'DPoP' : 'Bearer'
  return `${scheme} error="${oauthErrorOf(refusal)}", error_description="${describeForClient(refusal)}"`
}

/** Only the characters that `error_description` may contain (RFC 6749 §5.2). */
export function describeForClient({ detail, forDeveloper }: LatchkeyError): string {
  return (detail ?? forDeveloper)
    .replaceAll('"', "'")
    .replaceAll('’', "'")
    .replaceAll('\\', '/')
    .replaceAll('§', 'section ')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 400)
}
