// Calls a provider's API with a valid access token (RFC 6750 §2.1): only at addresses that the provider declares, without following
// redirects, and once more after a 401.
import type { Provider } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import { OutboundError } from '../../outbound/outbound.ts'
import { backchannelAddress } from '../server/backchannel.ts'

/** Throws `token_origin_refused`. */
export function apiAddress({ apiBaseUrl, apiOrigins }: Provider, url: string | URL): URL {
  const address = URL.canParse(url, apiBaseUrl) ? new URL(url, apiBaseUrl) : null
  // `//other.example/path` and `https:\\other.example` are resolved before they are checked.
  if (address && apiOrigins.includes(address.origin) && !address.username && !address.password) return address
  throw new LatchkeyError('token_origin_refused', {
    detail: address
      ? `${address.origin} is not among the provider’s apiOrigins: ${apiOrigins.join(', ') || 'it has none'}.`
      : 'The address is relative, and the provider has no apiBaseUrl.',
  })
}

interface ApiToken {
  readonly accessToken: string
}

export interface ApiCall<Token extends ApiToken> {
  readonly provider: Provider
  readonly fetch: typeof fetch
  readonly address: URL
  readonly init: RequestInit
  /** Returns a valid token other than the refused one, or the same one if there is no other. */
  readonly find: (refused: Token | null) => Promise<Token>
}

/** Throws what `find` throws, and `provider_unavailable` if the API does not answer. */
export async function callApi<Token extends ApiToken>(call: ApiCall<Token>): Promise<Response> {
  const { provider, fetch, address, init, find } = call
  const body = await repeatable(init.body)
  const send = async ({ accessToken }: ApiToken): Promise<Response> => {
    const headers = new Headers({ ...provider.deviations.requestHeaders })
    // The application's headers for this call take precedence over those that the provider declares for all calls.
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value)
    headers.set('Authorization', `Bearer ${accessToken}`)
    try {
      return await fetch(backchannelAddress(provider, address.href), {
        ...init,
        body,
        headers,
        redirect: 'manual',
      })
    } catch (error) {
      throw error instanceof OutboundError ? unreachable(address, error) : error
    }
  }
  const token = await find(null)
  const response = await send(token)
  if (response.status !== 401) return response
  const next = await find(token)
  // There is no other token, so the API's response is the result.
  if (next.accessToken === token.accessToken) return response
  await response.body?.cancel()
  return send(next)
}

/** A stream can be sent only once, so it is read completely, which allows a second call. */
async function repeatable(body: RequestInit['body']): Promise<NonNullable<RequestInit['body']> | null> {
  if (!(body instanceof ReadableStream)) return body ?? null
  return new Response(body).arrayBuffer()
}

/** Only the origin: a path or query may contain values that must not be logged. */
function unreachable({ origin }: URL, { kind }: OutboundError): LatchkeyError {
  return new LatchkeyError('provider_unavailable', { detail: `${origin} did not answer (${kind}).` })
}
