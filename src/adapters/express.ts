// Express 4 and 5: one middleware that serves `/auth/*` and sets `req.auth`, one guard.
import type { ServerResponse } from 'node:http'
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
  reader,
  userGuard,
} from './request-auth.ts'
import { isBelow } from './request-target.ts'

export type { FreshOptions, GuardOptions, RequestAuth }

declare global {
  namespace Express {
    interface Request {
      /** Set by `expressLatchkey`. */
      auth: RequestAuth
    }
  }
}

type KnownRequest = HostRequest & { auth?: RequestAuth; [reader]?: MountedAuth }
type Next = (error?: unknown) => void
/** Fits `app.use` and every route of Express 4 and 5. */
export type ExpressMiddleware = (request: HostRequest, response: ServerResponse, next: Next) => void

/** `app.use(expressLatchkey(auth))`, before the routes. */
export function expressLatchkey(auth: MountedAuth): ExpressMiddleware {
  const answerOurs = bridge(auth)
  return function latchkeyMiddleware(request: KnownRequest, response: ServerResponse, next: Next) {
    if (isBelow(auth.basePath, request.originalUrl)) {
      answerOurs(request, response).catch(next)
      return
    }
    whenReady(readAuth(auth, request), (read) => {
      deliver(read, response)
      request.auth = read.auth
      request[reader] = auth
      next()
    })
  }
}

/** `app.get('/profile', requireUser(), …)`: others are sent to sign in and back; with `{ api: true }` 401 JSON. */
export function requireUser(options: GuardOptions = {}): ExpressMiddleware {
  return guarded(userGuard(options))
}

/** `app.get('/danger', requireFresh({ maxAge: 300 }), …)`: others confirm who they are and come back. */
export function requireFresh(options: FreshOptions): ExpressMiddleware {
  return guarded(freshGuard(options))
}

function guarded(guard: Guard): ExpressMiddleware {
  return function latchkeyGuard(request: KnownRequest, response: ServerResponse, next: Next) {
    const auth = request[reader]
    // Fail closed, and say what is missing.
    if (!auth || !request.auth)
      return next(new Error('This guard needs app.use(expressLatchkey(auth)) before it.'))
    if (guard.admits(auth, request.auth)) next()
    else send(guard.refuse(auth, request.auth, headOf(request)), response).catch(next)
  }
}
