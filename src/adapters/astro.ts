// Astro: a middleware that serves `/auth/*` and sets `Astro.locals.latchkey`, and guards for pages, endpoints and actions.
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import type { WaitUntil } from '../sessions/sessions.ts'
import { accessToken, type BearerOptions, type GivenBearerOptions } from './bearer.ts'
import { defineAdapter } from './define-adapter.ts'
import { type GivenAuth, holdAuth } from './hold-auth.ts'
import {
  deliverOn,
  type FreshOptions,
  type GuardOptions,
  type RequestAuth,
  type SignedInAuth,
} from './request-auth.ts'
import { isForAuth, targetOf } from './request-target.ts'
import { waitUntilOf } from './wait-until.ts'

export type { AccessToken, BearerOptions, FreshOptions, GuardOptions, RequestAuth, SignedInAuth }

declare global {
  namespace App {
    interface Locals {
      /** Set by `astroLatchkey`. */
      latchkey: RequestAuth
    }
  }
}

/** What a guard needs: `Astro` in a page, or the context of an endpoint, a middleware or an action. */
export interface GuardedContext {
  readonly request: Request
  readonly locals: App.Locals
}

/** What the middleware needs. */
export interface MiddlewareContext extends GuardedContext {
  readonly isPrerendered: boolean
  readonly clientAddress: string
}

/** Fits `onRequest` of `src/middleware.ts`, alone or in `sequence()`. */
export type AstroMiddleware = (context: MiddlewareContext, next: () => Promise<Response>) => Promise<Response>

/** In `locals`: the address that the browser asked for, before any rewrite. */
const asked: unique symbol = Symbol('latchkey.asked')
type KnownLocals = App.Locals & { [asked]?: string }

const adapter = defineAdapter<GuardedContext>({
  mountedBy: 'onRequest = astroLatchkey(auth) in src/middleware.ts',
  headOf: ({ request: { method, url, headers }, locals }) => ({
    method,
    target: (locals as KnownLocals)[asked] ?? targetOf(url),
    headers,
  }),
  sourceOf: ({ request }) => request,
  carrierOf: ({ locals }) => locals,
  expose: ({ locals }, auth) => {
    locals.latchkey = auth
  },
})

/**
 * `export const onRequest = astroLatchkey(() => latchkey({ … }))` in `src/middleware.ts`. The function is called at the first
 * request at run time, so `astro build` needs no variables, and again if it failed. Prerendered pages have no session.
 */
export function astroLatchkey(given: GivenAuth): AstroMiddleware {
  const held = holdAuth(given)
  return async function latchkeyMiddleware(context, next) {
    const { request, locals } = context
    if (context.isPrerendered) {
      adapter.prerender(context)
      return next()
    }
    const auth = await held()
    const target = targetOf(request.url)
    const waitUntil = waitUntilIn(locals)
    if (isForAuth(auth, target)) {
      return auth.handle(request, { remoteAddress: addressOf(context), waitUntil })
    }
    ;(locals as KnownLocals)[asked] ??= target
    const read = await adapter.read(auth, context, waitUntil)
    return deliverOn(await next(), read)
  }
}

const guards = adapter.guardsAs(
  (refusalFor) =>
    (context: GuardedContext): SignedInAuth | Response =>
      refusalFor(context) ?? adapter.signedIn(context),
)

/**
 * `const auth = requireUser(Astro)`, then `if (auth instanceof Response) return auth`. The response sends anonymous visitors to sign
 * in and then back; with `{ api: true }`, for endpoints, it is 401 JSON.
 */
export function requireUser(context: GuardedContext, options: GuardOptions = {}): SignedInAuth | Response {
  return guards.requireUser(options)(context)
}

/** `requireRole(Astro, 'admin')`: lets people with this role, or one of these, through. Other signed-in people get 403. */
export function requireRole(
  context: GuardedContext,
  role: string | readonly string[],
  options: GuardOptions = {},
): SignedInAuth | Response {
  return guards.requireRole(role, options)(context)
}

/** `requireClaim(Astro, { name: 'groups', value: 'staff' })`: lets people through whose session has this claim; others get 403. */
export function requireClaim(
  context: GuardedContext,
  {
    name,
    value,
    ...options
  }: GuardOptions & { readonly name: string; readonly value: string | readonly string[] },
): SignedInAuth | Response {
  return guards.requireClaim(name, value, options)(context)
}

/** `requireFresh(Astro, { maxAge: 300 })`: people who signed in longer ago are sent to sign in again and then back. */
export function requireFresh(context: GuardedContext, options: FreshOptions): SignedInAuth | Response {
  return guards.requireFresh(options)(context)
}

/**
 * `const readers = requireBearer({ issuer, audience, scopes: 'notes:read' })`, once, and in an endpoint `const token = await readers(context)`,
 * then `if (token instanceof Response) return token`: requires an access token of this issuer and refuses other requests with 401 or 403
 * (RFC 6750). `astroLatchkey` is not needed. Serve the metadata from an endpoint: `export const GET = () => api.metadata()`.
 */
export function requireBearer(
  options: GivenBearerOptions,
): (context: GuardedContext) => Promise<AccessToken | Response> {
  const refusalFor = adapter.requireBearer(options)
  return async (context) => (await refusalFor(context)) ?? accessToken(context.locals)
}

/** Some adapters of Astro do not know the address, and their getter throws. */
function addressOf(context: MiddlewareContext): string | null {
  try {
    return context.clientAddress
  } catch {
    return null
  }
}

/** Where Astro's adapters for workers put the context that has `waitUntil`. */
function waitUntilIn(locals: object): WaitUntil | undefined {
  const { cfContext, runtime } = locals as {
    readonly cfContext?: unknown
    readonly runtime?: { ctx?: unknown }
  }
  return waitUntilOf([cfContext, runtime?.ctx])
}
