// Koa 2 and 3: one middleware that serves `/auth/*` and sets `ctx.state.latchkey`, and guards that are middlewares.
import type { Context, Middleware } from 'koa'
import type { MountedAuth } from '../latchkey.ts'
import type { ProtectedResource } from '../oauth/resource/protected-resource.ts'
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import { accessToken, type BearerOptions, type GivenBearerOptions, metadataFor } from './bearer.ts'
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

export type { AccessToken, BearerOptions, FreshOptions, GuardOptions, RequestAuth, SignedInAuth }
export { accessToken }

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
      // Koa must not write an answer; headers that earlier middlewares have set are already on Node's response.
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
      return refusal ? send(refusal, context) : next()
    },
)

/** `router.get('/profile', requireUser(), …)`: anonymous visitors are sent to sign in and back; with `{ api: true }` they get 401 JSON. */
export const requireUser: KoaGuards['requireUser'] = guards.requireUser

/** `router.get('/admin', requireRole('admin'), …)`: lets people with this role, or one of these, through. Others get 403. */
export const requireRole: KoaGuards['requireRole'] = guards.requireRole

/** `requireClaim('groups', 'staff')`: lets people through whose session has this claim with this value, or one of these; others get 403. */
export const requireClaim: KoaGuards['requireClaim'] = guards.requireClaim

/** `router.get('/danger', requireFresh({ maxAge: 300 }), …)`: people who signed in longer ago are sent to sign in again and then back. */
export const requireFresh: KoaGuards['requireFresh'] = guards.requireFresh

/**
 * `router.get('/notes', requireBearer({ issuer, audience, scopes: 'notes:read' }), …)`: lets requests through that carry an access token
 * of this issuer. Others get 401 or 403 (RFC 6750). After it, `accessToken(ctx)` returns the token. `koaLatchkey` is not needed.
 */
export function requireBearer(options: GivenBearerOptions): Middleware {
  const refusalFor = adapter.requireBearer(options)
  return async function latchkeyBearerGuard(context, next) {
    const refusal = await refusalFor(context)
    return refusal ? send(refusal, context) : next()
  }
}

/** `app.use(resourceMetadata(api))`, at the root of the host: serves the metadata that names the issuers to clients (RFC 9728). */
export function resourceMetadata(api: ProtectedResource): Middleware {
  return async function latchkeyResourceMetadata(context, next) {
    const answer = metadataFor(api, headOf(nodeRequestOf(context)))
    return answer ? send(answer, context) : next()
  }
}

/** `signedIn(ctx).user`: the person after a guard, with a type that is not null. Throws `session_required` without a session. */
export function signedIn(context: Context): SignedInAuth {
  return adapter.signedIn(context)
}

async function send(answer: Response, context: Context): Promise<void> {
  for (const [name, value] of answer.headers) context.set(name, value)
  context.body = (await textOf(answer)) || null
  context.status = answer.status
}

/** With the whole address, even if `koa-mount` has cut a part off, and with the form that a body parser has read. */
function nodeRequestOf({ req, originalUrl, request }: Context): HostRequest {
  const known: HostRequest = req
  known.originalUrl ??= originalUrl
  const { body } = request as { readonly body?: unknown }
  if (body !== undefined) known.body ??= body
  return known
}
