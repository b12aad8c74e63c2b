// The token endpoint's answer, from bytes to something that can be judged: the provider's dialect translated, refusals
// recognised, harmless sloppiness mended. What is left is handed to the protocol library as a Response, the very one that
// the ID token's signature is verified on. RFC 6749 §5; CASES C1, C2.
import { LatchkeyError } from '../../errors.ts'
import { parseJsonObject } from '../../outbound/json.ts'
import type { ProviderConnection } from '../server/connection.ts'
import { oauthRefusal, translating } from '../server/translate-error.ts'

export interface TokenAnswer {
  /** Status 200, unread. */
  readonly response: Response
  readonly body: Readonly<Record<string, unknown>>
}

/** Reads an answer. Throws what the provider's refusal means, and `provider_answer_invalid` for what is no answer. */
export async function readTokenAnswer({ provider }: ProviderConnection, raw: Response): Promise<TokenAnswer> {
  const normalize = provider.deviations.normalizeTokenResponse
  const { response, text } = await translating(
    { what: 'token endpoint', otherwise: 'provider_answer_invalid' },
    async () => {
      const response = (await normalize?.(raw)) ?? raw
      return { response, text: await response.text() }
    },
  )
  const body = readBody(response, text)
  if (typeof body?.error === 'string') throw tokenRefusal(body.error)
  // A 5xx that only the deviation makes: an outage that the provider words as a success.
  if (response.status >= 500) throw tokenRefusal('temporarily_unavailable')
  // RFC 6749 §5.2: this status is for failed client authentication.
  if (response.status === 401) throw tokenRefusal('invalid_client')
  if (response.status !== 200 || body === null) throw brokenAnswer(`status ${response.status}`)
  checkAccessToken(body.access_token)
  return asResponse(mended(body, provider.protocol))
}

function readBody(response: Response, text: string): Record<string, unknown> | null {
  const type = response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  // RFC 6749 §5.1. A page is not an answer, even if it happens to parse.
  if (type !== 'application/json') return null
  try {
    return parseJsonObject(text)
  } catch (error) {
    if (response.status === 200) throw brokenAnswer(error instanceof Error ? error.message : '')
    return null
  }
}

function tokenRefusal(error: string): LatchkeyError {
  if (error !== 'temporarily_unavailable' && error !== 'server_error') return oauthRefusal(error)
  return new LatchkeyError('provider_unavailable', { detail: `The token endpoint answered ${error}.` })
}

function brokenAnswer(why: string): LatchkeyError {
  return new LatchkeyError('provider_answer_invalid', {
    detail: `The token endpoint’s answer is none: ${why}`,
  })
}

function checkAccessToken(accessToken: unknown): void {
  // RFC 6749 Appendix A.12. What else there might be in it would end up in a header.
  if (typeof accessToken === 'string' && /^[\x20-\x7e]+$/.test(accessToken)) return
  throw brokenAnswer('it has no access token.')
}

/** Sloppiness that harms nobody: an expiry as text or nonsense, and null for what is absent. */
function mended(body: Record<string, unknown>, protocol: 'oidc' | 'oauth2'): Record<string, unknown> {
  const { expires_in, id_token, refresh_token, scope, ...rest } = body
  return {
    ...rest,
    ...present({ expires_in: readLifetime(expires_in), refresh_token, scope }),
    // Plain OAuth asks for no ID token, and verifies none.
    ...(protocol === 'oidc' && id_token !== undefined && { id_token }),
  }
}

function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  )
}

/** Text is tolerated, and what says nothing is left out. A negative one stays, for the library to refuse. */
function readLifetime(value: unknown): number | undefined {
  const seconds = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds : undefined
}

function asResponse(body: Record<string, unknown>): TokenAnswer {
  return { response: new JudgedAnswer(body), body }
}

/** A body that was read already: the protocol library goes on with it, and nothing is written down to be parsed again. */
class JudgedAnswer extends Response {
  readonly #body: Readonly<Record<string, unknown>>

  constructor(body: Readonly<Record<string, unknown>>) {
    super(null, { headers: { 'content-type': 'application/json' } })
    this.#body = body
  }

  /** A copy, since the library writes into it. */
  override async json(): Promise<Record<string, unknown>> {
    return { ...this.#body }
  }
}
