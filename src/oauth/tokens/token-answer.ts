// Reads the token endpoint's answer: translates the provider's dialect, recognizes refusals, and corrects harmless faults. The result is
// passed to the protocol library as a Response; the ID token's signature is verified on the same body.
// RFC 6749 §5; docs/security-cases.md C1, C2.
import { LatchkeyError } from '../../errors.ts'
import type { ProviderConnection } from '../server/connection.ts'
import { both } from '../server/expected-and-found.ts'
import { describeRefusal, oauthRefusal, type RefusingAnswer, readRefusal } from '../server/oauth-refusal.ts'
import { translating } from '../server/translate-error.ts'
import { readTokenBody, type TokenBody } from './token-body.ts'

export interface TokenAnswer {
  /** Status 200, unread. */
  readonly response: Response
  readonly body: Readonly<Record<string, unknown>>
  /** The whole body, with integers beyond 2^53 as text: for the provider's own use. */
  readonly whole: Readonly<Record<string, unknown>>
}

type Known = readonly (string | null | undefined)[]

/**
 * Reads an answer. Throws the error for a refusal, and `provider_answer_invalid` for an unusable answer.
 * `known`: secrets that were sent and that the provider's text may quote.
 */
export async function readTokenAnswer(
  { provider, clientSecret }: ProviderConnection,
  raw: Response,
  known: Known = [],
): Promise<TokenAnswer> {
  const normalize = provider.deviations.normalizeTokenResponse
  const { response, text } = await translating(
    { what: 'token endpoint', at: 'token', otherwise: 'provider_answer_invalid' },
    async () => {
      const response = (await normalize?.(raw)) ?? raw
      return { response, text: await response.text() }
    },
  )
  const { status } = response
  const body = readTokenBody(response, text)
  const refusal = body === null ? null : refusalIn(body.checked, status)
  const isRefused = status !== 200 || refusal !== null || body === null
  if (isRefused)
    throw refusedBy(response, { body, refusal, known: [...known, await clientSecret().catch(() => null)] })
  checkAccessToken(body.checked.access_token)
  const mendedBody = mended(body.checked, provider.protocol)
  return { response: new JudgedAnswer(mendedBody), body: mendedBody, whole: body.exact }
}

interface Refused {
  readonly body: TokenBody | null
  readonly refusal: Pick<RefusingAnswer, 'error' | 'description'> | null
  readonly known: Known
}

/** The provider's error, if the body has one. An empty error next to tokens is ignored. */
function refusalIn(
  body: Readonly<Record<string, unknown>>,
  status: number,
): Pick<RefusingAnswer, 'error' | 'description'> | null {
  const { error, error_description: description } = body
  if (typeof error === 'string' && error !== '') return { error, description }
  if (status === 200) return null
  // Not in RFC 6749 §5.2, but used by some servers: `{"error":{"message":…}}`, `{"message":…}`.
  const { message } = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : body
  return { error: null, description: description ?? message }
}

function refusedBy(response: Response, { body, refusal, known }: Refused): LatchkeyError {
  const { status } = response
  const from = 'token endpoint'
  const answer = { from, status, error: refusal?.error ?? null, description: refusal?.description, known }
  const { error } = readRefusal(answer)
  // A 5xx status that `normalizeTokenResponse` sets is an outage that the provider reported as a success.
  if (status >= 500 || error === 'temporarily_unavailable' || error === 'server_error') {
    return new LatchkeyError('provider_unavailable', { detail: describeRefusal(readRefusal(answer)) })
  }
  if (error !== null || status === 401) return oauthRefusal(answer)
  const found = readRefusal(answer)
  const type = response.headers.get('content-type') ?? undefined
  const detail =
    status === 200
      ? `The token endpoint’s answer is none.${both('application/json', type)}`
      : describeRefusal(found)
  return new LatchkeyError('provider_answer_invalid', {
    detail: body === null && status !== 200 ? `${detail}${both('application/json', type)}` : detail,
    refusal: found,
    facts: { check: body === null ? 'json' : 'status' },
  })
}

function checkAccessToken(accessToken: unknown): void {
  // RFC 6749 Appendix A.12. Any other character would end up in a header.
  if (typeof accessToken === 'string' && /^[\x20-\x7e]+$/.test(accessToken)) return
  throw new LatchkeyError('provider_answer_invalid', {
    detail: `The token endpoint’s answer has ${accessToken === undefined ? 'no access token' : 'an access token that is none'}.`,
    facts: { check: 'access_token', ...(accessToken === undefined && { isMissing: true }) },
  })
}

/** Corrects harmless faults: an expiry that is text or unusable, a list of scopes, and null for an absent member. */
function mended(body: Record<string, unknown>, protocol: 'oidc' | 'oauth2'): Record<string, unknown> {
  const { error: _, expires_in, id_token, refresh_token, scope, token_type, ...rest } = body
  return {
    ...rest,
    token_type: typeof token_type === 'string' ? token_type.trim() : token_type,
    ...present({
      expires_in: readLifetime(expires_in),
      refresh_token: typeof refresh_token === 'string' ? refresh_token : undefined,
      scope: readScope(scope),
      // Plain OAuth requests no ID token, and does not verify one.
      id_token: protocol === 'oidc' ? id_token : undefined,
    }),
  }
}

function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  )
}

/** RFC 6749 §5.1 requires one text; a list of texts means the same. */
function readScope(scope: unknown): unknown {
  return Array.isArray(scope) && scope.every((each) => typeof each === 'string') ? scope.join(' ') : scope
}

/** Accepts a number as text, and leaves out unusable values. A negative number stays, and the library refuses it. */
function readLifetime(value: unknown): number | undefined {
  const seconds =
    typeof value === 'string' && /^\s*\d{1,12}(?:\.\d{1,6})?\s*$/.test(value) ? Number(value) : value
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds : undefined
}

/** A body that was read already, so that the protocol library does not parse it again. */
class JudgedAnswer extends Response {
  readonly #body: Readonly<Record<string, unknown>>

  constructor(body: Readonly<Record<string, unknown>>) {
    super(null, { headers: { 'content-type': 'application/json' } })
    this.#body = body
  }

  /** Returns a copy, since the library changes it. */
  override async json(): Promise<Record<string, unknown>> {
    return { ...this.#body }
  }
}
