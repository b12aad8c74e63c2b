// Next.js 16, app router: the route file of `/auth/*`; `auth()` and guards for components, actions and route files; a
// proxy that renews sessions, which components cannot do, and sends to sign in before anything is rendered.
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { MountedAuth } from '../latchkey.ts'
import type { SignedInHandler } from './fetch.ts'
import {
  asAddressed,
  type GuardFor,
  guardedRoute,
  type NextRoute,
  pageHead,
  passOn,
} from './next-requests.ts'
import {
  type FreshOptions,
  freshGuard,
  type GuardOptions,
  type RequestAuth,
  readAuth,
  type SignedInAuth,
} from './request-auth.ts'

export type { FreshOptions, GuardFor, GuardOptions, NextRoute, RequestAuth, SignedInAuth, SignedInHandler }

/** Options of the guards of pages and actions. */
export interface PageGuardOptions {
  /** Where to come back to: a component cannot tell which page it is on. Default: `/`. */
  readonly returnTo?: string | undefined
}

/** For `requireFresh` of a page or an action. */
export interface FreshPageOptions extends PageGuardOptions, Pick<FreshOptions, 'maxAge' | 'acr'> {}

/** What the application's `auth.ts` exports to its other files. */
export interface NextLatchkey<Held extends MountedAuth> {
  /** `export { GET, POST } from '…/auth'` in `app/auth/[...latchkey]/route.ts`. */
  readonly GET: (request: Request) => Promise<Response>
  readonly POST: (request: Request) => Promise<Response>
  /** What `latchkey()` answered: for `userOf({ latchkey: await auth() })`, `tokens(session)` and the like. */
  readonly instance: () => Held
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
  readonly guardedProxy: (guardFor?: GuardFor) => (request: Request) => Promise<Response>
}

/**
 * `export const { GET, POST, auth, requireUser, guardedProxy } = nextLatchkey(() => latchkey({ … }))`. It takes a function
 * because Next runs the application's modules while it builds, where there are no secrets.
 */
export function nextLatchkey<Held extends MountedAuth>(create: () => Held): NextLatchkey<Held> {
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
    instance: held,
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

const registry = Symbol.for('latchkey.next')
type Holder<Held> = { [registry]?: Map<string, Held> }

/**
 * Next bundles the application's module once for pages, once for routes and once for the proxy. All must hold the same
 * Auth, or what one of them remembers the others would not know.
 */
function theOne<Held extends MountedAuth>(create: () => Held): () => Held {
  let mine: Held | null = null
  return () => {
    if (mine) return mine
    const holder: typeof globalThis & Holder<Held> = globalThis
    holder[registry] ??= new Map()
    const created = create()
    mine = holder[registry].get(created.basePath) ?? created
    holder[registry].set(mine.basePath, mine)
    return mine
  }
}
