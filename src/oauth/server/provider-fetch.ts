// Every request to a provider goes through here. It is sent to the address at which this server reaches the provider, with the headers
// that the provider requires; outages and redirects are refused here, for all operations.
// RFC 6749 §4.1.2.1 and §5.2; RFC 9700 §4.12; docs/security-cases.md C2, E3, E6.
import type { Provider } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import { backchannelAddress } from './backchannel.ts'
import { unreachable } from './unreachable.ts'

/** A request as the protocol library makes it. */
export interface ProviderRequest {
  readonly method: string
  readonly headers: Record<string, string>
  readonly redirect: 'manual'
  readonly body?: RequestInit['body'] | undefined
  /** Headers of this request only: they take precedence over those that the provider declares for all requests. */
  readonly ownHeaders?: Readonly<Record<string, string>> | undefined
  /** The path may contain a token or a person's id, so errors name only the origin. */
  readonly hidesPath?: boolean | undefined
}

/** `fetch` as the protocol library calls it. */
export type ProviderFetch = (url: string, request: ProviderRequest) => Promise<Response>

export interface ProviderFetchParts {
  readonly provider: Pick<Provider, 'issuer' | 'endpoints' | 'backchannelUrl' | 'deviations'>
  /** With limits on time and size; follows no redirect. */
  readonly fetch: typeof globalThis.fetch
  readonly now: () => number
}

/** Wraps the limited `fetch`. Rejects with `provider_unavailable` for outages, 5xx and 429, and refuses redirects. */
export function createProviderFetch({ provider, fetch, now }: ProviderFetchParts): ProviderFetch {
  const { requestHeaders } = provider.deviations
  return async (address, { method, headers, redirect, body = null, ownHeaders, hidesPath }) => {
    const url = backchannelAddress(provider, address)
    const place = placeOf(url, hidesPath)
    const init = { method, headers: mergedHeaders(headers, requestHeaders, ownHeaders), redirect }
    const response = await fetch(url, { ...init, body: formText(body) }).catch((error: unknown) => {
      throw unreachable(place, error)
    })
    const refusal = refusalOf(response, place, now)
    if (refusal === null) return response
    // Frees the connection; the body is not read. Not awaited.
    response.body?.cancel().catch(() => {})
    throw refusal
  }
}

/** Later headers replace earlier ones, regardless of case. */
function mergedHeaders(
  ...layers: readonly (Readonly<Record<string, string>> | undefined)[]
): Record<string, string> {
  const merged = new Headers()
  for (const [name, value] of layers.flatMap((layer) => Object.entries(layer ?? {}))) merged.set(name, value)
  return Object.fromEntries(merged)
}

/** Encodes a blank as `%20`: every form decoder reads it, and some servers read a plus as a plus. */
function formText(body: RequestInit['body']): NonNullable<RequestInit['body']> | null {
  return body instanceof URLSearchParams ? body.toString().replaceAll('+', '%20') : (body ?? null)
}

function refusalOf(
  { status, headers, type }: Response,
  place: string,
  now: () => number,
): LatchkeyError | null {
  if (status >= 500 || status === 429) {
    return new LatchkeyError('provider_unavailable', {
      detail: `${place} answered ${status}.`,
      facts: { check: 'status', status },
      retryAfterSeconds: readRetryAfter(headers.get('retry-after'), now),
    })
  }
  // Following a redirect would send the client secret, the code or the token to its target.
  if (type === 'opaqueredirect' || (status >= 300 && status <= 399)) {
    return new LatchkeyError('provider_answer_invalid', {
      detail: `${place} answered with a redirect, which is never followed.`,
      facts: { check: 'redirect', status },
    })
  }
  return null
}

/** RFC 9110 §10.2.3: seconds or a date. At most a day; undefined if it is unusable. */
function readRetryAfter(value: string | null, now: () => number): number | undefined {
  if (value === null) return undefined
  const seconds = /^\d{1,9}$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - now()) / 1000)
  return seconds > 0 ? Math.min(seconds, 86_400) : undefined
}

/** The address for errors. A query may contain values that must not be logged, and so may some paths. */
function placeOf(url: string, hidesPath = false): string {
  return hidesPath ? new URL(url).origin : (url.split('?', 1)[0] ?? url)
}
