// Records one exchange with a provider in the traces of the logins that wait for it: what was sent, what came back, how long it took.
// Without a trace an exchange is unchanged.
import type { LoginTrace, TracedAnswer, TraceStep } from '../../contracts/inspection.ts'
import type { FailurePlace } from '../../errors.ts'
import type { ProviderFetch, ProviderRequest } from './provider-fetch.ts'
import { translateError } from './translate-error.ts'

/** For requests that all logins share: reports them to the logins that wait. */
export function sharedFetch(
  fetch: ProviderFetch,
  watchers: ReadonlySet<LoginTrace>,
  place: FailurePlace,
): ProviderFetch {
  return (url, request) =>
    watchers.size === 0 ? fetch(url, request) : tellExchange(watchers, { place, url, request }, fetch)
}

export interface Exchange {
  readonly place: FailurePlace
  readonly url: string
  readonly request: ProviderRequest
}

export async function tellExchange(
  traces: ReadonlySet<LoginTrace>,
  { place, url, request }: Exchange,
  fetch: ProviderFetch,
): Promise<Response> {
  const began = performance.now()
  const tell = (step: Pick<TraceStep, 'answer' | 'failure'>) => {
    const { method, headers, ownHeaders, body } = request
    for (const trace of traces) {
      trace.add({
        place,
        sentence: sentences[place] ?? 'The provider’s API was asked.',
        milliseconds: performance.now() - began,
        request: { method, url, headers: { ...headers, ...ownHeaders }, fields: fieldsIn(body) },
        ...step,
      })
    }
  }
  try {
    const response = await fetch(url, request)
    tell({ answer: await answerOf(response.clone(), place) })
    return response
  } catch (error) {
    const what = { what: url, at: place, otherwise: 'provider_unavailable' } as const
    tell({ failure: translateError(error, what) })
    throw error
  }
}

const sentences: Partial<Record<FailurePlace, string>> = {
  metadata: 'The provider’s metadata were fetched: where its endpoints are.',
  keys: 'The provider’s keys were fetched: by them the ID token is verified.',
  'pushed-request': 'The parameters of the sign-in were sent to the provider directly.',
  token: 'The code was sent to the token endpoint.',
  userinfo: 'The userinfo endpoint was asked who the person is.',
  revocation: 'A token was revoked.',
}

async function answerOf(response: Response, place: FailurePlace): Promise<TracedAnswer> {
  const { status, headers } = response
  const fields = fieldsIn(await response.text())
  return { status, type: headers.get('content-type'), fields: place === 'keys' ? keysIn(fields) : fields }
}

/** The members of a body in any of the usual forms; empty if it has none. */
function fieldsIn(body: unknown): readonly (readonly [string, unknown])[] {
  if (body instanceof URLSearchParams) return [...body]
  if (typeof body !== 'string') return []
  try {
    const value: unknown = JSON.parse(body)
    if (Array.isArray(value)) return [['list', value]]
    return typeof value === 'object' && value !== null ? Object.entries(value) : []
  } catch {
    return /^[\w.~%-]+=[^\s<>]*$/.test(body) ? [...new URLSearchParams(body)] : []
  }
}

function keysIn(fields: readonly (readonly [string, unknown])[]): readonly (readonly [string, unknown])[] {
  const keys = Object.fromEntries(fields).keys
  if (!Array.isArray(keys)) return fields
  return keys.map(({ kty, alg, kid } = {}) => ['key', { kty, alg, kid }])
}
