// One request to the application and its answer, both streamed: neither side may be faster than the other reads, and nothing
// is kept in memory. Trailers end here, in both directions: a header could hide in them.
import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http'
import { LatchkeyError } from '../../errors.ts'
import { responseHeaders } from './forwarding-headers.ts'
import type { Upstream } from './upstream.ts'

export interface Forward {
  readonly upstream: Upstream
  /** Name, value, name, value; without what frames a body. */
  readonly headers: readonly string[]
  readonly isOwnCookie: (name: string) => boolean
  /** Adds what the gateway says beside the application. */
  readonly completeHeaders: (headers: string[]) => string[]
  /** A stream of events began: it may last for hours. */
  readonly onEventStream: () => void
  /** The application did not answer, and nothing was sent to the browser yet. */
  readonly onFailure: (error: LatchkeyError) => void
}

/** RFC 9110 §9.2.1. */
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

export function forwardRequest(request: IncomingMessage, response: ServerResponse, how: Forward): void {
  const { upstream, onFailure } = how
  const { method = 'GET', url = '/' } = request
  const framing = framingOf(request)
  const canBeSentAgain = SAFE_METHODS.has(method) && framing.kind === 'none'
  let outgoing: ClientRequest

  function send(isSecondTry: boolean): void {
    outgoing = upstream.open({
      method,
      target: url,
      headers: [...how.headers, ...framing.headers],
      mayReuseConnection: canBeSentAgain && !isSecondTry,
    })
    outgoing.on('response', (answer) => {
      try {
        relay(answer, request, response, how)
      } catch (error) {
        // A status or a header that cannot be sent.
        outgoing.destroy(failureOf(upstream, error as Error))
      }
    })
    outgoing.on('timeout', () =>
      outgoing.destroy(new LatchkeyError('upstream_timeout', { detail: timeoutDetail(upstream) })),
    )
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      request.unpipe(outgoing)
      // The browser is gone: no answer can be sent.
      if (response.destroyed) return
      // The application closed a connection that was idle, at the moment at which it was used again.
      if (outgoing.reusedSocket && error.code === 'ECONNRESET' && canBeSentAgain && !response.headersSent) {
        return send(true)
      }
      if (response.headersSent) response.destroy()
      else onFailure(failureOf(upstream, error))
    })
    if (framing.kind === 'none') outgoing.end()
    else request.pipe(outgoing)
  }

  response.once('close', () => {
    if (!response.writableFinished) outgoing.destroy()
  })
  send(false)
}

/** How the body is delimited: exactly as the request was read, written in one way (RFC 9112 §6.3). */
function framingOf({ headers, method }: IncomingMessage): {
  readonly kind: 'none' | 'length' | 'chunked'
  readonly headers: readonly string[]
} {
  if (headers['transfer-encoding'] !== undefined)
    return { kind: 'chunked', headers: ['Transfer-Encoding', 'chunked'] }
  const length = headers['content-length']
  if (length !== undefined && length !== '0') return { kind: 'length', headers: ['Content-Length', length] }
  const mayHaveBody = method === 'POST' || method === 'PUT' || method === 'PATCH' || length === '0'
  return { kind: 'none', headers: mayHaveBody ? ['Content-Length', '0'] : [] }
}

function relay(
  answer: IncomingMessage,
  request: IncomingMessage,
  response: ServerResponse,
  how: Forward,
): void {
  const { statusCode = 502, statusMessage = '', headers } = answer
  const isEventStream = headers['content-type']?.startsWith('text/event-stream') === true
  response.writeHead(statusCode, statusMessage, how.completeHeaders(responseHeaders(answer, how.isOwnCookie)))
  // Nothing may follow for a while: the browser should know that it began.
  if (isEventStream || headers['content-length'] === undefined) response.flushHeaders()
  if (isEventStream) {
    answer.socket.setTimeout(0)
    how.onEventStream()
  }
  answer.on('error', () => response.destroy())
  answer.once('close', () => {
    if (!answer.complete) response.destroy()
    // The application has answered without reading everything: what the browser still sends is not read.
    else if (!request.complete) response.shouldKeepAlive = false
  })
  answer.pipe(response)
}

export function timeoutDetail({ place }: Upstream): string {
  const seconds = place.timeoutMilliseconds / 1000
  return `The application at ${place.shown} sent nothing for ${seconds} seconds (UPSTREAM_TIMEOUT_SECONDS).`
}

/** An error of the gateway passes; every other error of Node means that the application cannot be reached. */
export function failureOf({ place }: Upstream, error: NodeJS.ErrnoException): LatchkeyError {
  if (error instanceof LatchkeyError) return error
  const detail = `The application at ${place.shown} (UPSTREAM) did not answer: ${error.code ?? error.message.slice(0, 200)}.`
  return new LatchkeyError('upstream_unavailable', { detail, cause: error })
}
