// The only way to the network. Providers are servers of other organizations: each exchange has a time limit, a size limit and a
// limited share of the connections, follows no redirect (which could forward a secret) and sends no cookie.

import { nodeModules, nodeVersion, processVariables } from '../crypto/node-fast-paths.ts'
import { LatchkeyError } from '../errors.ts'
import { type Answer, type Exchange, type ExchangeRequest, OutboundError } from './exchange.ts'
import { exchangeOverFetch } from './exchange-over-fetch.ts'
import { createNodeExchange } from './exchange-over-node.ts'
import { planProxies } from './proxy-environment.ts'
import { createSlots } from './slots.ts'

export { OutboundError }

export interface OutboundOptions {
  /** Replaces the way to the network; every limit except the one on addresses still applies. */
  readonly fetch?: typeof fetch | undefined
  /** The limit for the whole exchange: waiting for a connection, headers and body. Default: 10,000. */
  readonly timeoutMilliseconds?: number | undefined
  /** The limit of a response's body, after decompression. Default: 1 MiB. */
  readonly maxBytes?: number | undefined
  /** The number of concurrent exchanges with one origin; further ones wait. Default: 100. */
  readonly maxConcurrentPerOrigin?: number | undefined
  /**
   * Refuses every server that is not on the public Internet, by the address that is actually connected to. For issuers that
   * strangers may enter. Requires Node's own client: with `fetch` or a proxy it throws `config_option_invalid`. Default: false.
   */
  readonly onlyPublicAddresses?: boolean | undefined
}

/**
 * A `fetch` with limits. A response is complete when it is returned, so reading it can neither hang nor overflow; a 3xx is returned
 * like any other response. Rejects with an OutboundError, or with the reason of the caller's own signal.
 *
 * On Node this is a small keep-alive client, which uses the proxy that the environment names (HTTPS_PROXY and similar). A Node that
 * is too old for that uses the runtime's `fetch` instead, and a notice at start says so.
 */
export function createOutboundFetch(options: OutboundOptions = {}): typeof fetch {
  const { timeoutMilliseconds = 10_000, maxBytes = 1_048_576, maxConcurrentPerOrigin = 100 } = options
  const exchange = chooseExchange(options)
  const slots = createSlots(maxConcurrentPerOrigin)

  return async (input, init) => {
    const { request, callerSignal } = await readRequest(input, init)
    const { url } = request
    if (!isPlainHttp(url)) throw new OutboundError('network', url)

    const deadline = startDeadline(url, timeoutMilliseconds, callerSignal)
    const limits = { maxBytes, signal: deadline.signal }
    try {
      const answer = await slots.use(url.origin, deadline.signal, () =>
        deadline.hold(exchange(request, limits)),
      )
      return toResponse(answer, url)
    } catch (error) {
      throw deadline.cancel(error instanceof OutboundError ? error : new OutboundError('network', url, error))
    } finally {
      deadline.end()
    }
  }
}

function chooseExchange({ fetch: givenFetch, onlyPublicAddresses = false }: OutboundOptions): Exchange {
  const { variables: proxies, needsNewerNode } = planProxies(processVariables(), nodeVersion)
  const mayBeOwn = givenFetch === undefined && !needsNewerNode && !(onlyPublicAddresses && proxies)
  if (nodeModules !== null && mayBeOwn) {
    return createNodeExchange(nodeModules, { onlyPublicAddresses, proxies })
  }
  if (onlyPublicAddresses) {
    // With a `fetch` or a proxy, the address that a name resolved to is unknown.
    throw new LatchkeyError('config_option_invalid', {
      detail: 'onlyPublicAddresses cannot be kept with a fetch of your own, behind a proxy, or outside Node.',
    })
  }
  // Looked up at each call, so that a `fetch` that the host installs later (tracing, a dispatcher) is used.
  return exchangeOverFetch(givenFetch ?? ((input, init) => fetch(input, init)))
}

/** `https://good@evil` reads like a request to good but goes to evil; other schemes are files and scripts. */
function isPlainHttp({ protocol, username, password }: URL): boolean {
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === ''
}

interface OutboundRequest {
  readonly request: ExchangeRequest
  readonly callerSignal: AbortSignal | null
}

/** The request that `fetch` would send. Bodies are read completely before the first byte is sent. */
async function readRequest(input: string | URL | Request, init: RequestInit = {}): Promise<OutboundRequest> {
  const body = init.body ?? null
  if (
    input instanceof Request ||
    !(body === null || typeof body === 'string' || body instanceof URLSearchParams)
  ) {
    return fromRequest(new Request(input, init))
  }
  const headers = outboundHeaders(init.headers)
  if (body !== null && !headers.has('content-type')) {
    const type = typeof body === 'string' ? 'text/plain' : 'application/x-www-form-urlencoded'
    headers.set('content-type', `${type};charset=UTF-8`)
  }
  return {
    request: {
      url: new URL(input),
      method: init.method?.toUpperCase() ?? 'GET',
      headers,
      body: body === null ? null : new TextEncoder().encode(body.toString()),
    },
    callerSignal: init.signal ?? null,
  }
}

async function fromRequest(request: Request): Promise<OutboundRequest> {
  return {
    request: {
      url: new URL(request.url),
      method: request.method,
      headers: outboundHeaders(request.headers),
      body: request.body === null ? null : new Uint8Array(await request.arrayBuffer()),
    },
    callerSignal: request.signal,
  }
}

function outboundHeaders(given: HeadersInit | undefined): Headers {
  const headers = new Headers(given)
  headers.delete('cookie')
  // GitHub refuses requests without a User-Agent.
  if (!headers.has('user-agent')) headers.set('user-agent', 'latchkey')
  if (!headers.has('accept')) headers.set('accept', '*/*')
  return headers
}

function toResponse({ status, headers, body }: Answer, url: URL): Response {
  // 204, 205 and 304 cannot have a body (Fetch §2.2.3), but some servers send one.
  const isBodiless = body.length === 0 || status === 204 || status === 205 || status === 304
  const response = new Response(isBodiless ? null : body, { status, headers: [...headers] })
  Object.defineProperty(response, 'url', { value: url.href })
  return response
}

interface Deadline {
  readonly signal: AbortSignal
  /** Applies the limit even to work that ignores the signal. */
  hold<T>(work: Promise<T>): Promise<T>
  /** Aborts work that is still running. Returns the first reason: the time limit, the caller, or this error. */
  cancel(error: OutboundError): unknown
  end(): void
}

function startDeadline(url: URL, milliseconds: number, callerSignal: AbortSignal | null): Deadline {
  const controller = new AbortController()
  const { signal } = controller
  const timer = setTimeout(() => controller.abort(new OutboundError('timeout', url)), milliseconds)
  const followCaller = () => controller.abort(callerSignal?.reason)
  if (callerSignal?.aborted) followCaller()
  callerSignal?.addEventListener('abort', followCaller, { once: true })
  return {
    signal,
    hold: (work) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true })
        work.then(resolve, reject)
      }),
    cancel(error) {
      controller.abort(error)
      return signal.reason
    },
    end() {
      clearTimeout(timer)
      callerSignal?.removeEventListener('abort', followCaller)
    },
  }
}
