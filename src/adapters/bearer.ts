// The guard of routes that take access tokens of another issuer: the part that is the same on every host. It needs no `auth`, because
// an API may have no sessions at all.
import { LatchkeyError } from '../errors.ts'
import type { RequestHead, SessionSource } from '../latchkey.ts'
import type { ResourceRequest } from '../oauth/resource/find-access-token.ts'
import {
  type BearerGuard,
  type ProtectedResource,
  protectedResource,
} from '../oauth/resource/protected-resource.ts'
import type {
  AccessToken,
  BearerCheck,
  BearerDemand,
  ProtectedResourceOptions,
} from '../oauth/resource/resource-options.ts'
import { headerOf, showsSeveral } from '../sessions/session-source.ts'
import { targetOf } from './request-target.ts'

/**
 * Options of `requireBearer`: the description of the API, or a value of `protectedResource` from `latchkey/resource` that many routes
 * share; and what this route demands of a token.
 */
export type BearerOptions =
  | (ProtectedResourceOptions & BearerDemand)
  | (BearerDemand & { readonly resource: ProtectedResource })

/** The options, or a function that returns them at the first request: some frameworks run modules at build time, without variables. */
export type GivenBearerOptions = BearerOptions | (() => BearerOptions)

/** Kept on the request under a symbol, so that middlewares that write `auth` or `token` cannot replace it. */
const bearing: unique symbol = Symbol.for('latchkey.bearing') as never
type Bearing = { [bearing]?: AccessToken }

/** Restores the target that the client asked for, on hosts that cut off its beginning: from the rest and the API's own path. */
export type RestoreTarget = (target: string, path: string) => string

/** Checks the options at once, or at the first request if they are a function. @throws LatchkeyError `config_option_invalid`. */
export function bearerGuard(given: GivenBearerOptions, restore?: RestoreTarget): BearerGuard {
  if (typeof given !== 'function') return guardOf(given, restore)
  let guard: BearerGuard | null = null
  return async (request) => {
    guard ??= guardOf(given(), restore)
    return guard(request)
  }
}

function guardOf({ scopes, acr, maxAge, ...options }: BearerOptions, restore?: RestoreTarget): BearerGuard {
  const { resource } = options
  const api = typeof resource === 'object' ? resource : protectedResource(options as ProtectedResourceOptions)
  const guard = api.guard({ scopes, acr, maxAge })
  return restore ? (request) => guard({ ...request, target: restore(request.target, api.path) }) : guard
}

/** Describes a host's request in the form that the guard reads. */
export function bearerRequest(
  { method, target }: Pick<RequestHead, 'method' | 'target'>,
  source: SessionSource,
): ResourceRequest {
  return {
    method,
    target,
    headers: { get: (name: string) => headerOf(source, name) },
    showsSeveral: showsSeveral(source),
  }
}

/** The same for hosts that give the client's own `Request` to a route. */
export function requestGuard(
  given: GivenBearerOptions,
  restore?: RestoreTarget,
): (request: Request) => Promise<BearerCheck> {
  const check = bearerGuard(given, restore)
  return (request) => check(bearerRequest({ method: request.method, target: targetOf(request.url) }, request))
}

export function keepAccessToken(carrier: object, token: AccessToken): void {
  ;(carrier as Bearing)[bearing] = token
}

/**
 * `app.get('/notes', requireBearer({ … }), (req, res) => res.json(accessToken(req).subject))`: returns the token that the guard before
 * this route has accepted.
 * @throws LatchkeyError `bearer_token_missing` (401) if no guard stands before the route.
 */
export function accessToken(request: object): AccessToken {
  const token = (request as Bearing)[bearing]
  if (token) return token
  throw new LatchkeyError('bearer_token_missing', {
    detail: 'accessToken() found none: put requireBearer() before the route.',
  })
}

/** Returns the answer to a request for the API's metadata; null for every other request. */
export function metadataFor(
  api: ProtectedResource,
  { method, target }: Pick<RequestHead, 'method' | 'target'>,
): Response | null {
  const isRead = method === 'GET' || method === 'HEAD'
  return isRead && target.split('?', 1)[0] === api.metadataPath ? api.metadata() : null
}
