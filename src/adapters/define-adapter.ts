// The part of an adapter that is the same on every host: it recognizes requests for Latchkey, reads the session once, keeps the result
// for the guards, and refuses. A host describes its differences in five small functions.
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

/** What an adapter knows about its host. `Context` is what the host passes to a middleware: a request, a context or an event. */
export interface HostDescription<Context> {
  /** How an application mounts the adapter, such as `app.use(koaLatchkey(auth))`. It is named in the error of a guard without it. */
  readonly mountedBy: string
  /**
   * Method, target and headers. The target is path and query as the browser sent them, including a prefix that the host has
   * cut off: people are sent back to this address.
   */
  readonly headOf: (context: Context) => RequestHead
  /** What the session is read from: a `Request`, or Node's own request, which is cheaper. */
  readonly sourceOf: (context: Context) => SessionSource
  /**
   * An object that belongs to this request alone. The session is kept on it under a symbol, so that middlewares that write
   * `auth` or `user` cannot replace it.
   */
  readonly carrierOf: (context: Context) => object
  /** Puts the signed-in person where routes look for it. Called again after a guard. */
  readonly expose: (context: Context, auth: RequestAuth) => void
}

/** Null: the route may run. Otherwise the answer to send instead. */
export type HostGuard<Context> = (context: Context) => Response | null

/** Null: the route may run, and `accessToken` returns the token. Otherwise the answer to send instead. Never rejects. */
export type HostBearerGuard<Context> = (context: Context) => Promise<Response | null>

/**
 * The result of `defineAdapter`. Its guards, `requireUser` and the others, return a `HostGuard`, which throws an Error if the
 * adapter is not mounted.
 */
export interface HostAdapter<Context> extends Guards<HostGuard<Context>> {
  /** Whether the request is for `auth.handle`: at the base path or below it. */
  readonly isOurs: (auth: MountedAuth, context: Context) => boolean
  /**
   * Reads the session, keeps it for the guards and exposes it. Never rejects: while the store is down, there is no session.
   * Apply the result to the answer with `deliver` or `deliverOn`. `waitUntil` is for hosts that stop working after an answer.
   */
  readonly read: (auth: MountedAuth, context: Context, waitUntil?: WaitUntil) => MaybePromise<Reading>
  /**
   * Called instead of `read` for a prerendered page: it has no session, and a guard throws an Error, which fails the build.
   */
  readonly prerender: (context: Context) => void
  /** The same guards in the host's own form: `toHost` converts each of them. */
  readonly guardsAs: <Made>(
    toHost: (refusalFor: HostGuard<Context>, options: GuardOptions) => Made,
  ) => Guards<Made>
  /** Lets requests through that carry a sufficient access token of one of these issuers. It needs no `auth`. */
  readonly requireBearer: (options: GivenBearerOptions) => HostBearerGuard<Context>
  /** Returns who is signed in, after a guard. Throws LatchkeyError `session_required` without a session. */
  readonly signedIn: (context: Context) => SignedInAuth
}

/**
 * Makes the host-independent part of an adapter.
 *
 * An adapter adds two parts: a middleware that passes requests to `auth.handle` if `isOurs` says so, and otherwise calls `read` and
 * delivers the headers; and guards that send the answer of a `HostGuard`. `latchkey/testing/contract` has the suite that every
 * adapter passes.
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
      // Fail closed, with an error that names what is missing.
      if (!read) throw new Error(`This guard needs ${mountedBy} before it.`)
      const { reader, auth } = read
      if (!guard.admits(reader, auth)) return guard.refuse(reader, auth, headOf(context))
      // The route sees the person that the guard admitted, even if a middleware has written another value since.
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
