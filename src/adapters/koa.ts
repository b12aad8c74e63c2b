// Koa 2 and 3: one middleware that serves `/auth/*` and sets `ctx.state.latchkey`, and guards that are middlewares.
import type { Context, Middleware } from 'koa'
import type { MountedAuth } from '../latchkey.ts'
import { defineAdapter } from './define-adapter.ts'
import type { Guards } from './make-guards.ts'
import { bridge, type HostRequest, headOf, textOf } from './node-bridge.ts'
import {
  deliver,
  type FreshOptions,
  type GuardOptions,
  type RequestAuth,
  type SignedInAuth,
} from './request-auth.ts'
import { isForAuth } from './request-target.ts'

export type { FreshOptions, GuardOptions, RequestAuth, SignedInAuth }

declare module 'koa' {
  interface DefaultState {
    /** Set by `koaLatchkey`. */
    latchkey: RequestAuth
  }
}

const adapter = defineAdapter<Context>({
  mountedBy: 'app.use(koaLatchkey(auth))',
  headOf: (context) => headOf(nodeRequestOf(context)),
  sourceOf: ({ req }) => req,
  carrierOf: (context) => context,
  expose: ({ state }, auth) => {
    state.latchkey = auth
  },
})

/** `app.use(koaLatchkey(auth))`, before the routes. */
export function koaLatchkey(auth: MountedAuth): Middleware {
  const answerOurs = bridge(auth)
  return async function latchkeyMiddleware(context, next) {
    if (isForAuth(auth, context.originalUrl)) {
      // Koa writes no answer of its own; what middlewares before this one have set, Node has.
      context.respond = false
      return answerOurs(nodeRequestOf(context), context.res)
    }
    const answer = adapter.read(auth, context)
    deliver(answer instanceof Promise ? await answer : answer, context.res)
    return next()
  }
}

type KoaGuards = Guards<Middleware>
const guards: KoaGuards = adapter.guardsAs(
  (refusalFor) =>
    async function latchkeyGuard(context, next) {
      const refusal = refusalFor(context)
      if (!refusal) return next()
      for (const [name, value] of refusal.headers) context.set(name, value)
      context.body = (await textOf(refusal)) || null
      context.status = refusal.status
    },
)

/** `router.get('/profile', requireUser(), …)`: others are sent to sign in and back; with `{ api: true }` 401 JSON. */
export const requireUser: KoaGuards['requireUser'] = guards.requireUser

/** `router.get('/admin', requireRole('admin'), …)`: people with this role, or one of these; others get 403. */
export const requireRole: KoaGuards['requireRole'] = guards.requireRole

/** `requireClaim('groups', 'staff')`: people whose session keeps this claim with this value, or one of these. */
export const requireClaim: KoaGuards['requireClaim'] = guards.requireClaim

/** `router.get('/danger', requireFresh({ maxAge: 300 }), …)`: others confirm who they are and come back. */
export const requireFresh: KoaGuards['requireFresh'] = guards.requireFresh

/** `signedIn(ctx).user`: the person behind a guard, with a type that is not null. Throws `session_required` without a session. */
export function signedIn(context: Context): SignedInAuth {
  return adapter.signedIn(context)
}

/** With the whole address, where `koa-mount` has taken a part off, and with the form that a body parser has read. */
function nodeRequestOf({ req, originalUrl, request }: Context): HostRequest {
  const known: HostRequest = req
  known.originalUrl ??= originalUrl
  const { body } = request as { readonly body?: unknown }
  if (body !== undefined) known.body ??= body
  return known
}
