// The one door to the network. Providers are other people's servers: each exchange has a time limit, a size limit and
// a share of the connections, follows no redirect (a secret would follow with it) and carries no cookie.

import { nodeModules, nodeVersion, processVariables } from '../crypto/node-fast-paths.ts'
import { LatchkeyError } from '../errors.ts'
import { type Answer, type Exchange, type ExchangeRequest, OutboundError } from './exchange.ts'
import { exchangeOverFetch } from './exchange-over-fetch.ts'
import { createNodeExchange } from './exchange-over-node.ts'
import { planProxies } from './proxy-environment.ts'
import { createSlots } from './slots.ts'

export { OutboundError }

export interface OutboundOptions {
  /** Replaces the way to the network; every limit but the one on addresses still holds. */
  readonly fetch?: typeof fetch | undefined
  /** For the whole exchange: waiting for a connection, headers and body. Default 10,000. */
  readonly timeoutMilliseconds?: number | undefined
  /** Of an answer's body, after decompression. Default 1 MiB. */
  readonly maxBytes?: number | undefined
  /** Exchanges under way with one origin; further ones wait. Default 100. */
  readonly maxConcurrentPerOrigin?: number | undefined
  /**
   * Refuses every server that is not on the public Internet, by the very address that is connected to. For issuers
   * that strangers may enter. Needs Node's own client: with `fetch` or a proxy it throws `config_option_invalid`.
   */
  readonly onlyPublicAddresses?: boolean | undefined
}

/**
 * A `fetch` with limits. An answer arrives whole, so that reading it can neither hang nor overflow; a 3xx is an answer
 * like any other. Rejects with an OutboundError, or with the reason of the caller's own signal.
 *
 * On Node this is a small keep-alive client, which speaks to the proxy that the environment names (HTTPS_PROXY and the
 * like). A Node that is too old for that uses the runtime's `fetch`, and a notice at start says so.
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
    // Neither a `fetch` nor a proxy tells which address a name led to.
    throw new LatchkeyError('config_option_invalid', {
      detail: 'onlyPublicAddresses cannot be kept with a fetch of your own, behind a proxy, or outside Node.',
    })
  }
  // Looked up at each call, so that what the host installs later (tracing, a dispatcher) is used.
  return exchangeOverFetch(givenFetch ?? ((input, init) => fetch(input, init)))
}

/** `https://good@evil` is a request to evil that reads like one to good; other schemes are files and scripts. */
function isPlainHttp({ protocol, username, password }: URL): boolean {
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === ''
}

interface OutboundRequest {
  readonly request: ExchangeRequest
  readonly callerSignal: AbortSignal | null
}

/** What `fetch` would send. Bodies are read whole before the first byte goes out. */
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
  // GitHub refuses requests without one.
  if (!headers.has('user-agent')) headers.set('user-agent', 'latchkey')
  if (!headers.has('accept')) headers.set('accept', '*/*')
  return headers
}

function toResponse({ status, headers, body }: Answer, url: URL): Response {
  // 204, 205 and 304 cannot have a body (Fetch §2.2.3); some servers send one all the same.
  const isBodiless = body.length === 0 || status === 204 || status === 205 || status === 304
  const response = new Response(isBodiless ? null : body, { status, headers: [...headers] })
  Object.defineProperty(response, 'url', { value: url.href })
  return response
}

interface Deadline {
  readonly signal: AbortSignal
  /** Holds the limit also against work that does not listen to the signal. */
  hold<T>(work: Promise<T>): Promise<T>
  /** Stops what is still under way. Answers why it stopped first: the time, the caller, or this error. */
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
