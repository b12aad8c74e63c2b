// The guard of routes whose access tokens others issue, as far as it is the same on every host. It needs no `auth`: an API may
// have no sessions at all.
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
 * Options of `requireBearer`: what the API is, or the value that `protectedResource` of `latchkey/resource` made of it, which
 * many routes share; and what this route asks.
 */
export type BearerOptions =
  | (ProtectedResourceOptions & BearerDemand)
  | (BearerDemand & { readonly resource: ProtectedResource })

/** The options, or a function that is called at the first request: builds of some frameworks run modules without their variables. */
export type GivenBearerOptions = BearerOptions | (() => BearerOptions)

/** Kept at the request under a symbol, out of reach of middlewares that write `auth` or `token`. */
const bearing: unique symbol = Symbol.for('latchkey.bearing') as never
type Bearing = { [bearing]?: AccessToken }

/** What a client asked for, where a host has taken the beginning of the path off: from the target and the API's own path. */
export type RestoreTarget = (target: string, path: string) => string

/** Checks the options at once, or at the first request where they are a function. @throws LatchkeyError `config_option_invalid`. */
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

/** What a host knows of a request, as the guard reads it. */
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

/** The same for hosts that hand the client's own `Request` to a route. */
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
 * `app.get('/notes', requireBearer({ … }), (req, res) => res.json(accessToken(req).subject))`: the token that the guard before this
 * route has found valid.
 * @throws LatchkeyError `bearer_token_missing` (401) where there is none: the route has no guard before it.
 */
export function accessToken(request: object): AccessToken {
  const token = (request as Bearing)[bearing]
  if (token) return token
  throw new LatchkeyError('bearer_token_missing', {
    detail: 'accessToken() found none: put requireBearer() before the route.',
  })
}

/** The answer to a request for the API's metadata; null for every other. */
export function metadataFor(
  api: ProtectedResource,
  { method, target }: Pick<RequestHead, 'method' | 'target'>,
): Response | null {
  const isRead = method === 'GET' || method === 'HEAD'
  return isRead && target.split('?', 1)[0] === api.metadataPath ? api.metadata() : null
}
