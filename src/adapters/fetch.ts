// For every host that works with Request and Response alone: Bun, Deno, Cloudflare Workers, and the route files of larger frameworks.
// Nothing from Node is used.
import { type MaybePromise, whenReady } from '../contracts/maybe-promise.ts'
import type { MountedAuth } from '../latchkey.ts'
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import { type BearerOptions, type GivenBearerOptions, requestGuard } from './bearer.ts'
import { makeGuards } from './make-guards.ts'
import { peerAddress } from './peer-address.ts'
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

/** What a host calls. `host` is what it adds, such as a worker's `env` and `context`; a `waitUntil` in it is used. */
export type Fetch<Host extends unknown[]> = (request: Request, ...host: Host) => MaybePromise<Response>
/** A handler of the application. `auth` has the person who is signed in. */
export type FetchHandler<Host extends unknown[]> = (
  request: Request,
  auth: RequestAuth,
  ...host: Host
) => MaybePromise<Response>
/** A handler after a guard: `auth.user` is never null. */
export type SignedInHandler<Host extends unknown[]> = (
  request: Request,
  auth: SignedInAuth,
  ...host: Host
) => MaybePromise<Response>

/** Options of `fetchLatchkey()`. */
export interface FetchOptions<Host extends unknown[]> {
  /**
   * The address of the peer, for the session list and the inspector: `(request, server) => server.requestIP(request)?.address` on
   * Bun. Default: that of the socket, where the server is srvx or `@hono/node-server` and passes its second argument on; else unknown.
   */
  readonly remoteAddress?: ((request: Request, ...host: Host) => string | null | undefined) | undefined
}

/**
 * `{ fetch: fetchLatchkey(auth, (request, { user }) => …) }`: serves `/auth/*` and passes the signed-in person to `handler`.
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
      return auth.handle(request, {
        remoteAddress: remoteAddress ? remoteAddress(request, ...host) : peerAddress(request, host),
        waitUntil,
      })
    }
    return whenReady(readAuth(auth, request, waitUntil), (read) =>
      whenReady(handler(request, read.auth, ...host), (response) => deliverOn(response, read)),
    )
  }
}

// On this host a guard is given its `auth`, the same one that wraps the handler.
const guards = makeGuards((guard) => guard)

/** A handler for signed-in people only. Anonymous visitors are sent to sign in and then back; programs get 401 JSON. */
export function requireUser<Host extends unknown[]>(
  auth: MountedAuth,
  handler: SignedInHandler<Host>,
  options: GuardOptions = {},
): FetchHandler<Host> {
  return guarded(auth, handler, guards.requireUser(options))
}

/** A handler for people with this role, or one of these. Other signed-in people get 403. */
export function requireRole<Host extends unknown[]>(
  auth: MountedAuth,
  handler: SignedInHandler<Host>,
  { role, ...options }: GuardOptions & { readonly role: string | readonly string[] },
): FetchHandler<Host> {
  return guarded(auth, handler, guards.requireRole(role, options))
}

/** A handler for people whose session has this claim with this value, or one of these. Other signed-in people get 403. */
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

/** A handler for people who signed in at most `maxAge` seconds ago and at one of the levels `acr`, if these are set. */
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

/** A handler after `requireBearer`: it gets the access token. */
export type BearerHandler<Host extends unknown[]> = (
  request: Request,
  token: AccessToken,
  ...host: Host
) => MaybePromise<Response>

/**
 * A handler for requests with an access token of this issuer: `requireBearer(handler, { issuer, audience, scopes: 'notes:read' })`.
 * Other requests get 401 or 403 (RFC 6750). `fetchLatchkey` is not needed. `api.handle(request)` serves the metadata.
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
