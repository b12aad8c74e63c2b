// One request on its way through the server: what an endpoint is given, what the record of it keeps, and how its
// parameters are read (RFC 6749 §3.1, §3.2: a parameter must not come twice; an empty one counts as absent).
import type { FixtureRequest } from '../contracts/provider-fixture.ts'
import { PageError, ProtocolError } from './protocol-error.ts'
import type { ServedProvider } from './served-provider.ts'

/** What a request was for. */
export type EndpointName =
  | 'discovery'
  | 'jwks'
  | 'authorization'
  | 'token'
  | 'userinfo'
  | 'api'
  | 'revocation'
  | 'end-session'
  | 'page'

/** A request as tests may count it. Holds nothing secret. */
export interface RequestRecord {
  readonly provider: string
  readonly endpoint: EndpointName
  readonly method: string
  /** Path without query. */
  readonly path: string
  /** Milliseconds since the epoch. */
  readonly time: number
  /** Of token requests. */
  readonly grantType: string | null
  /** Null while it is being answered. */
  readonly status: number | null
}

export interface Exchange {
  readonly request: Request
  readonly url: URL
  readonly provider: ServedProvider
  /** The request as fixtures look at it. Its body is read once. */
  readonly read: () => Promise<FixtureRequest>
  /** Adds to the request's record. */
  readonly note: (more: Partial<Pick<RequestRecord, 'grantType' | 'status'>>) => void
}

export type Endpoint = (exchange: Exchange) => Response | Promise<Response>

/** Parameters of the query, or of the form when the method is POST. */
export async function readParameters(exchange: Exchange): Promise<URLSearchParams> {
  return exchange.request.method === 'POST' ? readForm(exchange) : exchange.url.searchParams
}

export async function readForm({ request, read }: Exchange): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? ''
  if (type.split(';')[0]?.trim().toLowerCase() !== 'application/x-www-form-urlencoded') {
    throw new ProtocolError('invalid_request', 'The body must be application/x-www-form-urlencoded.')
  }
  return (await read()).form
}

/** The value of a parameter, or null. Throws `invalid_request` when it comes twice. */
export function findParameter(parameters: URLSearchParams, name: string): string | null {
  const [value, second] = parameters.getAll(name)
  if (second !== undefined) throw new ProtocolError('invalid_request', `The parameter ${name} comes twice.`)
  return value || null
}

/** The value of a parameter. Throws `invalid_request` when it is missing or comes twice. */
export function getParameter(parameters: URLSearchParams, name: string): string {
  const value = findParameter(parameters, name)
  if (value === null) throw new ProtocolError('invalid_request', `The parameter ${name} is missing.`)
  return value
}

/** Parameters by name, where a refusal is a page. */
export function findParameterOrPage(parameters: URLSearchParams, name: string): string | null {
  try {
    return findParameter(parameters, name)
  } catch (error) {
    throw new PageError((error as Error).message, { remedy: 'Send each parameter once (RFC 6749 §3.1).' })
  }
}

/** JSON that no cache keeps (RFC 6749 §5.1). */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(value, { status, headers: { 'cache-control': 'no-store', ...headers } })
}

/** What a provider in trouble answers. */
export function unavailable(): Response {
  return new Response('Service Unavailable', {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1', 'cache-control': 'no-store' },
  })
}

/** What a login page or a proxy answers in the place of data. */
export function webPage(): Response {
  return new Response('<!doctype html><title>Please sign in</title><p>This is not JSON.</p>', {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

/** To another page of this server. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })
}
