// node:http: a listener around the application's own.
import type { RequestListener, ServerResponse } from 'node:http'
import { whenReady } from '../contracts/maybe-promise.ts'
import type { Auth } from '../latchkey.ts'
import { bridge, deliverTo, type HostRequest, headOf, isBelow, send } from './node-bridge.ts'
import {
  type FreshOptions,
  freshGuard,
  type Guard,
  type GuardOptions,
  type RequestAuth,
  readAuth,
  userGuard,
} from './request-auth.ts'

export type { FreshOptions, GuardOptions, RequestAuth }

export type NodeRequest = HostRequest & { auth: RequestAuth }
export type NodeHandler = (request: NodeRequest, response: ServerResponse) => unknown

/**
 * `createServer(nodeLatchkey(auth, (req, res) => { … req.auth.user … }))`: serves `/auth/*` and tells `handler` who is
 * signed in. The session is read without a promise where the store allows it.
 */
export function nodeLatchkey(auth: Auth, handler: NodeHandler): RequestListener {
  const answerOurs = bridge(auth)
  return function latchkeyListener(request: HostRequest, response) {
    if (isBelow(auth.basePath, request.url)) return answerOurs(request, response)
    return whenReady(readAuth(auth, request), (read) => {
      deliverTo(response, read)
      return handler(Object.assign(request, { auth: read.auth }), response)
    })
  } as RequestListener
}

/** A handler for signed-in people only; others are sent to sign in and back, programs get 401 JSON. */
export function requireUser(auth: Auth, handler: NodeHandler, options: GuardOptions = {}): NodeHandler {
  return guarded(auth, handler, userGuard(options))
}

/** A handler for people who signed in at most `maxAge` seconds ago, or at one of the levels `acr`. */
export function requireFresh(auth: Auth, handler: NodeHandler, options: FreshOptions): NodeHandler {
  return guarded(auth, handler, freshGuard(options))
}

function guarded(auth: Auth, handler: NodeHandler, guard: Guard): NodeHandler {
  return (request, response) => {
    const refusal = guard.refuse(auth, request.auth, () => headOf(request))
    return refusal ? send(refusal, response) : handler(request, response)
  }
}
