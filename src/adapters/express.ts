// Express 4 and 5: one middleware that serves `/auth/*` and sets `req.latchkey`, and guards.
import type { ServerResponse } from 'node:http'
import { whenReady } from '../contracts/maybe-promise.ts'
import type { MountedAuth } from '../latchkey.ts'
import type { ProtectedResource } from '../oauth/resource/protected-resource.ts'
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import { accessToken, type BearerOptions, type GivenBearerOptions, metadataFor } from './bearer.ts'
import { defineAdapter } from './define-adapter.ts'
import type { Guards } from './make-guards.ts'
import { bridge, type HostRequest, headOf, send } from './node-bridge.ts'
import {
  deliver,
  type FreshOptions,
  type GuardOptions,
  type RequestAuth,
  type SignedInAuth,
} from './request-auth.ts'
import { isForAuth } from './request-target.ts'
import { signedIn } from './signed-in.ts'

export type { AccessToken, BearerOptions, FreshOptions, GuardOptions, RequestAuth, SignedInAuth }
export { accessToken, signedIn }

declare global {
  namespace Express {
    interface Request {
      /** Set by `expressLatchkey`. */
      latchkey: RequestAuth
    }
  }
}

type KnownRequest = HostRequest & { latchkey?: RequestAuth }
type Next = (error?: unknown) => void
/** Fits `app.use` and every route of Express 4 and 5. */
export type ExpressMiddleware = (request: HostRequest, response: ServerResponse, next: Next) => void

const adapter = defineAdapter<KnownRequest>({
  mountedBy: 'app.use(expressLatchkey(auth))',
  headOf,
  sourceOf: (request) => request,
  carrierOf: (request) => request,
  expose: (request, auth) => {
    request.latchkey = auth
  },
})

/**
 * `app.use(expressLatchkey(auth))`, before the routes.
 *
 * @example
 * ```ts
 * import express from 'express'
 * import { expressLatchkey, requireUser } from 'latchkey/express'
 *
 * const app = express()
 * app.use(expressLatchkey(auth))
 * app.get('/profile', requireUser(), (req, res) => res.json(req.latchkey.user))
 * ```
 */
export function expressLatchkey(auth: MountedAuth): ExpressMiddleware {
  const answerOurs = bridge(auth)
  return function latchkeyMiddleware(request: KnownRequest, response: ServerResponse, next: Next) {
    if (isForAuth(auth, request.originalUrl)) {
      answerOurs(request, response).catch(next)
      return
    }
    whenReady(adapter.read(auth, request), (read) => {
      deliver(read, response)
      next()
    })
  }
}

type ExpressGuards = Guards<ExpressMiddleware>
const guards: ExpressGuards = adapter.guardsAs(
  (refusalFor) =>
    function latchkeyGuard(request: KnownRequest, response, next) {
      const refusal = refusalFor(request)
      if (refusal) send(refusal, response).catch(next)
      else next()
    },
)

/** `app.get('/profile', requireUser(), …)`: anonymous visitors are sent to sign in and then back; with `{ api: true }` 401 JSON. */
export const requireUser: ExpressGuards['requireUser'] = guards.requireUser

/** `app.get('/admin', requireRole('admin'), …)`: lets people with this role, or one of these, through. Other signed-in people get 403. */
export const requireRole: ExpressGuards['requireRole'] = guards.requireRole

/** `requireClaim('groups', 'staff')`: lets people through whose session has this claim with this value, or one of these; others get 403. */
export const requireClaim: ExpressGuards['requireClaim'] = guards.requireClaim

/** `app.get('/danger', requireFresh({ maxAge: 300 }), …)`: people who signed in longer ago are sent to sign in again and then back. */
export const requireFresh: ExpressGuards['requireFresh'] = guards.requireFresh

/**
 * `app.get('/notes', requireBearer({ issuer, audience, scopes: 'notes:read' }), …)`: lets requests through that carry an access token of
 * this issuer. Others get 401 or 403 (RFC 6750). After it, `accessToken(req)` returns the token. `expressLatchkey` is not needed.
 */
export function requireBearer(options: GivenBearerOptions): ExpressMiddleware {
  const refusalFor = adapter.requireBearer(options)
  return function latchkeyBearerGuard(request, response, next) {
    refusalFor(request)
      .then((refusal) => (refusal ? send(refusal, response) : next()))
      .catch(next)
  }
}

/** `app.use(resourceMetadata(api))`, at the root of the host: serves the metadata that names the issuers to clients (RFC 9728). */
export function resourceMetadata(api: ProtectedResource): ExpressMiddleware {
  return function latchkeyResourceMetadata(request, response, next) {
    const { method, target } = headOf(request)
    const answer = metadataFor(api, { method, target })
    if (answer) send(answer, response).catch(next)
    else next()
  }
}
