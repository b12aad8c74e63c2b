// Every host that speaks Request and Response and nothing else: Bun, Deno, Cloudflare Workers, and the route files of
// larger frameworks. Nothing of Node is used.
import { type MaybePromise, whenReady } from '../contracts/maybe-promise.ts'
import type { MountedAuth } from '../latchkey.ts'
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import { type BearerOptions, type GivenBearerOptions, requestGuard } from './bearer.ts'
import { makeGuards } from './make-guards.ts'
import {
  deliverOn,
  type FreshOptions,
  type Guard,
  type GuardOptions,
  type RequestAuth,
  readAuth,
  type SignedInAuth,
} from './request-auth.ts'
import { isForAuth, targetOf } from './request-target.ts'
import { waitUntilOf } from './wait-until.ts'

export type { AccessToken, BearerOptions, FreshOptions, GuardOptions, RequestAuth, SignedInAuth }

/** What a host calls; `host` is whatever it adds, such as `env` and `context` of a worker, whose `waitUntil` is used. */
export type Fetch<Host extends unknown[]> = (request: Request, ...host: Host) => MaybePromise<Response>
/** A handler of the application: it gets the person who is signed in. */
export type FetchHandler<Host extends unknown[]> = (
  request: Request,
  auth: RequestAuth,
  ...host: Host
) => MaybePromise<Response>
/** Behind a guard: `auth.user` is never null. */
export type SignedInHandler<Host extends unknown[]> = (
  request: Request,
  auth: SignedInAuth,
  ...host: Host
) => MaybePromise<Response>

/** Options of `fetchLatchkey()`. */
export interface FetchOptions<Host extends unknown[]> {
  /** The address of the peer, for the session list: `(request, server) => server.requestIP(request)?.address` on Bun. */
  readonly remoteAddress?: ((request: Request, ...host: Host) => string | null | undefined) | undefined
}

/**
 * `{ fetch: fetchLatchkey(auth, (request, { user }) => …) }`: serves `/auth/*` and tells `handler` who is signed in.
 *
 * @example
 * ```ts
 * import { fetchLatchkey } from 'latchkey/fetch'
 *
 * export default {
 *   fetch: fetchLatchkey(auth, (request, { user }) => Response.json(user)),
 * }
 * ```
 */
export function fetchLatchkey<Host extends unknown[]>(
  auth: MountedAuth,
  handler: FetchHandler<Host>,
  { remoteAddress }: FetchOptions<Host> = {},
): Fetch<Host> {
  return function latchkeyFetch(request, ...host) {
    const waitUntil = waitUntilOf(host)
    if (isForAuth(auth, targetOf(request.url))) {
      return auth.handle(request, { remoteAddress: remoteAddress?.(request, ...host), waitUntil })
    }
    return whenReady(readAuth(auth, request, waitUntil), (read) =>
      whenReady(handler(request, read.auth, ...host), (response) => deliverOn(response, read)),
    )
  }
}

// Here a guard gets its `auth`, and the same one stands around the handler.
const guards = makeGuards((guard) => guard)

/** A handler for signed-in people only; others are sent to sign in and back, programs get 401 JSON. */
export function requireUser<Host extends unknown[]>(
  auth: MountedAuth,
  handler: SignedInHandler<Host>,
  options: GuardOptions = {},
): FetchHandler<Host> {
  return guarded(auth, handler, guards.requireUser(options))
}

/** A handler for people with this role, or one of these; others get 403. */
export function requireRole<Host extends unknown[]>(
  auth: MountedAuth,
  handler: SignedInHandler<Host>,
  { role, ...options }: GuardOptions & { readonly role: string | readonly string[] },
): FetchHandler<Host> {
  return guarded(auth, handler, guards.requireRole(role, options))
}

/** A handler for people whose session keeps this claim with this value, or one of these; others get 403. */
export function requireClaim<Host extends unknown[]>(
  auth: MountedAuth,
  handler: SignedInHandler<Host>,
  {
    name,
    value,
    ...options
  }: GuardOptions & { readonly name: string; readonly value: string | readonly string[] },
): FetchHandler<Host> {
  return guarded(auth, handler, guards.requireClaim(name, value, options))
}

/** A handler for people who signed in at most `maxAge` seconds ago, or at one of the levels `acr`. */
export function requireFresh<Host extends unknown[]>(
  auth: MountedAuth,
  handler: SignedInHandler<Host>,
  options: FreshOptions,
): FetchHandler<Host> {
  return guarded(auth, handler, guards.requireFresh(options))
}

function guarded<Host extends unknown[]>(
  auth: MountedAuth,
  handler: SignedInHandler<Host>,
  guard: Guard,
): FetchHandler<Host> {
  return (request, current, ...host) => {
    if (guard.admits(auth, current)) return handler(request, current, ...host)
    const { method, url, headers } = request
    return guard.refuse(auth, current, { method, target: targetOf(url), headers })
  }
}

/** Behind `requireBearer`: it gets the access token. */
export type BearerHandler<Host extends unknown[]> = (
  request: Request,
  token: AccessToken,
  ...host: Host
) => MaybePromise<Response>

/**
 * A handler for requests with an access token of this issuer: `requireBearer(handler, { issuer, audience, scopes: 'notes:read' })`.
 * Others get 401 or 403 as RFC 6750 says. It needs no `fetchLatchkey`. The metadata is served by `api.handle(request)`.
 */
export function requireBearer<Host extends unknown[]>(
  handler: BearerHandler<Host>,
  options: GivenBearerOptions,
): Fetch<Host> {
  const check = requestGuard(options)
  return async (request, ...host) => {
    const { token, refusal } = await check(request)
    return refusal ?? handler(request, token, ...host)
  }
}
