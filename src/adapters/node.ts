// node:http: a listener around the application's own.
import type { RequestListener, ServerResponse } from 'node:http'
import { whenReady } from '../contracts/maybe-promise.ts'
import type { MountedAuth } from '../latchkey.ts'
import { bridge, type HostRequest, headOf, send } from './node-bridge.ts'
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
import { isBelow } from './request-target.ts'

export type { FreshOptions, GuardOptions, RequestAuth, SignedInAuth }

export type NodeRequest = HostRequest & { auth: RequestAuth }
export type NodeHandler = (request: NodeRequest, response: ServerResponse) => unknown
/** Behind a guard: `request.auth.user` is never null. */
export type SignedInHandler = (request: SignedInRequest, response: ServerResponse) => unknown
type SignedInRequest = NodeRequest & { auth: SignedInAuth }

/**
 * `createServer(nodeLatchkey(auth, (req, res) => { … req.auth.user … }))`: serves `/auth/*` and tells `handler` who is
 * signed in. The session is read without a promise where the store allows it.
 */
export function nodeLatchkey(auth: MountedAuth, handler: NodeHandler): RequestListener {
  const answerOurs = bridge(auth)
  return function latchkeyListener(request: HostRequest, response) {
    if (isBelow(auth.basePath, request.url)) return answerOurs(request, response)
    return whenReady(readAuth(auth, request), (read) => {
      deliver(read, response)
      const known = request as NodeRequest
      known.auth = read.auth
      return handler(known, response)
    })
  } as RequestListener
}

/** A handler for signed-in people only; others are sent to sign in and back, programs get 401 JSON. */
export function requireUser(
  auth: MountedAuth,
  handler: SignedInHandler,
  options: GuardOptions = {},
): NodeHandler {
  return guarded(auth, handler, userGuard(options))
}

/** A handler for people who signed in at most `maxAge` seconds ago, or at one of the levels `acr`. */
export function requireFresh(
  auth: MountedAuth,
  handler: SignedInHandler,
  options: FreshOptions,
): NodeHandler {
  return guarded(auth, handler, freshGuard(options))
}

function guarded(auth: MountedAuth, handler: SignedInHandler, guard: Guard): NodeHandler {
  return (request, response) => {
    const { auth: current } = request
    if (guard.admits(auth, current)) return handler(request as SignedInRequest, response)
    return send(guard.refuse(auth, current, headOf(request)), response)
  }
}
