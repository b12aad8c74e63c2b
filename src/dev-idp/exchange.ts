// One request to the server: what its endpoint receives, what is recorded of it, and how its parameters are read
// (RFC 6749 §3.1, §3.2: a parameter must not occur twice; an empty one counts as absent).
import type { FixtureRequest } from '../contracts/provider-fixture.ts'
import { PageError, ProtocolError } from './protocol-error.ts'
import type { ServedProvider } from './served-provider.ts'

/** The endpoint of a request. */
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

/** A record of a request, which tests can count. Contains no secrets. */
export interface RequestRecord {
  readonly provider: string
  readonly endpoint: EndpointName
  readonly method: string
  /** Path without query. */
  readonly path: string
  /** Milliseconds since the epoch. */
  readonly time: number
  /** For token requests only; otherwise null. */
  readonly grantType: string | null
  /** `null` until the request is answered. */
  readonly status: number | null
}

export interface Exchange {
  readonly request: Request
  readonly url: URL
  readonly provider: ServedProvider
  /** Reads the request for fixtures. Its body is read once. */
  readonly read: () => Promise<FixtureRequest>
  /** Adds to the request's record. */
  readonly note: (more: Partial<Pick<RequestRecord, 'grantType' | 'status'>>) => void
}

export type Endpoint = (exchange: Exchange) => Response | Promise<Response>

/** Returns the parameters of the query, or of the form if the method is POST. */
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

/** Returns the value of a parameter, or null. Throws `invalid_request` if it occurs twice. */
export function findParameter(parameters: URLSearchParams, name: string): string | null {
  const [value, second] = parameters.getAll(name)
  if (second !== undefined) throw new ProtocolError('invalid_request', `The parameter ${name} comes twice.`)
  return value || null
}

/** Returns the value of a parameter. Throws `invalid_request` if it is missing or occurs twice. */
export function getParameter(parameters: URLSearchParams, name: string): string {
  const value = findParameter(parameters, name)
  if (value === null) throw new ProtocolError('invalid_request', `The parameter ${name} is missing.`)
  return value
}

/** The same as `findParameter`, but throws a `PageError`. */
export function findParameterOrPage(parameters: URLSearchParams, name: string): string | null {
  try {
    return findParameter(parameters, name)
  } catch (error) {
    throw new PageError((error as Error).message, { remedy: 'Send each parameter once (RFC 6749 §3.1).' })
  }
}

/** A JSON response that must not be cached (RFC 6749 §5.1). */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(value, { status, headers: { 'cache-control': 'no-store', ...headers } })
}

/** The response of a provider that is down. */
export function unavailable(): Response {
  return new Response('Service Unavailable', {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1', 'cache-control': 'no-store' },
  })
}

/** A web page in place of data, as a login page or a proxy would answer. */
export function webPage(): Response {
  return new Response('<!doctype html><title>Please sign in</title><p>This is not JSON.</p>', {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

/** Redirects to another page of this server. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })
}
