// Hono: one middleware that serves `/auth/*` and sets `c.var.latchkey`, one guard.
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
  // On Node from Node's own headers: a Headers object made for this alone costs as much as the check.
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
    // Node lives on by itself, and to ask Hono there costs an exception.
    const waitUntil = incomingOf(context) ? undefined : waitUntilOf([executionContextOf(context)])
    const answer = adapter.read(auth, context, waitUntil)
    const read = answer instanceof Promise ? await answer : answer
    await next()
    // Afterwards: what is prepared before is lost where a route answers with a Response of its own.
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

/** `app.get('/profile', requireUser(), …)`: others are sent to sign in and back; with `{ api: true }` 401 JSON. */
export const requireUser: HonoGuards['requireUser'] = guards.requireUser

/** `app.get('/admin', requireRole('admin'), …)`: people with this role, or one of these; others get 403. */
export const requireRole: HonoGuards['requireRole'] = guards.requireRole

/** `requireClaim('groups', 'staff')`: people whose session keeps this claim with this value, or one of these. */
export const requireClaim: HonoGuards['requireClaim'] = guards.requireClaim

/** `app.get('/danger', requireFresh({ maxAge: 300 }), …)`: others confirm who they are and come back. */
export const requireFresh: HonoGuards['requireFresh'] = guards.requireFresh

/**
 * `app.get('/notes', requireBearer({ issuer, audience, scopes: 'notes:read' }), …)`: requests with an access token of this issuer;
 * others get 401 or 403 as RFC 6750 says. Behind it `accessToken(c)` is the token. It needs no `honoLatchkey`.
 */
export function requireBearer(options: GivenBearerOptions): MiddlewareHandler {
  const refusalFor = adapter.requireBearer(options)
  return async function latchkeyBearerGuard(context, next) {
    return (await refusalFor(context)) ?? next()
  }
}

/** `app.use(resourceMetadata(api))`: serves the metadata by which clients find the issuers (RFC 9728). At the root of the host. */
export function resourceMetadata(api: ProtectedResource): MiddlewareHandler {
  return async function latchkeyResourceMetadata(context, next) {
    return metadataFor(api, { method: context.req.method, target: askedFor(context) }) ?? next()
  }
}

/** The request with its body. A body parser of the application's may have read the form already. */
async function unread(request: HonoRequest): Promise<Request> {
  const { raw } = request
  if (!raw.bodyUsed) return raw
  const fields = Object.entries(await request.parseBody({ all: true })).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, String(one)]),
  )
  const { url, method, headers } = raw
  return new Request(url, { method, headers, body: new URLSearchParams(fields).toString() })
}

/** As the browser sent it, where the host still knows: a URL object would respell it. */
function askedFor(context: Context): string {
  const incoming = incomingOf(context)
  return incoming?.url?.startsWith('/') ? incoming.url : targetOf(context.req.url)
}

/** Hono throws where the host has none. */
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

/** Node's request below Hono's, when it runs on @hono/node-server. */
function incomingOf(context: Context): Incoming | undefined {
  const { incoming } = (context.env ?? {}) as { readonly incoming?: Incoming }
  // Elsewhere a binding of the application's own may have this name.
  return incoming?.headers ? incoming : undefined
}

interface Incoming {
  readonly url?: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly socket?: { readonly remoteAddress?: string }
}
