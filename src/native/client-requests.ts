// Requests of a client to its server: forms without cookies, answered with JSON (RFC 6749 §5), and with a proof if tokens are bound.
import { formOf } from './address.ts'
import { NativeClientError } from './native-client-error.ts'
import type { ProofKey } from './proof-key.ts'

export interface ClientAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

export interface ClientRequests {
  /** @throws NativeClientError `unavailable` for a server that is down, and for an answer that is not JSON. */
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string | undefined>>,
    by?: { readonly key?: ProofKey | null; readonly idempotencyKey?: string },
  ) => Promise<ClientAnswer>
}

export interface RequestParts {
  readonly issuer: string
  readonly fetch: typeof fetch
}

export function createClientRequests({ issuer, fetch }: RequestParts): ClientRequests {
  async function send(
    path: string,
    body: string,
    own: { readonly proof: string | null; readonly idempotencyKey: string | undefined },
  ): Promise<Response> {
    const { proof, idempotencyKey } = own
    try {
      return await fetch(`${issuer}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
          ...(proof !== null && { dpop: proof }),
          ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
        },
        body,
        // A redirect would send codes and tokens elsewhere, and this client uses no cookies.
        redirect: 'error',
        credentials: 'omit',
      })
    } catch (error) {
      throw new NativeClientError('unavailable', `${issuer}${path} does not answer.`, error)
    }
  }
  return {
    async post(path, fields, { key = null, idempotencyKey } = {}) {
      const body = formOf(fields)
      const url = `${issuer}${path}`
      const prove = async (nonce: string | null) =>
        key ? key.prove({ method: 'POST', url, accessToken: null, nonce }) : null
      let response = await send(path, body, { proof: await prove(null), idempotencyKey })
      const nonce = response.headers.get('dpop-nonce')
      // RFC 9449 §8: sent once more with the nonce that the server requires.
      if (key && nonce !== null && response.status === 400)
        response = await send(path, body, { proof: await prove(nonce), idempotencyKey })
      if (response.status >= 500 || response.status === 429)
        throw new NativeClientError('unavailable', `${url} answered ${response.status}.`)
      return { status: response.status, body: await jsonOf(response, url) }
    },
  }
}

async function jsonOf(response: Response, url: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await response.text()
  if (text === '') return {}
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>
  } catch {
    // A page of a proxy or a captive portal, not of the server.
  }
  throw new NativeClientError(
    'unavailable',
    `${url} answered something that is no JSON (status ${response.status}).`,
  )
}

/** The error for a refusal, with the server's own description. */
export function refusalIn({ status, body }: ClientAnswer): NativeClientError {
  const { error, error_description: description } = body
  const detail = [error, description].filter((text) => typeof text === 'string').join(': ')
  return new NativeClientError('refused', detail === '' ? `The server answered ${status}.` : detail)
}
