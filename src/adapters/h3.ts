// h3 1 and 2: one middleware that serves `/auth/*` and sets `event.context.latchkey`, and guards for any function that gets an event.
import type { H3EventContext } from 'h3'
import type { MountedAuth, RequestHead } from '../latchkey.ts'
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import { accessToken, type BearerOptions, type GivenBearerOptions } from './bearer.ts'
import { defineAdapter } from './define-adapter.ts'
import type { HostRequest, NodeListener } from './node-bridge.ts'
import { Refusal } from './refusal.ts'
import {
  deliver,
  deliverOn,
  type FreshOptions,
  type GuardOptions,
  type HeaderSink,
  type RequestAuth,
  type SignedInAuth,
} from './request-auth.ts'
import { isForAuth, targetOf } from './request-target.ts'
import { waitUntilOf } from './wait-until.ts'

type NodeResponse = Parameters<NodeListener>[1]

export type { AccessToken, BearerOptions, FreshOptions, GuardOptions, RequestAuth, SignedInAuth }

declare module 'h3' {
  interface H3EventContext {
    /** Set by `h3Latchkey`. */
    latchkey: RequestAuth
  }
}

/** What the adapter needs of an event of h3 2. */
export interface WebEvent {
  readonly req: Request & { readonly ip?: string | undefined }
  readonly res: { readonly headers: Headers; readonly errHeaders: Headers }
  readonly context: object
}

/** What the adapter needs of an event of h3 1, which Nitro 2 and Nuxt 4 use. */
export interface NodeEvent {
  readonly node: {
    readonly req: HostRequest
    readonly res: NodeResponse
  }
  readonly method: string
  readonly headers: Headers
  readonly context: object
  respondWith(response: Response): Promise<void>
}

/** An event of h3, version 1 or 2. */
export type GuardedEvent = WebEvent | NodeEvent

/** Fits `app.use` of h3 1 and 2. */
export interface H3Middleware {
  (event: WebEvent, next: () => unknown): Promise<unknown>
  (event: NodeEvent): Promise<Response | undefined>
  /** The property by which h3 1 recognizes handlers. */
  readonly __is_handler__: true
}

const adapter = defineAdapter<GuardedEvent>({
  mountedBy: 'app.use(h3Latchkey(auth))',
  headOf,
  sourceOf: (event) => (isOnNode(event) ? event.node.req : event.req),
  carrierOf: ({ context }) => context,
  expose: ({ context }, auth) => {
    ;(context as H3EventContext).latchkey = auth
  },
})

/** `app.use(h3Latchkey(auth))`, before the routes; in Nitro 2, what a file of `server/middleware/` exports. */
export function h3Latchkey(auth: MountedAuth): H3Middleware {
  async function latchkeyMiddleware(event: GuardedEvent, next?: () => unknown): Promise<unknown> {
    const waitUntil = waitUntilOf([event])
    if (isForAuth(auth, headOf(event).target)) {
      if (!isOnNode(event)) return auth.handle(event.req, { remoteAddress: event.req.ip, waitUntil })
      const { socket } = event.node.req
      return auth.handle(requestOf(event), { remoteAddress: socket?.remoteAddress, waitUntil })
    }
    const read = await adapter.read(auth, event, waitUntil)
    if (isOnNode(event)) return deliver(read, nodeSink(event.node.res))
    try {
      const answer = await next?.()
      if (answer instanceof Response) return deliverOn(answer, read)
      deliver(read, webSink(event.res.headers))
      return answer
    } catch (error) {
      if (error instanceof Refusal) return deliverOn(error.response, read)
      deliver(read, webSink(event.res.errHeaders))
      throw error
    }
  }
  return Object.assign(
    latchkeyMiddleware as Omit<H3Middleware, '__is_handler__'>,
    {
      __is_handler__: true,
    } as const,
  ) as H3Middleware
}

const guards = adapter.guardsAs((refusalFor) => async (event: GuardedEvent): Promise<SignedInAuth> => {
  const refusal = refusalFor(event)
  if (!refusal) return adapter.signedIn(event)
  // h3 1 cannot turn a thrown value into this answer, so it is sent here. h3 leaves an answer that was sent unchanged.
  if (isOnNode(event)) await event.respondWith(refusal)
  throw new Refusal(refusal)
})

/**
 * `const { user } = await requireUser(event)`: anonymous visitors are sent to sign in and then back, and programs get 401 JSON; with
 * `{ api: true }` all of them get 401 JSON.
 */
export function requireUser(event: GuardedEvent, options: GuardOptions = {}): Promise<SignedInAuth> {
  return guards.requireUser(options)(event)
}

/** `await requireRole(event, 'admin')`: lets people with this role, or one of these, through. Other signed-in people get 403. */
export function requireRole(
  event: GuardedEvent,
  role: string | readonly string[],
  options: GuardOptions = {},
): Promise<SignedInAuth> {
  return guards.requireRole(role, options)(event)
}

/** `await requireClaim(event, { name: 'groups', value: 'staff' })`: lets people through whose session has this claim; others get 403. */
export function requireClaim(
  event: GuardedEvent,
  {
    name,
    value,
    ...options
  }: GuardOptions & { readonly name: string; readonly value: string | readonly string[] },
): Promise<SignedInAuth> {
  return guards.requireClaim(name, value, options)(event)
}

/** `await requireFresh(event, { maxAge: 300 })`: people who signed in longer ago are sent to sign in again and then back. */
export function requireFresh(event: GuardedEvent, options: FreshOptions): Promise<SignedInAuth> {
  return guards.requireFresh(options)(event)
}

/**
 * `const readers = requireBearer({ issuer, audience, scopes: 'notes:read' })`, once, and in a route `const { subject } = await readers(event)`:
 * lets requests through that carry an access token of this issuer. Others get 401 or 403 (RFC 6750). `h3Latchkey` is not needed. Serve the
 * metadata from a route: `app.get(api.metadataPath, () => api.metadata())`.
 */
export function requireBearer(options: GivenBearerOptions): (event: GuardedEvent) => Promise<AccessToken> {
  const refusalFor = adapter.requireBearer(options)
  return async (event) => {
    const refusal = await refusalFor(event)
    if (!refusal) return accessToken(event.context)
    if (isOnNode(event)) await event.respondWith(refusal)
    throw new Refusal(refusal)
  }
}

function isOnNode(event: GuardedEvent): event is NodeEvent {
  return 'respondWith' in event
}

function headOf(event: GuardedEvent): RequestHead {
  if (!isOnNode(event)) {
    const { method, url, headers } = event.req
    return { method, target: targetOf(url), headers }
  }
  const { originalUrl, url = '/' } = event.node.req
  return { method: event.method, target: originalUrl ?? url, headers: event.headers }
}

/** For h3 1: built from the properties that all of its hosts have, on Node or not. */
function requestOf(event: NodeEvent): Request {
  const { method, headers, node } = event
  const { target } = headOf(event)
  const url = new URL(target, `http://${headers.get('host') || 'localhost'}`)
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  return new Request(url, { method, headers, body: bodyOf(node.req), duplex: 'half' } as RequestInit)
}

/** Hosts other than Node have read the body already, and so may a body parser. */
function bodyOf(incoming: NodeEvent['node']['req']): BodyInit | null {
  const { body } = incoming
  if (typeof body === 'string' || body instanceof Uint8Array) return body as BodyInit
  const chunks = incoming[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = (await chunks.next()) as IteratorResult<Uint8Array>
      if (done) controller.close()
      else controller.enqueue(new Uint8Array(value))
    },
    async cancel() {
      await chunks.return?.()
    },
  })
}

function nodeSink(response: NodeResponse): HeaderSink {
  return {
    setHeader: (name, value) => response.setHeader(name, value),
    appendHeader: (name, value) => response.appendHeader(name, value),
  }
}

function webSink(headers: Headers): HeaderSink {
  return {
    setHeader: (name, value) => headers.set(name, value),
    appendHeader: (name, value) => headers.append(name, value),
  }
}
