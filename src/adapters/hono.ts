// Hono: one middleware that serves `/auth/*` and sets `c.var.latchkey`, and guards.
import type { Context, HonoRequest, MiddlewareHandler } from 'hono'
import type { MountedAuth } from '../latchkey.ts'
import type { ProtectedResource } from '../oauth/resource/protected-resource.ts'
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import { accessToken, type BearerOptions, type GivenBearerOptions, metadataFor } from './bearer.ts'
import { defineAdapter } from './define-adapter.ts'
import type { Guards } from './make-guards.ts'
import {
  deliverOn,
  type FreshOptions,
  type GuardOptions,
  type RequestAuth,
  type SignedInAuth,
} from './request-auth.ts'
import { isForAuth, targetOf } from './request-target.ts'
import { waitUntilOf } from './wait-until.ts'

export type { AccessToken, BearerOptions, FreshOptions, GuardOptions, RequestAuth, SignedInAuth }
export { accessToken }

/** The variables that `honoLatchkey` sets, for `new Hono<LatchkeyVariables>()`. */
export interface LatchkeyVariables {
  readonly Variables: { readonly latchkey: RequestAuth }
}

const adapter = defineAdapter<Context>({
  mountedBy: 'app.use(honoLatchkey(auth))',
  headOf(context) {
    const { method, raw } = context.req
    return { method, target: askedFor(context), headers: raw.headers }
  },
  // On Node from Node's own headers: creating a Headers object just for this costs as much as the whole check.
  sourceOf: (context) => incomingOf(context) ?? context.req.raw,
  carrierOf: (context) => context,
  expose: (context, auth) => context.set('latchkey', auth),
})

/**
 * `app.use(honoLatchkey(auth))`, before the routes; `new Hono<LatchkeyVariables>()` types `c.var.latchkey`.
 *
 * @example
 * ```ts
 * import { Hono } from 'hono'
 * import { honoLatchkey, type LatchkeyVariables, requireUser } from 'latchkey/hono'
 *
 * const app = new Hono<LatchkeyVariables>()
 * app.use(honoLatchkey(auth))
 * app.get('/profile', requireUser(), (c) => c.json(c.var.latchkey.user))
 * ```
 */
export function honoLatchkey(auth: MountedAuth): MiddlewareHandler<LatchkeyVariables> {
  return async function latchkeyMiddleware(context, next) {
    if (isForAuth(auth, context.req.path)) {
      return auth.handle(await unread(context.req), {
        remoteAddress: remoteAddressOf(context),
        waitUntil: waitUntilOf([executionContextOf(context)]),
      })
    }
    // A Node process keeps running by itself, and asking Hono for the execution context there costs an exception.
    const waitUntil = incomingOf(context) ? undefined : waitUntilOf([executionContextOf(context)])
    const answer = adapter.read(auth, context, waitUntil)
    const read = answer instanceof Promise ? await answer : answer
    await next()
    // Afterwards: headers that are set before `next()` are lost if a route returns a Response of its own.
    const delivered = deliverOn(context.res, read)
    if (delivered === context.res) return
    context.res = undefined
    context.res = delivered
  }
}

/** After `requireUser()`, `c.var.latchkey.user` is never null. */
interface GuardedVariables {
  readonly Variables: { readonly latchkey: SignedInAuth }
}

type HonoGuards = Guards<MiddlewareHandler<GuardedVariables>>
const guards: HonoGuards = adapter.guardsAs(
  (refusalFor) =>
    async function latchkeyGuard(context, next) {
      return refusalFor(context) ?? next()
    },
)

/** `app.get('/profile', requireUser(), …)`: anonymous visitors are sent to sign in and then back; with `{ api: true }` 401 JSON. */
export const requireUser: HonoGuards['requireUser'] = guards.requireUser

/** `app.get('/admin', requireRole('admin'), …)`: lets people with this role, or one of these, through. Other signed-in people get 403. */
export const requireRole: HonoGuards['requireRole'] = guards.requireRole

/** `requireClaim('groups', 'staff')`: lets people through whose session has this claim with this value, or one of these; others get 403. */
export const requireClaim: HonoGuards['requireClaim'] = guards.requireClaim

/** `app.get('/danger', requireFresh({ maxAge: 300 }), …)`: people who signed in longer ago are sent to sign in again and then back. */
export const requireFresh: HonoGuards['requireFresh'] = guards.requireFresh

/**
 * `app.get('/notes', requireBearer({ issuer, audience, scopes: 'notes:read' }), …)`: lets requests through that carry an access token of
 * this issuer. Others get 401 or 403 (RFC 6750). After it, `accessToken(c)` returns the token. `honoLatchkey` is not needed.
 */
export function requireBearer(options: GivenBearerOptions): MiddlewareHandler {
  const refusalFor = adapter.requireBearer(options)
  return async function latchkeyBearerGuard(context, next) {
    return (await refusalFor(context)) ?? next()
  }
}

/** `app.use(resourceMetadata(api))`, at the root of the host: serves the metadata that names the issuers to clients (RFC 9728). */
export function resourceMetadata(api: ProtectedResource): MiddlewareHandler {
  return async function latchkeyResourceMetadata(context, next) {
    return metadataFor(api, { method: context.req.method, target: askedFor(context) }) ?? next()
  }
}

/** The request with its body, even if a body parser of the application has read the form already. */
async function unread(request: HonoRequest): Promise<Request> {
  const { raw } = request
  if (!raw.bodyUsed) return raw
  const fields = Object.entries(await request.parseBody({ all: true })).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, String(one)]),
  )
  const { url, method, headers } = raw
  return new Request(url, { method, headers, body: new URLSearchParams(fields).toString() })
}

/** The target as the browser sent it, if the host still has it: a URL object would normalize it. */
function askedFor(context: Context): string {
  const incoming = incomingOf(context)
  return incoming?.url?.startsWith('/') ? incoming.url : targetOf(context.req.url)
}

/** Hono throws if the host has no execution context. */
function executionContextOf(context: Context): unknown {
  try {
    return context.executionCtx
  } catch {
    return undefined
  }
}

function remoteAddressOf(context: Context): string | null {
  return incomingOf(context)?.socket?.remoteAddress ?? null
}

/** Node's request under Hono's, if Hono runs on @hono/node-server. */
function incomingOf(context: Context): Incoming | undefined {
  const { incoming } = (context.env ?? {}) as { readonly incoming?: Incoming }
  // On other hosts a binding of the application may have this name.
  return incoming?.headers ? incoming : undefined
}

interface Incoming {
  readonly url?: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly socket?: { readonly remoteAddress?: string }
}
