// The only place that knows foreign errors: what oauth4webapi, jose, WebCrypto, JSON and the network throw becomes a
// LatchkeyError here. Their errors carry tokens and claims along (`cause.body`, `cause.claims`, pieces of JSON), so only
// name, code and text go on.
import { type ErrorCode, LatchkeyError } from '../../errors.ts'
import { OutboundError } from '../../outbound/exchange.ts'

/** What to call an error that the table below does not know: what broke is then the operation's own answer. */
export interface Translation {
  /** For the developer: what was being done, such as `ID token`. */
  readonly what: string
  readonly otherwise: ErrorCode
}

/** Translates anything that was thrown. A LatchkeyError passes as it is. */
export function translateError(error: unknown, { what, otherwise }: Translation): LatchkeyError {
  if (error instanceof LatchkeyError) return error
  const { code, cause, message, name, ...fields } = readFields(error)
  if (error instanceof OutboundError) return unreachable(error.url, error)

  if (code === 'OAUTH_RESPONSE_BODY_ERROR') return oauthRefusal(String(fields.error))
  if (code === 'OAUTH_WWW_AUTHENTICATE_CHALLENGE') {
    return new LatchkeyError(
      otherwise === 'provider_answer_invalid' ? 'provider_credentials_refused' : otherwise,
      {
        detail: `${what}: refused with status ${Number(fields.status)}.`,
      },
    )
  }
  const details = readFields(cause)
  const detail = `${what}: ${name === 'SyntaxError' ? 'not JSON' : message}.`
  const safe = { detail, cause: withoutSecrets(error) }
  if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED' && details.attribute === 'issuer') {
    return new LatchkeyError('provider_issuer_mismatch', safe)
  }
  // The ID token came inside of an answer that is itself broken: no access token, an unknown token type.
  if (otherwise === 'provider_id_token_invalid' && 'body' in details) {
    return new LatchkeyError('provider_answer_invalid', safe)
  }
  return new LatchkeyError(otherwise, safe)
}

/** Runs `work`, and translates what it throws. */
export async function translating<T>(translation: Translation, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw translateError(error, translation)
  }
}

/** The provider could not be reached, or its answer did not arrive whole. */
export function unreachable(url: string, error: unknown): LatchkeyError {
  if (error instanceof LatchkeyError) return error
  const place = url.split('?', 1)[0]
  const reason = error instanceof OutboundError ? error.kind : 'network'
  return new LatchkeyError('provider_unavailable', {
    detail: `${place} did not answer (${reason}).`,
    cause: withoutSecrets(error),
  })
}

/** The provider's own refusal (RFC 6749 §4.1.2.1 and §5.2, OpenID Connect Core §3.1.2.6). The detail is the bare code. */
export function oauthRefusal(error: string): LatchkeyError {
  // Nothing of the provider's free text goes on: it is shown in pages and logs (CASES B9).
  const detail = /^[a-z_]{1,60}$/.test(error) ? error : 'an error code outside of the specifications'
  return new LatchkeyError(codesByOauthError.get(error) ?? 'provider_refused', { detail })
}

const codesByOauthError: ReadonlyMap<string, ErrorCode> = new Map<string, ErrorCode>([
  ['access_denied', 'provider_denied'],
  ['login_required', 'provider_interaction_required'],
  ['interaction_required', 'provider_interaction_required'],
  ['consent_required', 'provider_interaction_required'],
  ['account_selection_required', 'provider_interaction_required'],
  ['redirect_uri_mismatch', 'provider_redirect_uri_mismatch'],
  ['invalid_redirect_uri', 'provider_redirect_uri_mismatch'],
  ['invalid_client', 'provider_credentials_refused'],
])

/** The same error without what hangs on it. */
function withoutSecrets(error: unknown): Error {
  const { name, code, message, cause } = readFields(error)
  // JSON.parse quotes the text that it cannot read.
  const safe = new Error(name === 'SyntaxError' ? 'The text is not JSON.' : String(message ?? ''))
  const inner = readFields(cause)
  const isNetwork = typeof inner.code === 'string' && /^(?:E[A-Z]+|UND_ERR_\w+|CERT_\w+)$/.test(inner.code)
  return Object.assign(safe, {
    name: String(name ?? 'Error'),
    code: code ?? (isNetwork ? inner.code : undefined),
  })
}

function readFields(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return {}
  if (!(value instanceof Error)) return value as Record<string, unknown>
  const { name, message, cause } = value
  return { ...value, name, message, cause }
}

/** Whether newer keys might help: none fits, or the only one there is does not, and nothing says which it should be. */
export function isKeyMissing(error: unknown, kid: unknown): boolean {
  const { code, cause } = readFields(error)
  const { candidates, signature } = readFields(cause)
  if (code === 'OAUTH_KEY_SELECTION_FAILED') return Array.isArray(candidates) && candidates.length === 0
  if (code === 'ERR_JWKS_NO_MATCHING_KEY') return true
  if (kid !== undefined) return false
  return (
    code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' ||
    (code === 'OAUTH_INVALID_RESPONSE' && signature !== undefined)
  )
}
