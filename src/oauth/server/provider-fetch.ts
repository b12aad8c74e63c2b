// Every request to a provider goes through here: what is no answer (an outage, a redirect) is refused in one place,
// whichever operation asked. RFC 6749 §4.1.2.1 and §5.2; RFC 9700 §4.12; CASES C2, E3, E6.
import { LatchkeyError } from '../../errors.ts'
import { unreachable } from './unreachable.ts'

/** A request as the protocol library makes it. */
export interface ProviderRequest {
  readonly method: string
  readonly headers: Record<string, string>
  readonly redirect: 'manual'
  readonly body?: RequestInit['body'] | undefined
}

/** `fetch` as the protocol library calls it. */
export type ProviderFetch = (url: string, request: ProviderRequest) => Promise<Response>

/** Wraps the bounded `fetch`. Rejects with `provider_unavailable` for outages, 5xx and 429, and refuses redirects. */
export function createProviderFetch(fetch: typeof globalThis.fetch, now: () => number): ProviderFetch {
  return async (url, { method, headers, redirect, body = null }) => {
    const response = await fetch(url, { method, headers, redirect, body }).catch((error: unknown) => {
      throw unreachable(url, error)
    })
    const refusal = refusalOf(response, url, now)
    if (refusal === null) return response
    // Frees the connection; nobody waits for a body that nobody reads.
    response.body?.cancel().catch(() => {})
    throw refusal
  }
}

function refusalOf(
  { status, headers, type }: Response,
  url: string,
  now: () => number,
): LatchkeyError | null {
  if (status >= 500 || status === 429) {
    return new LatchkeyError('provider_unavailable', {
      detail: `${withoutQuery(url)} answered ${status}.`,
      retryAfterSeconds: readRetryAfter(headers.get('retry-after'), now),
    })
  }
  // A redirect that is followed would hand the client secret, the code or the token to its target.
  if (type === 'opaqueredirect' || (status >= 300 && status <= 399)) {
    return new LatchkeyError('provider_answer_invalid', {
      detail: `${withoutQuery(url)} answered with a redirect, which is never followed.`,
    })
  }
  return null
}

/** RFC 9110 §10.2.3: seconds or a date. At most a day; undefined where it says nothing of use. */
function readRetryAfter(value: string | null, now: () => number): number | undefined {
  if (value === null) return undefined
  const seconds = /^\d{1,9}$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - now()) / 1000)
  return seconds > 0 ? Math.min(seconds, 86_400) : undefined
}

/** A query may hold what must not be logged. */
function withoutQuery(url: string): string {
  return url.split('?', 1)[0] ?? url
}
