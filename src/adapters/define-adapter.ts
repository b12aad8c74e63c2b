// The part of an adapter that is the same on every host: it knows which requests are for Latchkey, reads the session
// once, keeps what it read where guards find it, and refuses. What differs, a host describes in five small functions.
import { type MaybePromise, whenReady } from '../contracts/maybe-promise.ts'
import type { MountedAuth, RequestHead, SessionSource } from '../latchkey.ts'
import type { WaitUntil } from '../sessions/sessions.ts'
import { bearerGuard, bearerRequest, type GivenBearerOptions, keepAccessToken } from './bearer.ts'
import { type Guards, makeGuards } from './make-guards.ts'
import { anonymous, isPrerendered, markPrerendered, refuseToPrerender } from './prerendered.ts'
import {
  type Guard,
  type GuardOptions,
  type Read,
  type Reading,
  type RequestAuth,
  readAuth,
  reading,
  type SignedInAuth,
} from './request-auth.ts'
import { isForAuth } from './request-target.ts'
import { signedIn } from './signed-in.ts'

/** What an adapter knows of its host. `Context` is what the host hands to a middleware: a request, a context, an event. */
export interface HostDescription<Context> {
  /** How an application mounts the adapter, for the error of a guard without it: `app.use(koaLatchkey(auth))`. */
  readonly mountedBy: string
  /**
   * Method, target and headers. The target is path and query as the browser wrote them, with the prefix that the host has
   * taken off: people are sent back there.
   */
  readonly headOf: (context: Context) => RequestHead
  /** What the session is read from: a `Request`, or Node's own request, which costs less. */
  readonly sourceOf: (context: Context) => SessionSource
  /**
   * The object that goes with this request and no other. What was read is kept there under a symbol, out of reach of
   * middlewares that write `auth` or `user`.
   */
  readonly carrierOf: (context: Context) => object
  /** Puts who is signed in where routes look for it. It is called again behind a guard. */
  readonly expose: (context: Context, auth: RequestAuth) => void
}

/** Null: the route may go on. Otherwise the answer to send instead. */
export type HostGuard<Context> = (context: Context) => Response | null

/** Null: the route may go on, and finds the token by `accessToken`. Otherwise the answer to send instead. Never rejects. */
export type HostBearerGuard<Context> = (context: Context) => Promise<Response | null>

/**
 * What `defineAdapter` makes of a description. Its guards, `requireUser` and the others, answer a `HostGuard`, which throws an Error
 * where the adapter is not mounted.
 */
export interface HostAdapter<Context> extends Guards<HostGuard<Context>> {
  /** Whether the request is for `auth.handle`: at the base path or below it. */
  readonly isOurs: (auth: MountedAuth, context: Context) => boolean
  /**
   * Reads the session, keeps it for the guards and exposes it. Never rejects: while the store is down, there is no session.
   * `deliver` or `deliverOn` must carry the result to the answer. `waitUntil` is for hosts that sleep after an answer.
   */
  readonly read: (auth: MountedAuth, context: Context, waitUntil?: WaitUntil) => MaybePromise<Reading>
  /**
   * In the place of `read` for a page that is made in advance, while the application is built: it has no session, and a guard
   * throws an Error, which fails the build.
   */
  readonly prerender: (context: Context) => void
  /** The same guards as the host has them: each is what `toHost` makes of one. */
  readonly guardsAs: <Made>(
    toHost: (refusalFor: HostGuard<Context>, options: GuardOptions) => Made,
  ) => Guards<Made>
  /** Lets requests through that show a sufficient access token of one of these issuers. It needs no `auth`. */
  readonly requireBearer: (options: GivenBearerOptions) => HostBearerGuard<Context>
  /** Who was let through, behind a guard. Throws LatchkeyError `session_required` without a session. */
  readonly signedIn: (context: Context) => SignedInAuth
}

/**
 * Makes the host-independent part of an adapter.
 *
 * An adapter has two ends of its own: a middleware that passes on what `isOurs` to `auth.handle` and otherwise calls `read`
 * and delivers the headers, and guards that send what a `HostGuard` answers. `latchkey/testing/contract` has the suite that
 * every adapter passes.
 *
 * @example
 * ```ts
 * import { defineAdapter, deliverOn, type MountedAuth, type RequestAuth, targetOf } from 'latchkey/kit'
 *
 * interface Context { readonly request: Request; latchkey?: RequestAuth }
 * type Next = () => Promise<Response>
 *
 * const adapter = defineAdapter<Context>({
 *   mountedBy: 'app.use(acmeLatchkey(auth))',
 *   headOf: ({ request }) => ({ method: request.method, target: targetOf(request.url), headers: request.headers }),
 *   sourceOf: ({ request }) => request,
 *   carrierOf: (context) => context,
 *   expose: (context, auth) => {
 *     context.latchkey = auth
 *   },
 * })
 *
 * export function acmeLatchkey(auth: MountedAuth) {
 *   return async (context: Context, next: Next): Promise<Response> => {
 *     if (adapter.isOurs(auth, context)) return auth.handle(context.request)
 *     const read = await adapter.read(auth, context)
 *     return deliverOn(await next(), read)
 *   }
 * }
 *
 * export const { requireUser, requireRole, requireClaim, requireFresh } = adapter.guardsAs(
 *   (refusalFor) =>
 *     async (context: Context, next: Next): Promise<Response> => refusalFor(context) ?? next(),
 * )
 * ```
 */
export function defineAdapter<Context>(host: HostDescription<Context>): HostAdapter<Context> {
  const { mountedBy, headOf, sourceOf, carrierOf, expose } = host

  function guarded(guard: Guard): HostGuard<Context> {
    return (context) => {
      const carrier: Read = carrierOf(context)
      if (isPrerendered(carrier)) refuseToPrerender()
      const read = carrier[reading]
      // Fail closed, and say what is missing.
      if (!read) throw new Error(`This guard needs ${mountedBy} before it.`)
      const { reader, auth } = read
      if (!guard.admits(reader, auth)) return guard.refuse(reader, auth, headOf(context))
      // The route sees the person that was let through, whatever stands there now.
      expose(context, auth)
      return null
    }
  }

  return {
    isOurs: (auth, context) => isForAuth(auth, headOf(context).target),
    read: (auth, context, waitUntil) =>
      whenReady(readAuth(auth, sourceOf(context), waitUntil), (read) => {
        ;(carrierOf(context) as Read)[reading] = read
        expose(context, read.auth)
        return read
      }),
    prerender(context) {
      markPrerendered(carrierOf(context))
      expose(context, anonymous)
    },
    ...makeGuards(guarded),
    guardsAs: (toHost) => makeGuards((guard, options) => toHost(guarded(guard), options)),
    requireBearer(options) {
      const check = bearerGuard(options)
      return async (context) => {
        const { token, refusal } = await check(bearerRequest(headOf(context), sourceOf(context)))
        if (token) keepAccessToken(carrierOf(context), token)
        return refusal
      }
    },
    signedIn: (context) => signedIn(carrierOf(context)),
  }
}
