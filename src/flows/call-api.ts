// A call of a provider's API with a living access token (RFC 6750 §2.1): only to addresses that the provider declares,
// never onwards to where a redirect points, and once more after a 401.
import type { Provider } from '../contracts/provider.ts'
import { LatchkeyError } from '../errors.ts'
import type { LivingToken } from '../tokens/find-living-token.ts'
import { OutboundError } from '../web/outbound.ts'

/** Throws `token_origin_refused`. */
export function apiAddress({ apiBaseUrl, apiOrigins }: Provider, url: string | URL): URL {
  const address = URL.canParse(url, apiBaseUrl) ? new URL(url, apiBaseUrl) : null
  // `//other.example/path` and `https:\\other.example` are resolved before they are judged.
  if (address && apiOrigins.includes(address.origin) && !address.username && !address.password) return address
  throw new LatchkeyError('token_origin_refused', {
    detail: address
      ? `${address.origin} is not among the provider’s apiOrigins: ${apiOrigins.join(', ') || 'it has none'}.`
      : 'The address is relative, and the provider has no apiBaseUrl.',
  })
}

export interface ApiCall {
  readonly fetch: typeof fetch
  readonly address: URL
  readonly init: RequestInit
  /** A token other than the one of this version, which was refused. */
  readonly find: (refusedVersion: number | null) => Promise<LivingToken>
}

/** Throws `token_revoked`, `token_unavailable`, `token_absent`; `provider_unavailable` when the API does not answer. */
export async function callApi({ fetch, address, init, find }: ApiCall): Promise<Response> {
  const body = await repeatable(init.body)
  const send = async (accessToken: string): Promise<Response> => {
    const headers = new Headers(init.headers)
    headers.set('Authorization', `Bearer ${accessToken}`)
    try {
      return await fetch(address, { ...init, body, headers, redirect: 'manual' })
    } catch (error) {
      throw error instanceof OutboundError ? unreachable(address, error) : error
    }
  }
  const token = usable(await find(null))
  const response = await send(token.accessToken)
  if (response.status !== 401) return response
  const next = usable(await find(token.version))
  // There is no other one: what the API says is the answer.
  if (next.version === token.version) return response
  await response.body?.cancel()
  return send(next.accessToken)
}

interface Usable {
  readonly accessToken: string
  readonly version: number
}

function usable(token: LivingToken): Usable {
  switch (token.state) {
    case 'fresh':
      return token
    case 'revoked':
      throw new LatchkeyError('token_revoked')
    case 'absent':
      throw new LatchkeyError('token_absent')
    case 'unavailable':
      if (token.old) return token.old
      throw new LatchkeyError('token_unavailable', {
        detail: `The refresh failed: ${token.reason}.`,
        retryAfterSeconds: token.retryAfterSeconds,
      })
  }
}

/** A stream can be sent once only; it is read to its end, so that the call can be made again. */
async function repeatable(body: RequestInit['body']): Promise<NonNullable<RequestInit['body']> | null> {
  if (!(body instanceof ReadableStream)) return body ?? null
  return new Response(body).arrayBuffer()
}

/** A path or query may hold what must not be logged. */
function unreachable({ origin }: URL, { kind }: OutboundError): LatchkeyError {
  return new LatchkeyError('provider_unavailable', { detail: `${origin} did not answer (${kind}).` })
}
