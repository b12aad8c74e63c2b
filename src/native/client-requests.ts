// Requests of a client to its server: forms without cookies, answered with JSON (RFC 6749 §5), and with a proof if tokens are bound.
import { formOf } from './address.ts'
import { NativeClientError } from './native-client-error.ts'
import type { ProofKey } from './proof-key.ts'
import type { ServerClock } from './server-clock.ts'

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
  readonly clock: ServerClock
}

/** A connection that a network dropped silently would otherwise never end. */
const LONGEST_MILLISECONDS = 20_000

interface Sent extends ClientAnswer {
  readonly response: Response
}

export function createClientRequests({ issuer, fetch, clock }: RequestParts): ClientRequests {
  async function send(
    path: string,
    body: string,
    own: { readonly proof: string | null; readonly idempotencyKey: string | undefined },
  ): Promise<Sent> {
    const { proof, idempotencyKey } = own
    const tooLate = new AbortController()
    const timer = setTimeout(() => tooLate.abort(), LONGEST_MILLISECONDS)
    try {
      const response = await fetch(`${issuer}${path}`, {
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
        signal: tooLate.signal,
      })
      const { status } = response
      if (status >= 500 || status === 429)
        throw new NativeClientError('unavailable', `${issuer}${path} answered ${status}.`)
      return { status, body: jsonOf(await response.text(), { status, path: `${issuer}${path}` }), response }
    } catch (error) {
      if (error instanceof NativeClientError) throw error
      throw new NativeClientError('unavailable', `${issuer}${path} does not answer.`, error)
    } finally {
      clearTimeout(timer)
    }
  }
  return {
    async post(path, fields, { key = null, idempotencyKey } = {}) {
      const body = formOf(fields)
      const url = `${issuer}${path}`
      const prove = async (nonce: string | null) =>
        key ? key.prove({ method: 'POST', url, accessToken: null, nonce }) : null
      const first = await send(path, body, { proof: await prove(null), idempotencyKey })
      if (!key || first.status !== 400) return first
      const nonce = first.response.headers.get('dpop-nonce')
      const isLate = first.body.error === 'invalid_dpop_proof' && clock.learn(first.response)
      // RFC 9449 §8: sent once more with the nonce that the server requires, or at the server's time.
      if (nonce === null && !isLate) return first
      return send(path, body, { proof: await prove(nonce), idempotencyKey })
    },
  }
}

function jsonOf(
  text: string,
  { status, path }: { readonly status: number; readonly path: string },
): Readonly<Record<string, unknown>> {
  if (text === '') return {}
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>
  } catch {
    // A page of a proxy or a captive portal, not of the server.
  }
  throw new NativeClientError('unavailable', `${path} answered something that is no JSON (status ${status}).`)
}

/** The error for a refusal, with the server's own description. */
export function refusalIn({ status, body }: ClientAnswer): NativeClientError {
  const { error, error_description: description } = body
  const detail = [error, description].filter((text) => typeof text === 'string').join(': ')
  return new NativeClientError('refused', detail === '' ? `The server answered ${status}.` : detail)
}
