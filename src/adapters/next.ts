// Next.js 16, app router: the route file of `/auth/*`; `auth()` and guards for components, actions and route files; a
// proxy that renews sessions, which components cannot do, and sends to sign in before anything is rendered.
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Auth, RequestHead } from '../latchkey.ts'
import type { SignedInHandler } from './fetch.ts'
import {
  deliverOn,
  type FreshOptions,
  freshGuard,
  type GuardOptions,
  type RequestAuth,
  readAuth,
  type SignedInAuth,
} from './request-auth.ts'
import { isBelow, targetOf } from './request-target.ts'

export type { FreshOptions, GuardOptions, RequestAuth, SignedInAuth, SignedInHandler }

/** A handler of a route file; `host` is what Next adds, such as `{ params }`. */
export type NextRoute<Host extends unknown[]> = (request: Request, ...host: Host) => Promise<Response>

/** Options of the guards of pages and actions. */
export interface PageGuardOptions {
  /** Where to come back to: a component cannot tell which page it is on. Default: `/`. */
  readonly returnTo?: string | undefined
}

/** For `requireFresh` of a page or an action. */
export interface FreshPageOptions extends PageGuardOptions, Pick<FreshOptions, 'maxAge' | 'acr'> {}

/** What the application's `auth.ts` exports to its other files. */
export interface NextLatchkey {
  /** `export { GET, POST } from '…/auth'` in `app/auth/[...latchkey]/route.ts`. */
  readonly GET: (request: Request) => Promise<Response>
  readonly POST: (request: Request) => Promise<Response>
  /** Who is signed in: in components, actions and route files. */
  readonly auth: () => Promise<RequestAuth>
  /** In pages and actions: others are sent to sign in. Throws `store_unavailable` to the error page. */
  readonly requireUser: (options?: PageGuardOptions) => Promise<SignedInAuth>
  /** In pages and actions: others confirm who they are. */
  readonly requireFresh: (options: FreshPageOptions) => Promise<SignedInAuth>
  /** `export const GET = routeForUser((request, { user }) => …)`: others get 401 JSON. */
  readonly routeForUser: <Host extends unknown[]>(handler: SignedInHandler<Host>) => NextRoute<Host>
  readonly routeForFresh: <Host extends unknown[]>(
    handler: SignedInHandler<Host>,
    options: FreshOptions,
  ) => NextRoute<Host>
  /**
   * `export const proxy = guardedProxy((path) => path.startsWith('/area/') ? {} : null)` in `proxy.ts`. What the function
   * answers is demanded of that path; null lets everybody through.
   */
  readonly guardedProxy: (
    guardFor?: (path: string) => FreshOptions | null,
  ) => (request: Request) => Promise<Response>
}

/**
 * `export const { GET, POST, auth, requireUser, guardedProxy } = nextLatchkey(() => latchkey({ … }))`. It takes a function
 * because Next runs the application's modules while it builds, where there are no secrets.
 */
export function nextLatchkey(create: () => Auth): NextLatchkey {
  const held = theOne(create)
  const handle = (request: Request) => held().handle(asAddressed(request, held().basePath))

  async function auth(): Promise<RequestAuth> {
    // First: this is where Next, while it builds, learns that the page cannot be made in advance.
    const source = await headers()
    return (await readAuth(held(), source)).auth
  }

  async function admit({ returnTo = '/', ...demand }: FreshPageOptions): Promise<SignedInAuth> {
    const guard = freshGuard(demand)
    const current = await auth()
    if (guard.admits(held(), current)) return current
    if (current.error !== null) throw current.error
    const { headers: answer } = guard.refuse(held(), current, pageHead('GET', returnTo))
    return redirect(answer.get('location') ?? held().basePath)
  }

  return {
    GET: handle,
    POST: handle,
    auth,
    requireUser: (options = {}) => admit(options),
    requireFresh: admit,
    routeForUser: (handler) => guardedRoute(held, handler, { api: true }),
    routeForFresh: (handler, options) => guardedRoute(held, handler, { api: true, ...options }),
    guardedProxy:
      (guardFor = () => null) =>
      (request) =>
        passOn(held(), request, guardFor),
  }
}

function guardedRoute<Host extends unknown[]>(
  held: () => Auth,
  handler: SignedInHandler<Host>,
  options: FreshOptions,
): NextRoute<Host> {
  const guard = freshGuard(options)
  return async (request, ...host) => {
    const { auth } = await readAuth(held(), request)
    const answer = guard.admits(held(), auth)
      ? await handler(request, auth, ...host)
      : guard.refuse(held(), auth, {
          method: request.method,
          target: targetOf(request.url),
          headers: request.headers,
        })
    // The proxy has renewed the session already: a second cookie of the same name would say the same.
    return deliverOn(answer, { auth, setCookies: [] })
  }
}

async function passOn(
  auth: Auth,
  request: Request,
  guardFor: (path: string) => FreshOptions | null,
): Promise<Response> {
  const { method, url } = request
  // How a proxy says that it has no answer of its own: what `NextResponse.next()` makes.
  const next = new Response(null, { headers: { 'x-middleware-next': '1' } })
  if (isBelow(auth.basePath, targetOf(url))) return next
  const read = await readAuth(auth, request)
  const wanted = guardFor(new URL(url).pathname)
  const guard = freshGuard(wanted ?? {})
  if (wanted === null || guard.admits(auth, read.auth)) return deliverOn(next, read)
  // A page that Next fetches by script for its router is a page nevertheless.
  const { headers: accept } = wanted.api ? request : pageHead(method, url)
  const refusal = guard.refuse(auth, read.auth, { method, target: targetOf(url), headers: accept })
  // Next wants a whole address, and sends a path where it is the application's own.
  const location = refusal.headers.get('location')
  if (location) refusal.headers.set('location', new URL(location, url).href)
  return deliverOn(refusal, read)
}

function pageHead(method: string, target: string): RequestHead {
  return { method, target, headers: new Headers({ accept: 'text/html' }) }
}

/** In a route file Next has taken its own `basePath` off the address; the browser and our routes have it. */
function asAddressed(request: Request, basePath: string): Request {
  const target = targetOf(request.url)
  const taken = basePath.indexOf(target.slice(0, target.indexOf('/', 1)))
  if (taken <= 0 || isBelow(basePath, target)) return request
  return new Request(new URL(basePath.slice(0, taken) + target, request.url), request)
}

const registry = Symbol.for('latchkey.next')
type Holder = { [registry]?: Map<string, Auth> }

/**
 * Next bundles the application's module once for pages, once for routes and once for the proxy. All must hold the same
 * Auth, or what one of them remembers the others would not know.
 */
function theOne(create: () => Auth): () => Auth {
  let mine: Auth | null = null
  return () => {
    if (mine) return mine
    const holder: typeof globalThis & Holder = globalThis
    holder[registry] ??= new Map()
    const created = create()
    mine = holder[registry].get(created.basePath) ?? created
    holder[registry].set(mine.basePath, mine)
    return mine
  }
}
