// Streams one request to the application, and its answer back: neither side can send faster than the other reads, and nothing is kept
// in memory. Trailers are dropped in both directions, because they could contain headers.
import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http'
import { LatchkeyError } from '../../errors.ts'
import { responseHeaders } from './forwarding-headers.ts'
import type { Upstream } from './upstream.ts'

export interface Forward {
  readonly upstream: Upstream
  /** Name, value, name, value; without the headers that frame a body. */
  readonly headers: readonly string[]
  readonly isOwnCookie: (name: string) => boolean
  /** Adds the gateway's own headers to those of the application. */
  readonly completeHeaders: (headers: string[]) => string[]
  /** Called when an event stream begins, which may last for hours. */
  readonly onEventStream: () => void
  /** Called if the application did not answer and nothing was sent to the browser yet. */
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
        // The answer has a status or a header that cannot be sent.
        outgoing.destroy(failureOf(upstream, error as Error))
      }
    })
    outgoing.on('timeout', () =>
      outgoing.destroy(new LatchkeyError('upstream_timeout', { detail: timeoutDetail(upstream) })),
    )
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      request.unpipe(outgoing)
      // The browser has disconnected, so no answer can be sent.
      if (response.destroyed) return
      // The application closed an idle connection at the moment when it was used again.
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

/** How the body is delimited: as Node read the request, written in exactly one way (RFC 9112 §6.3). */
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
  // Sent at once: there may be no data for a while, and the browser should know that the answer has begun.
  if (isEventStream || headers['content-length'] === undefined) response.flushHeaders()
  if (isEventStream) {
    answer.socket.setTimeout(0)
    how.onEventStream()
  }
  answer.on('error', () => response.destroy())
  answer.once('close', () => {
    if (!answer.complete) response.destroy()
    // The application has answered without reading the whole body: the rest from the browser is not read.
    else if (!request.complete) response.shouldKeepAlive = false
  })
  answer.pipe(response)
}

export function timeoutDetail({ place }: Upstream): string {
  const seconds = place.timeoutMilliseconds / 1000
  return `The application at ${place.shown} sent nothing for ${seconds} seconds (UPSTREAM_TIMEOUT_SECONDS).`
}

/** Errors of the gateway stay as they are; all other errors of Node mean that the application cannot be reached. */
export function failureOf({ place }: Upstream, error: NodeJS.ErrnoException): LatchkeyError {
  if (error instanceof LatchkeyError) return error
  const detail = `The application at ${place.shown} (UPSTREAM) did not answer: ${error.code ?? error.message.slice(0, 200)}.`
  return new LatchkeyError('upstream_unavailable', { detail, cause: error })
}
