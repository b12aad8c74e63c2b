// node:http: a listener that wraps the application's own.
import type { RequestListener, ServerResponse } from 'node:http'
import { whenReady } from '../contracts/maybe-promise.ts'
import type { MountedAuth } from '../latchkey.ts'
import type { ProtectedResource } from '../oauth/resource/protected-resource.ts'
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import {
  type BearerOptions,
  bearerGuard,
  bearerRequest,
  type GivenBearerOptions,
  metadataFor,
} from './bearer.ts'
import { makeGuards } from './make-guards.ts'
import { bridge, type HostRequest, headOf, send } from './node-bridge.ts'
import {
  deliver,
  type FreshOptions,
  type Guard,
  type GuardOptions,
  type Read,
  type RequestAuth,
  readAuth,
  reading,
  type SignedInAuth,
} from './request-auth.ts'
import { isForAuth } from './request-target.ts'

export type { AccessToken, BearerOptions, FreshOptions, GuardOptions, RequestAuth, SignedInAuth }

/** Node's request with `latchkey`: the person who is signed in. */
export type NodeRequest = HostRequest & { latchkey: RequestAuth }
/** A handler of `node:http` after Latchkey: its request has `latchkey`. */
export type NodeHandler = (request: NodeRequest, response: ServerResponse) => unknown
/** A handler after a guard: `request.latchkey.user` is never null. */
export type SignedInHandler = (request: SignedInRequest, response: ServerResponse) => unknown
type SignedInRequest = NodeRequest & { latchkey: SignedInAuth }

/**
 * `createServer(nodeLatchkey(auth, (req, res) => { … req.latchkey.user … }))`: serves `/auth/*` and sets `req.latchkey` for `handler`.
 * The session is read without a promise if the store allows it.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http'
 * import { nodeLatchkey } from 'latchkey/node'
 *
 * const server = createServer(nodeLatchkey(auth, (req, res) => res.end(req.latchkey.user?.name ?? 'Hello')))
 * ```
 */
export function nodeLatchkey(auth: MountedAuth, handler: NodeHandler): RequestListener {
  const answerOurs = bridge(auth)
  return function latchkeyListener(request: HostRequest, response) {
    if (isForAuth(auth, request.url)) return answerOurs(request, response)
    return whenReady(readAuth(auth, request), (read) => {
      deliver(read, response)
      const known = request as NodeRequest
      known.latchkey = read.auth
      ;(known as Read)[reading] = read
      return handler(known, response)
    })
  } as RequestListener
}

// On this host a guard is given its `auth`, the same one that wraps the handler.
const guards = makeGuards((guard) => guard)

/** A handler for signed-in people only. Anonymous visitors are sent to sign in and then back; programs get 401 JSON. */
export function requireUser(
  auth: MountedAuth,
  handler: SignedInHandler,
  options: GuardOptions = {},
): NodeHandler {
  return guarded(auth, handler, guards.requireUser(options))
}

/** A handler for people with this role, or one of these. Other signed-in people get 403. */
export function requireRole(
  auth: MountedAuth,
  handler: SignedInHandler,
  { role, ...options }: GuardOptions & { readonly role: string | readonly string[] },
): NodeHandler {
  return guarded(auth, handler, guards.requireRole(role, options))
}

/** A handler for people whose session has this claim with this value, or one of these. Other signed-in people get 403. */
export function requireClaim(
  auth: MountedAuth,
  handler: SignedInHandler,
  {
    name,
    value,
    ...options
  }: GuardOptions & { readonly name: string; readonly value: string | readonly string[] },
): NodeHandler {
  return guarded(auth, handler, guards.requireClaim(name, value, options))
}

/** A handler for people who signed in at most `maxAge` seconds ago and at one of the levels `acr`, if these are set. */
export function requireFresh(
  auth: MountedAuth,
  handler: SignedInHandler,
  options: FreshOptions,
): NodeHandler {
  return guarded(auth, handler, guards.requireFresh(options))
}

function guarded(auth: MountedAuth, handler: SignedInHandler, guard: Guard): NodeHandler {
  return (request, response) => {
    const read = (request as Read)[reading]
    // Fail closed, with an error that names what is missing.
    if (!read) throw new Error('This guard needs nodeLatchkey(auth, handler) around it.')
    if (!guard.admits(auth, read.auth)) return send(guard.refuse(auth, read.auth, headOf(request)), response)
    // The route sees the person that the guard admitted, even if other code has written another value since.
    request.latchkey = read.auth
    return handler(request as SignedInRequest, response)
  }
}

/** A handler after `requireBearer`: it gets the access token. */
export type BearerHandler = (request: HostRequest, response: ServerResponse, token: AccessToken) => unknown

/**
 * A handler for requests with an access token of this issuer: `requireBearer(handler, { issuer, audience, scopes: 'notes:read' })`.
 * Other requests get 401 or 403 (RFC 6750). `nodeLatchkey` is not needed.
 */
export function requireBearer(
  handler: BearerHandler,
  options: GivenBearerOptions,
): (request: HostRequest, response: ServerResponse) => Promise<unknown> {
  const check = bearerGuard(options)
  return async (request, response) => {
    const { token, refusal } = await check(bearerRequest(headOf(request), request))
    return refusal ? send(refusal, response) : handler(request, response, token)
  }
}

/**
 * Serves the metadata that names the issuers to clients (RFC 9728). Returns whether the request was for it:
 * `if (sendResourceMetadata(api, req, res)) return`.
 */
export function sendResourceMetadata(
  api: ProtectedResource,
  request: HostRequest,
  response: ServerResponse,
): boolean {
  const answer = metadataFor(api, headOf(request))
  if (answer) void send(answer, response)
  return answer !== null
}
