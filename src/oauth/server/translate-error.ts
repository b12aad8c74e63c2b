// The only file that knows errors of others: what oauth4webapi, jose, WebCrypto, JSON and the network throw becomes a LatchkeyError
// here. Such errors contain tokens and claims (`cause.body`, `cause.claims`, pieces of JSON), so only name, code and text are kept,
// and of the expected and found values only those that are not secret.
import { type ErrorCode, type ErrorFacts, type FailurePlace, LatchkeyError } from '../../errors.ts'
import { OutboundError } from '../../outbound/exchange.ts'
import { JsonError } from '../../web/exact-json.ts'
import { foreignText } from '../../web/foreign-text.ts'
import { atPlace } from './at-place.ts'
import { CheckError } from './check-error.ts'
import { expectedAndFound } from './expected-and-found.ts'
import { describeRefusal, oauthRefusal, readRefusal } from './oauth-refusal.ts'
import { unreachable } from './unreachable.ts'

/** How to report an error that the table below does not contain. */
export interface Translation {
  /** For the developer: what was being done, such as `ID token`. */
  readonly what: string
  /** The same for programs. */
  readonly at: FailurePlace
  readonly otherwise: ErrorCode
}

/** Translates anything that was thrown. A LatchkeyError keeps its contents. */
export function translateError(error: unknown, translation: Translation): LatchkeyError {
  return atPlace(translated(error, translation), translation.at)
}

function translated(error: unknown, translation: Translation): LatchkeyError {
  const { what, otherwise } = translation
  if (error instanceof LatchkeyError) return error
  const fields = readFields(error)
  const { code } = fields
  if (error instanceof OutboundError) return unreachable(error.url, error)
  if (code === 'OAUTH_RESPONSE_BODY_ERROR') {
    const { error: word, status, error_description: description } = fields
    return oauthRefusal({ from: what, error: String(word), status: Number(status), description })
  }
  if (code === 'OAUTH_WWW_AUTHENTICATE_CHALLENGE') return challengeError(fields, translation)
  const details = readFields(fields.cause)
  const detail = `${what}: ${textOf(error)}.${expectedAndFound(fields)}`
  const safe = { detail, cause: withoutSecrets(error), facts: checkedIn(error, fields) }
  if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED' && details.attribute === 'issuer') {
    return new LatchkeyError('provider_issuer_mismatch', safe)
  }
  // The answer that contains the ID token is itself broken: no access token, an unknown token type.
  if (otherwise === 'provider_id_token_invalid' && 'body' in details) {
    return new LatchkeyError('provider_answer_invalid', safe)
  }
  return new LatchkeyError(otherwise, safe)
}

/** The name of the check that failed. */
function checkedIn(error: unknown, fields: Readonly<Record<string, unknown>>): ErrorFacts {
  if (error instanceof CheckError) return { check: error.check, isMissing: error.isMissing }
  const { code, message, cause, claim } = fields
  if (code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED') return { check: 'signature' }
  if (code === 'ERR_JWKS_NO_MATCHING_KEY' || code === 'ERR_JWKS_MULTIPLE_MATCHING_KEYS') {
    return { check: 'key', ...(fields.isMissing === true && { isMissing: true }) }
  }
  if (error instanceof SyntaxError || code === 'OAUTH_PARSE_ERROR' || code === 'OAUTH_RESPONSE_IS_NOT_JSON') {
    return { check: 'json' }
  }
  if (cause instanceof Response) return { check: 'status', status: cause.status }
  const { attribute, claim: compared, header } = readFields(cause)
  const isMissing = /claim missing$/.test(String(message)) ? true : undefined
  // The protocol library names the claim, the member or the parameter in its cause, or only in its message.
  const named = compared ?? claim ?? attribute ?? /["`](?!response|body)(\w+)["`]/.exec(String(message))?.[1]
  if (typeof named === 'string') return { check: named, isMissing }
  return header === undefined ? {} : { check: 'alg' }
}

/** RFC 6750 §3: status and reason are in a header. */
function challengeError(
  { status, cause }: Readonly<Record<string, unknown>>,
  { what, otherwise }: Translation,
): LatchkeyError {
  const [challenge] = Array.isArray(cause) ? cause : []
  const { error, error_description } = readFields(readFields(challenge).parameters)
  const refusal = readRefusal({
    from: what,
    status: Number(status),
    error: typeof error === 'string' ? error : null,
    description: error_description,
  })
  const code = otherwise === 'provider_answer_invalid' ? 'provider_credentials_refused' : otherwise
  return new LatchkeyError(code, { detail: describeRefusal(refusal), refusal })
}

/** Runs `work`, and translates what it throws. */
export async function translating<T>(translation: Translation, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw translateError(error, translation)
  }
}

/** The same error without its attached data. */
function withoutSecrets(error: unknown): Error {
  const { name, code, cause } = readFields(error)
  const inner = readFields(cause)
  const isNetwork = typeof inner.code === 'string' && /^(?:E[A-Z]+|UND_ERR_\w+|CERT_\w+)$/.test(inner.code)
  return Object.assign(new Error(textOf(error)), {
    name: String(name ?? 'Error'),
    code: code ?? (isNetwork ? inner.code : undefined),
  })
}

/** An error's message. That of JSON.parse is replaced, because it quotes the text. */
function textOf(error: unknown): string {
  const { name, message } = readFields(error)
  const isParsers = name === 'SyntaxError' && !(error instanceof JsonError) && /JSON/.test(String(message))
  return isParsers ? 'the text is not JSON' : foreignText(String(message ?? ''), 500).replace(/\.$/, '')
}

function readFields(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return {}
  if (!(value instanceof Error)) return value as Record<string, unknown>
  const { name, message, cause } = value
  return { ...value, name, message, cause }
}

/** Whether newer keys might help: no key fits, or the signature did not verify and the token names no key. */
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
