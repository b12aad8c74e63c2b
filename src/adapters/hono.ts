// Hono: one middleware that serves `/auth/*` and sets `c.var.latchkey`, one guard.
import type { Context, HonoRequest, MiddlewareHandler } from 'hono'
import type { MountedAuth } from '../latchkey.ts'
import {
  deliverOn,
  type FreshOptions,
  freshGuard,
  type Guard,
  type GuardOptions,
  hasClaim,
  hasRole,
  type Read,
  type RequestAuth,
  readAuth,
  reading,
  type SignedInAuth,
  userGuard,
} from './request-auth.ts'
import { isBelow, targetOf } from './request-target.ts'
import { waitUntilOf } from './wait-until.ts'

export type { FreshOptions, GuardOptions, RequestAuth, SignedInAuth }

export interface LatchkeyVariables {
  readonly Variables: { readonly latchkey: RequestAuth }
}

/** `app.use(honoLatchkey(auth))`, before the routes; `new Hono<LatchkeyVariables>()` types `c.var.latchkey`. */
export function honoLatchkey(auth: MountedAuth): MiddlewareHandler<LatchkeyVariables> {
  return async function latchkeyMiddleware(context, next) {
    if (isBelow(auth.basePath, context.req.path)) {
      return auth.handle(await unread(context.req), {
        remoteAddress: remoteAddressOf(context),
        waitUntil: waitUntilOf([executionContextOf(context)]),
      })
    }
    // On Node from Node's own headers: a Headers object made for this alone costs as much as the check.
    const incoming = incomingOf(context)
    const answer = incoming
      ? readAuth(auth, incoming)
      : readAuth(auth, context.req.raw, waitUntilOf([executionContextOf(context)]))
    const read = answer instanceof Promise ? await answer : answer
    context.set('latchkey', read.auth)
    ;(context as Read)[reading] = read
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

/** `app.get('/profile', requireUser(), …)`: others are sent to sign in and back; with `{ api: true }` 401 JSON. */
export function requireUser(options: GuardOptions = {}): MiddlewareHandler<GuardedVariables> {
  return guarded(userGuard(options))
}

/** `app.get('/admin', requireRole('admin'), …)`: people with this role, or one of these; others get 403. */
export function requireRole(
  role: string | readonly string[],
  options: GuardOptions = {},
): MiddlewareHandler<GuardedVariables> {
  return guarded(userGuard({ ...options, allow: hasRole(role) }))
}

/** `requireClaim('groups', 'staff')`: people whose session keeps this claim with this value, or one of these. */
export function requireClaim(
  name: string,
  value: string | readonly string[],
  options: GuardOptions = {},
): MiddlewareHandler<GuardedVariables> {
  return guarded(userGuard({ ...options, allow: hasClaim(name, value) }))
}

/** `app.get('/danger', requireFresh({ maxAge: 300 }), …)`: others confirm who they are and come back. */
export function requireFresh(options: FreshOptions): MiddlewareHandler<GuardedVariables> {
  return guarded(freshGuard(options))
}

function guarded(guard: Guard): MiddlewareHandler<GuardedVariables> {
  return async function latchkeyGuard(context, next) {
    const read = (context as Read)[reading]
    // Fail closed, and say what is missing.
    if (!read) throw new Error('This guard needs app.use(honoLatchkey(auth)) before it.')
    const { reader, auth } = read
    if (guard.admits(reader, auth)) {
      // The route sees the person that was let through, whatever stands there now.
      context.set('latchkey', auth)
      return next()
    }
    const { method, raw } = context.req
    return guard.refuse(reader, auth, { method, target: askedFor(context), headers: raw.headers })
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
