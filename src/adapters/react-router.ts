// React Router 7 and 8 in framework mode: a middleware of the root route that serves `/auth/*` and fills a context, and guards for
// loaders, actions and middlewares, which throw their answer as `redirect()` is thrown.
import { createContext, type RouterContext } from 'react-router'
import type { RequestHead } from '../latchkey.ts'
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import type { BearerOptions } from './bearer.ts'
import { defineAdapter } from './define-adapter.ts'
import { type GivenAuth, holdAuth } from './hold-auth.ts'
import { pageHead } from './page-head.ts'
import { isBuildRequest } from './prerendered.ts'
import {
  deliverOn,
  type FreshOptions,
  type GuardOptions,
  type RequestAuth,
  type SignedInAuth,
} from './request-auth.ts'
import { isForAuth, targetOf } from './request-target.ts'
import { type BearerArgs, requireBearer } from './require-bearer.ts'

export type { AccessToken, BearerArgs, BearerOptions, FreshOptions, GuardOptions, RequestAuth, SignedInAuth }
export { requireBearer }

/** What a guard needs of the arguments of a loader, an action or a middleware. */
export interface GuardedArgs {
  readonly request: Request
  /** The address of the page. Set by React Router 8, where the request may be the router's own. */
  readonly url?: URL | undefined
  readonly context: Readonly<{
    get<T>(context: RouterContext<T>): T
    set<T>(context: RouterContext<T>, value: T): void
  }>
}

/** Fits `middleware` of the root route. */
export type ReactRouterMiddleware = (args: GuardedArgs, next: () => Promise<Response>) => Promise<Response>

/** `context.get(latchkeyContext)` in loaders, actions and middlewares: who is signed in. */
export const latchkeyContext: RouterContext<RequestAuth> = createContext<RequestAuth>()

/**
 * In the context: the redirect of a guard. React Router puts its `basename` before the addresses that loaders redirect to, but the
 * base path of an auth already contains it.
 */
const refusal: unique symbol = Symbol('latchkey.refusal')
type KnownContext = object & { [refusal]?: Response }

const adapter = defineAdapter<GuardedArgs>({
  mountedBy: 'middleware = [reactRouterLatchkey(auth)] in app/root.tsx',
  headOf,
  sourceOf: ({ request }) => request,
  carrierOf: ({ context }) => context,
  expose: ({ context }, auth) => context.set(latchkeyContext, auth),
})

/**
 * `export const middleware = [reactRouterLatchkey(() => latchkey({ … }))]` in `app/root.tsx`. The function is called at the first
 * request, so `react-router build` needs no variables, and again if it failed. `app/routes.ts` needs `route('auth/*', …)`.
 */
export function reactRouterLatchkey(given: GivenAuth): ReactRouterMiddleware {
  const held = holdAuth(given)
  return async function latchkeyMiddleware(args, next) {
    // Set by React Router's Vite plugin while it prerenders.
    if (isBuildRequest('IS_RR_BUILD_REQUEST', 'yes')) {
      adapter.prerender(args)
      return next()
    }
    const auth = await held()
    if (isForAuth(auth, targetOf(args.request.url))) return auth.handle(args.request)
    const read = await adapter.read(auth, args)
    const answer = await next()
    return deliverOn((args.context as KnownContext)[refusal] ?? answer, read)
  }
}

const guards = adapter.guardsAs((refusalFor) => (args: GuardedArgs): SignedInAuth => {
  const answer = refusalFor(args)
  if (!answer) return adapter.signedIn(args)
  const { status, headers } = answer
  if (headers.has('location')) {
    // The sign-in page is not a route of the application: the router in the browser must open it as a document.
    headers.set('X-Remix-Reload-Document', 'true')
    ;(args.context as KnownContext)[refusal] = new Response(null, { status, headers })
  }
  throw answer
})

/**
 * `const { user } = requireUser(args)`: anonymous visitors are sent to sign in and then back. In a route without a component, pass
 * `{ api: true }` for 401 JSON.
 */
export function requireUser(args: GuardedArgs, options: GuardOptions = {}): SignedInAuth {
  return guards.requireUser(options)(args)
}

/** `requireRole(args, 'admin')`: lets people with this role, or one of these, through. Other signed-in people get 403. */
export function requireRole(
  args: GuardedArgs,
  role: string | readonly string[],
  options: GuardOptions = {},
): SignedInAuth {
  return guards.requireRole(role, options)(args)
}

/** `requireClaim(args, { name: 'groups', value: 'staff' })`: lets people through whose session has this claim; others get 403. */
export function requireClaim(
  args: GuardedArgs,
  {
    name,
    value,
    ...options
  }: GuardOptions & { readonly name: string; readonly value: string | readonly string[] },
): SignedInAuth {
  return guards.requireClaim(name, value, options)(args)
}

/** `requireFresh(args, { maxAge: 300 })`: people who signed in longer ago are sent to sign in again and then back. */
export function requireFresh(args: GuardedArgs, options: FreshOptions): SignedInAuth {
  return guards.requireFresh(options)(args)
}

function headOf({ request, url }: GuardedArgs): RequestHead {
  const asked = targetOf(request.url)
  // The router's script fetches `/profile.data` for the page `/profile`.
  const target = url && /\.data(?:\?|$)/.test(asked) ? url.pathname + url.search : asked
  return pageHead(target, request.headers)
}
