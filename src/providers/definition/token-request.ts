// Helpers for entries whose token endpoint needs a special request: JSON, a query, a header. Each returns a new request
// and leaves the given one unchanged.
import type { TokenRequest } from '../../contracts/provider.ts'

/**
 * Sends the parameters as one JSON object, with `more` as additional members.
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

/** Sends a GET with the parameters in the query. The URL then contains secrets; Latchkey's errors and logs omit it. */
export function asQuery(request: TokenRequest): TokenRequest {
  return { ...request, method: 'GET', json: undefined }
}

/** Sends the request to another address, such as a refresh endpoint. */
export function toAddress(request: TokenRequest, url: string): TokenRequest {
  return { ...request, url }
}

/** Adds these headers; `undefined` removes one. */
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

/** Adds these parameters; `undefined` removes one. */
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
