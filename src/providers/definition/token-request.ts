// What entries need whose token endpoint wants a request of its own: JSON, a query, a header. Each answers a new request
// and leaves the one that it was given as it is.
import type { TokenRequest } from '../../contracts/provider.ts'

/**
 * The parameters as one JSON object; further members beside them.
 *
 * @example
 * ```ts
 * import { asJson, type Deviations } from 'latchkey/kit'
 *
 * const tokenRequest: Deviations['tokenRequest'] = (request) => asJson(request, { version: 2 })
 * ```
 */
export function asJson(request: TokenRequest, more: Readonly<Record<string, unknown>> = {}): TokenRequest {
  return { ...request, json: { ...Object.fromEntries(request.parameters), ...more } }
}

/** GET with the parameters in the query. Secrets then stand in an address, which our errors and logs leave out. */
export function asQuery(request: TokenRequest): TokenRequest {
  return { ...request, method: 'GET', json: undefined }
}

/** Another address for one kind of grant, such as a refresh endpoint. */
export function toAddress(request: TokenRequest, url: string): TokenRequest {
  return { ...request, url }
}

/** With these headers too; undefined takes one away. */
export function withHeaders(
  request: TokenRequest,
  added: Readonly<Record<string, string | undefined>>,
): TokenRequest {
  const headers = new Headers(request.headers)
  for (const [name, value] of Object.entries(added)) {
    if (value === undefined) headers.delete(name)
    else headers.set(name, value)
  }
  return { ...request, headers }
}

/** With these parameters too; undefined takes one away. */
export function withParameters(
  request: TokenRequest,
  added: Readonly<Record<string, string | undefined>>,
): TokenRequest {
  const parameters = new URLSearchParams(request.parameters)
  for (const [name, value] of Object.entries(added)) {
    if (value === undefined) parameters.delete(name)
    else parameters.set(name, value)
  }
  return { ...request, parameters }
}
