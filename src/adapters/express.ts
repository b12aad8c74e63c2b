// Express 4 and 5: one middleware that serves `/auth/*` and sets `req.latchkey`, one guard.
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
  hasClaim,
  hasRole,
  type Read,
  type RequestAuth,
  readAuth,
  reading,
  type SignedInAuth,
  userGuard,
} from './request-auth.ts'
import { isBelow } from './request-target.ts'
import { signedIn } from './signed-in.ts'

export type { FreshOptions, GuardOptions, RequestAuth, SignedInAuth }
export { signedIn }

declare global {
  namespace Express {
    interface Request {
      /** Set by `expressLatchkey`. */
      latchkey: RequestAuth
    }
  }
}

type KnownRequest = HostRequest & Read & { latchkey?: RequestAuth }
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
      request.latchkey = read.auth
      request[reading] = read
      next()
    })
  }
}

/** `app.get('/profile', requireUser(), …)`: others are sent to sign in and back; with `{ api: true }` 401 JSON. */
export function requireUser(options: GuardOptions = {}): ExpressMiddleware {
  return guarded(userGuard(options))
}

/** `app.get('/admin', requireRole('admin'), …)`: people with this role, or one of these; others get 403. */
export function requireRole(role: string | readonly string[], options: GuardOptions = {}): ExpressMiddleware {
  return guarded(userGuard({ ...options, allow: hasRole(role) }))
}

/** `requireClaim('groups', 'staff')`: people whose session keeps this claim with this value, or one of these. */
export function requireClaim(
  name: string,
  value: string | readonly string[],
  options: GuardOptions = {},
): ExpressMiddleware {
  return guarded(userGuard({ ...options, allow: hasClaim(name, value) }))
}

/** `app.get('/danger', requireFresh({ maxAge: 300 }), …)`: others confirm who they are and come back. */
export function requireFresh(options: FreshOptions): ExpressMiddleware {
  return guarded(freshGuard(options))
}

function guarded(guard: Guard): ExpressMiddleware {
  return function latchkeyGuard(request: KnownRequest, response: ServerResponse, next: Next) {
    const read = request[reading]
    // Fail closed, and say what is missing.
    if (!read) return next(new Error('This guard needs app.use(expressLatchkey(auth)) before it.'))
    const { reader, auth } = read
    if (!guard.admits(reader, auth)) {
      send(guard.refuse(reader, auth, headOf(request)), response).catch(next)
      return
    }
    // The route sees the person that was let through, whatever stands there now.
    request.latchkey = auth
    next()
  }
}
