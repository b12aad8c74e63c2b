// The faults of the callback and the token endpoint.
import type { FaultEntry } from './fault-entry.ts'

export type AnswerFault =
  | 'deny'
  | 'wrong_state'
  | 'wrong_response_issuer'
  | 'missing_response_issuer'
  | 'missing_state'
  | 'missing_code'
  | 'error_without_state'
  | 'server_error'
  | 'temporarily_unavailable'
  | 'login_required'
  | 'unauthorized_client'
  | 'invalid_scope'
  | 'missing_email'
  | 'token_503'
  | 'slow_token'
  | 'token_error_invalid_grant'
  | 'html_instead_of_json'
  | 'missing_id_token'
  | 'refresh_reuse'
  | 'token_429'
  | 'token_error_invalid_client'
  | 'token_error_redirect_uri'
  | 'token_error_pkce'
  | 'error_with_status_200'
  | 'missing_access_token'
  | 'wrong_token_type'

export const answerFaults: Readonly<Record<AnswerFault, FaultEntry>> = {
  deny: {
    place: 'authorization',
    label: 'The person refuses',
    effect: 'The callback carries the provider’s own words for “access denied”.',
  },
  wrong_state: {
    place: 'authorization',
    label: 'Wrong state',
    effect: 'The callback carries a state that was never sent.',
  },
  wrong_response_issuer: {
    place: 'authorization',
    label: 'Wrong iss in the callback',
    effect: 'The callback names another issuer (RFC 9207).',
  },
  missing_response_issuer: {
    place: 'authorization',
    label: 'No iss in the callback',
    effect: 'The callback names no issuer although the metadata promises one.',
  },
  missing_state: {
    place: 'authorization',
    label: 'No state',
    effect: 'The callback carries no state.',
  },
  missing_code: {
    place: 'authorization',
    label: 'Neither code nor error',
    effect: 'The callback carries nothing that says how it went.',
  },
  error_without_state: {
    place: 'authorization',
    label: 'An error without state',
    effect: 'The callback carries server_error, but not the state.',
  },
  server_error: {
    place: 'authorization',
    label: 'The provider has an error',
    effect: 'The callback carries server_error.',
  },
  temporarily_unavailable: {
    place: 'authorization',
    label: 'The provider is overloaded',
    effect: 'The callback carries temporarily_unavailable.',
  },
  login_required: {
    place: 'authorization',
    label: 'The person would have to sign in',
    effect: 'The callback carries login_required.',
  },
  unauthorized_client: {
    place: 'authorization',
    label: 'The client may not do this',
    effect: 'The callback carries unauthorized_client.',
  },
  invalid_scope: {
    place: 'authorization',
    label: 'A scope is refused',
    effect: 'The callback carries invalid_scope.',
  },
  missing_email: {
    place: 'authorization',
    label: 'No e-mail address',
    effect: 'The person is the same, but has no e-mail address.',
  },
  token_503: {
    place: 'token',
    label: 'Token endpoint is down',
    effect: 'The token endpoint answers 503; the code stays unused.',
  },
  slow_token: {
    place: 'token',
    label: 'Slow token endpoint',
    effect: 'The token endpoint takes 10 seconds.',
  },
  token_error_invalid_grant: {
    place: 'token',
    label: 'The code is refused',
    effect: 'The token endpoint answers invalid_grant, worded as this provider does.',
  },
  html_instead_of_json: {
    place: 'token',
    label: 'HTML instead of JSON',
    effect: 'The token endpoint answers 200 with a web page.',
  },
  missing_id_token: {
    place: 'token',
    label: 'No ID token',
    effect: 'The token answer has no id_token.',
    oidcOnly: true,
  },
  refresh_reuse: {
    place: 'token',
    label: 'The refresh token was used before',
    effect: 'The next refresh is answered invalid_grant, and all tokens of the sign-in end.',
  },
  token_429: {
    place: 'token',
    label: 'Too many requests',
    effect: 'The token endpoint answers 429; the code stays unused.',
  },
  token_error_invalid_client: {
    place: 'token',
    label: 'The client is refused',
    effect: 'The token endpoint answers invalid_client, worded as this provider does.',
  },
  token_error_redirect_uri: {
    place: 'token',
    label: 'The redirect URI is refused',
    effect: 'The token endpoint answers redirect_uri_mismatch, worded as this provider does.',
  },
  token_error_pkce: {
    place: 'token',
    label: 'PKCE is refused',
    effect: 'The token endpoint answers invalid_request, since it does not know code_verifier.',
  },
  error_with_status_200: {
    place: 'token',
    label: 'An error with status 200',
    effect: 'The token endpoint answers 200 with an error in it.',
  },
  missing_access_token: {
    place: 'token',
    label: 'No access token',
    effect: 'The token answer has no access_token.',
  },
  wrong_token_type: {
    place: 'token',
    label: 'Another kind of token',
    effect: 'The token answer says token_type mac.',
  },
}
