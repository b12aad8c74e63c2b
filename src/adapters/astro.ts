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

/** What a guard needs: `Astro` in a page, the context of an endpoint, a middleware or an action. */
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

/** In `locals`: what the browser asked for, whatever a rewrite has made of it since. */
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
 * request at run time, so `astro build` needs no variables, and again where it failed. Pages that are made in advance have no session.
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
 * `const auth = requireUser(Astro)`, then `if (auth instanceof Response) return auth`: others are sent to sign in and back; with
 * `{ api: true }`, in an endpoint, 401 JSON.
 */
export function requireUser(context: GuardedContext, options: GuardOptions = {}): SignedInAuth | Response {
  return guards.requireUser(options)(context)
}

/** `requireRole(Astro, 'admin')`: people with this role, or one of these; the answer to others is 403. */
export function requireRole(
  context: GuardedContext,
  role: string | readonly string[],
  options: GuardOptions = {},
): SignedInAuth | Response {
  return guards.requireRole(role, options)(context)
}

/** `requireClaim(Astro, { name: 'groups', value: 'staff' })`: people whose session keeps this claim; the answer to others is 403. */
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

/** `requireFresh(Astro, { maxAge: 300 })`: others confirm who they are and come back. */
export function requireFresh(context: GuardedContext, options: FreshOptions): SignedInAuth | Response {
  return guards.requireFresh(options)(context)
}

/**
 * `const readers = requireBearer({ issuer, audience, scopes: 'notes:read' })`, once, and in an endpoint `const token = await readers(context)`,
 * then `if (token instanceof Response) return token`: requests with an access token of this issuer; the answer to others is 401 or 403 as
 * RFC 6750 says. It needs no `astroLatchkey`. The metadata is an endpoint too: `export const GET = () => api.metadata()`.
 */
export function requireBearer(
  options: GivenBearerOptions,
): (context: GuardedContext) => Promise<AccessToken | Response> {
  const refusalFor = adapter.requireBearer(options)
  return async (context) => (await refusalFor(context)) ?? accessToken(context.locals)
}

/** Not every adapter of Astro knows it, and those that do not throw. */
function addressOf(context: MiddlewareContext): string | null {
  try {
    return context.clientAddress
  } catch {
    return null
  }
}

/** What the adapters of Astro for workers put there. */
function waitUntilIn(locals: object): WaitUntil | undefined {
  const { cfContext, runtime } = locals as {
    readonly cfContext?: unknown
    readonly runtime?: { ctx?: unknown }
  }
  return waitUntilOf([cfContext, runtime?.ctx])
}
