// Converts between Node's http messages and the platform's Request and Response.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { loadOnce } from '../contracts/load-once.ts'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { MountedAuth, RequestHead } from '../latchkey.ts'

/** A request as a host on Node passes it: possibly mounted below a prefix, possibly with its body already read. */
export type HostRequest = IncomingMessage & { originalUrl?: string; body?: unknown }

/** What `http.createServer` takes. */
export type NodeListener = (request: HostRequest, response: ServerResponse) => Promise<void>

/** The address of the client. */
type AddressOf = (request: IncomingMessage) => string | null | undefined

const peerAddress: AddressOf = ({ socket }) => socket.remoteAddress

/** Answers requests below the base path. Global objects of the host are not replaced. */
export function bridge(auth: MountedAuth, addressOf: AddressOf = peerAddress): NodeListener {
  const load = loadOnce(() => loadListener(auth, addressOf))
  return async (request, response) => {
    const listener = await load()
    const { url } = request
    if (request.originalUrl) request.url = request.originalUrl
    restoreBody(request)
    await listener(request, response)
    if (url !== undefined) request.url = url
  }
}

/** Loaded at the first request to one of Latchkey's routes, so that the server starts faster. */
async function loadListener(auth: MountedAuth, addressOf: AddressOf) {
  const { getRequestListener } = await import('@hono/node-server')
  return getRequestListener(
    // Plain HTTP/1.1, on which the incoming message is Node's own.
    (request, { incoming }) =>
      auth.handle(request, { remoteAddress: addressOf(incoming as IncomingMessage) }),
    { overrideGlobalObjects: false },
  )
}

/** Sends a Response through Node. */
export async function send(answer: Response, response: ServerResponse): Promise<void> {
  response.statusCode = answer.status
  for (const [name, value] of answer.headers) {
    if (name === 'set-cookie') response.appendHeader(name, value)
    else response.setHeader(name, value)
  }
  response.end(await textOf(answer))
}

/** Skips empty bodies: reading one costs more than the rest of the answer. */
export function textOf(answer: Response): MaybePromise<string> {
  return answer.body === null ? '' : answer.text()
}

/** The head of a Node request, for `auth.refuse`. */
export function headOf({ method = 'GET', originalUrl, url = '/', headers }: HostRequest): RequestHead {
  const get = (name: string): string | null => {
    const value = headers[name]
    return typeof value === 'string' ? value : null
  }
  return { method, target: originalUrl ?? url, headers: { get } }
}

/**
 * A body parser of the host may have read the form already; its result is encoded as a form again. If a host or a parser has kept the
 * bytes, they are in `rawBody`, where the listener looks for them: as a Buffer, or as text (`@koa/bodyparser`).
 */
function restoreBody(request: ReadBody): void {
  const { body, rawBody } = request
  if (typeof rawBody === 'string') request.rawBody = Buffer.from(rawBody)
  if (rawBody || !request.readableDidRead) return
  if (typeof body === 'string' || body instanceof Uint8Array) request.rawBody = Buffer.from(body)
  else if (typeof body === 'object' && body !== null) request.rawBody = formOf(body)
}

/** Not part of `HostRequest`: some parsers declare `rawBody` as text on every Node request. */
interface ReadBody {
  readonly body?: unknown
  readonly readableDidRead: boolean
  rawBody?: unknown
}

function formOf(body: object): Buffer {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(body)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'string') form.append(name, one)
    }
  }
  return Buffer.from(form.toString())
}
