// Hono: one middleware that serves `/auth/*` and sets `c.var.auth`, one guard.
import type { Context, MiddlewareHandler } from 'hono'
import type { Auth } from '../latchkey.ts'
import {
  deliver,
  type FreshOptions,
  freshGuard,
  type Guard,
  type GuardOptions,
  type RequestAuth,
  readAuth,
  type SignedInAuth,
  userGuard,
} from './request-auth.ts'

export type { FreshOptions, GuardOptions, RequestAuth, SignedInAuth }

export interface LatchkeyVariables {
  readonly Variables: { readonly auth: RequestAuth; readonly latchkey: Auth }
}

/** `app.use(honoLatchkey(auth))`, before the routes; `new Hono<LatchkeyVariables>()` types `c.var.auth`. */
export function honoLatchkey(auth: Auth): MiddlewareHandler<LatchkeyVariables> {
  return async function latchkeyMiddleware(context, next) {
    const { path } = context.req
    if (path === auth.basePath || path.startsWith(`${auth.basePath}/`)) {
      return auth.handle(context.req.raw, { remoteAddress: remoteAddressOf(context) })
    }
    const reading = readAuth(auth, context.req.raw)
    const read = reading instanceof Promise ? await reading : reading
    deliver(read, {
      set: (name, value) => context.header(name, value),
      append: (name, value) => context.header(name, value, { append: true }),
    })
    context.set('auth', read.auth)
    context.set('latchkey', auth)
    await next()
  }
}

/** After `requireUser()`, `c.var.auth.user` is never null. */
interface GuardedVariables {
  readonly Variables: { readonly auth: SignedInAuth }
}

/** `app.get('/profile', requireUser(), …)`: others are sent to sign in and back; with `{ api: true }` 401 JSON. */
export function requireUser(options: GuardOptions = {}): MiddlewareHandler<GuardedVariables> {
  return guarded(userGuard(options))
}

/** `app.get('/danger', requireFresh({ maxAge: 300 }), …)`: others confirm who they are and come back. */
export function requireFresh(options: FreshOptions): MiddlewareHandler<GuardedVariables> {
  return guarded(freshGuard(options))
}

function guarded(guard: Guard): MiddlewareHandler<GuardedVariables> {
  return async function latchkeyGuard(context, next) {
    const { auth, latchkey }: Partial<LatchkeyVariables['Variables']> = context.var
    // Fail closed, and say what is missing.
    if (!auth || !latchkey) throw new Error('This guard needs app.use(honoLatchkey(auth)) before it.')
    const { method, raw } = context.req
    const head = () => ({ method, target: targetOf(context), headers: raw.headers })
    const refusal = guard.refuse(latchkey, auth, head)
    return refusal ?? next()
  }
}

/** As the browser sent it, where the host still knows: a URL object would respell it. */
function targetOf(context: Context): string {
  const incoming = incomingOf(context)
  const url = new URL(context.req.url)
  return incoming?.url?.startsWith('/') ? incoming.url : url.pathname + url.search
}

function remoteAddressOf(context: Context): string | null {
  return incomingOf(context)?.socket?.remoteAddress ?? null
}

/** Node's request below Hono's, when it runs on @hono/node-server. */
function incomingOf(context: Context): { url?: string; socket?: { remoteAddress?: string } } | undefined {
  return (context.env as { incoming?: { url?: string; socket?: { remoteAddress?: string } } } | undefined)
    ?.incoming
}
