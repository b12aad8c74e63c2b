// Converts a provider's refusal to one of our errors: RFC 6749 §4.1.2.1 and §5.2, OpenID Connect Core §3.1.2.6. The provider's text goes
// into the detail, shortened and without secrets, for the log and the developer; it is never shown to the person.
import { type ErrorCode, LatchkeyError, type ProviderRefusal, type SentenceName } from '../../errors.ts'
import { foreignText } from '../../web/foreign-text.ts'

/** A refusal as it was received. */
export interface RefusingAnswer {
  /** The source of the answer: `callback`, `token endpoint` … */
  readonly from: string
  readonly status?: number | undefined
  readonly error: string | null
  readonly description?: unknown
  /** Secrets that the text may quote: the code that was sent, the client secret. */
  readonly known?: readonly (string | null | undefined)[] | undefined
}

const codesByError: ReadonlyMap<string | null, ErrorCode> = new Map<string | null, ErrorCode>([
  ['access_denied', 'provider_denied'],
  ['login_required', 'provider_interaction_required'],
  ['interaction_required', 'provider_interaction_required'],
  ['consent_required', 'provider_interaction_required'],
  ['account_selection_required', 'provider_interaction_required'],
  ['redirect_uri_mismatch', 'provider_redirect_uri_mismatch'],
  ['invalid_redirect_uri', 'provider_redirect_uri_mismatch'],
  ['invalid_client', 'provider_credentials_refused'],
])

/** More specific sentences for people than the one of the code. */
const sentencesByError: ReadonlyMap<string | null, SentenceName> = new Map([
  ['consent_required', 'provider_denied_consent'],
])

/** Returns the error for this answer; its code follows from the provider's. */
export function oauthRefusal(answer: RefusingAnswer): LatchkeyError {
  const refusal = readRefusal(answer)
  const name = sentencesByError.get(refusal.error)
  return new LatchkeyError(codeFor(refusal), {
    detail: describeRefusal(refusal),
    refusal,
    sentence: name && { name },
    facts: answer.from === 'callback' ? { at: 'callback' } : {},
  })
}

function codeFor({ error, status }: ProviderRefusal): ErrorCode {
  // RFC 6749 §5.2: this status means that client authentication failed, whichever of the two codes the server chose.
  if (status === 401 && (error === null || error === 'unauthorized_client')) {
    return 'provider_credentials_refused'
  }
  return codesByError.get(error) ?? 'provider_refused'
}

/** The provider's text, shortened and without secrets. Some servers write the code in upper case. */
export function readRefusal({ from, status, error, description, known }: RefusingAnswer): ProviderRefusal {
  const code = error === null || error === '' ? null : foreignText(error, 60, known)
  return Object.freeze({
    from,
    status: status ?? null,
    error: code && /^[A-Za-z_]+$/.test(code) ? code.toLowerCase() : code,
    description: typeof description === 'string' ? foreignText(description, 300, known) || null : null,
  })
}

/** `The token endpoint answered 400 invalid_grant: “The code has expired.”` */
export function describeRefusal({ from, status, error, description }: ProviderRefusal): string {
  const words = [status, error].filter((word) => word !== null).join(' ') || 'an error without a code'
  return `The ${from} answered ${words}${description === null ? '.' : `: “${description}”`}`
}
