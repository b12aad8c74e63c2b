// Next.js 16, app router: the route file of `/auth/*`; `auth()` and guards for components, actions and route files; and a proxy that
// renews sessions, which components cannot do, and sends people to sign in before anything is rendered.
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import { LatchkeyError } from '../errors.ts'
import { configurationOf, type MountedAuth } from '../latchkey.ts'
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import type { BearerOptions } from './bearer.ts'
import type { HostGuard } from './define-adapter.ts'
import type { SignedInHandler } from './fetch.ts'
import {
  afterAnswer,
  asAddressed,
  assertBelowNext,
  guardedRoute,
  type NextRoute,
  nextAdapter,
  outsideNext,
  passOn,
  type Question,
  routeForBearer,
  withinNext,
} from './next-requests.ts'
import { pageHead } from './page-head.ts'
import type { FreshOptions, GuardFor, GuardOptions, RequestAuth, SignedInAuth } from './request-auth.ts'

export type {
  AccessToken,
  BearerOptions,
  FreshOptions,
  GuardFor,
  GuardOptions,
  NextRoute,
  RequestAuth,
  SignedInAuth,
  SignedInHandler,
}
export { routeForBearer }

/** Options of the guards of pages and actions. */
export interface PageGuardOptions extends Pick<GuardOptions, 'allow'> {
  /**
   * Where to come back to, since a component does not know which page it is on. Written as for `redirect()`, without Next's own
   * `basePath`. Default: `/`.
   */
  readonly returnTo?: string | undefined
}

/** For `requireFresh` of a page or an action. */
export interface FreshPageOptions extends PageGuardOptions, Pick<FreshOptions, 'maxAge' | 'acr'> {}

/** For `routeForRole`. */
export interface RoleOptions extends Pick<GuardOptions, 'api'> {
  /** This role, or one of these. */
  readonly role: string | readonly string[]
}

/** For `routeForClaim`. */
export interface ClaimOptions extends Pick<GuardOptions, 'api'> {
  /** The claim, as `session.claims` names it. */
  readonly name: string
  /** This value, or one of these; the claim may be a list. */
  readonly value: string | readonly string[]
}

/** What the application's `auth.ts` exports to its other files. */
export interface NextLatchkey<Made extends MaybePromise<MountedAuth>> {
  /** `export { GET, POST } from '…/auth'` in `app/auth/[...latchkey]/route.ts`. */
  readonly GET: (request: Request) => Promise<Response>
  /** Exported from the same file as `GET`. */
  readonly POST: (request: Request) => Promise<Response>
  /** The auth that the function returned, for `userOf({ latchkey: await auth() })`, `tokens(session)` and so on. */
  readonly instance: () => Made
  /** Who is signed in. For components, actions and route files. */
  readonly auth: () => Promise<RequestAuth>
  /** For pages and actions: anonymous visitors are sent to sign in. Throws `store_unavailable`, which shows the error page. */
  readonly requireUser: (options?: PageGuardOptions) => Promise<SignedInAuth>
  /** For pages and actions: lets people with this role, or one of these, through. Others get the error page: 403. */
  readonly requireRole: (
    role: string | readonly string[],
    options?: PageGuardOptions,
  ) => Promise<SignedInAuth>
  /** For pages and actions: lets people through whose session has this claim with this value, or one of these. */
  readonly requireClaim: (
    name: string,
    value: string | readonly string[],
    options?: PageGuardOptions,
  ) => Promise<SignedInAuth>
  /** For pages and actions: people whose sign-in is too old, or not strong enough, are sent to sign in again. */
  readonly requireFresh: (options: FreshPageOptions) => Promise<SignedInAuth>
  /** `export const GET = routeForUser((request, { user }) => …)`: anonymous requests get 401 JSON. */
  readonly routeForUser: <Host extends unknown[]>(
    handler: SignedInHandler<Host>,
    options?: GuardOptions,
  ) => NextRoute<Host>
  /** `export const POST = routeForFresh(handler, { maxAge: 300 })`: people who signed in longer ago get 401 JSON. */
  readonly routeForFresh: <Host extends unknown[]>(
    handler: SignedInHandler<Host>,
    options: FreshOptions,
  ) => NextRoute<Host>
  /** `export const GET = routeForRole(handler, { role: 'admin' })`: other signed-in people get 403 JSON. */
  readonly routeForRole: <Host extends unknown[]>(
    handler: SignedInHandler<Host>,
    options: RoleOptions,
  ) => NextRoute<Host>
  /** `export const GET = routeForClaim(handler, { name: 'groups', value: 'staff' })`: other signed-in people get 403 JSON. */
  readonly routeForClaim: <Host extends unknown[]>(
    handler: SignedInHandler<Host>,
    options: ClaimOptions,
  ) => NextRoute<Host>
  /**
   * `export const proxy = guardedProxy((path) => path.startsWith('/area/') ? {} : null)` in `proxy.ts`. The function returns what is
   * demanded of the visitors of a path; null lets everyone through.
   */
  readonly guardedProxy: (guardFor?: GuardFor) => (request: Request) => Promise<Response>
}

/**
 * `export const { GET, POST, auth, requireUser, guardedProxy } = nextLatchkey(() => latchkey({ … }))`. It takes a function
 * because Next runs the application's modules at build time, without secrets. The function may be async, as in
 * `nextLatchkey(async () => latchkey(await optionsFromEnvironment(process.env)))`; it is called at the first request, and again
 * if it failed.
 */
export function nextLatchkey<Made extends MaybePromise<MountedAuth>>(create: () => Made): NextLatchkey<Made> {
  const held = theOne(create)
  const { requireUser, requireRole, requireClaim, requireFresh } = nextAdapter

  async function handle(request: Request): Promise<Response> {
    const one = await held()
    return one.handle(asAddressed(request, one.basePath), { waitUntil: afterAnswer })
  }

  async function ask(returnTo = '/') {
    // First, because a call of `headers()` at build time shows Next that the page cannot be prerendered.
    const source = await headers()
    const question: Question = { source, head: () => pageHead(outsideNext(returnTo), source) }
    return { question, read: await nextAdapter.read(await held(), question, afterAnswer) }
  }

  async function admit(refusalFor: HostGuard<Question>, returnTo?: string): Promise<SignedInAuth> {
    const { question, read } = await ask(returnTo)
    const refusal = refusalFor(question)
    if (refusal === null) return nextAdapter.signedIn(question)
    if (read.auth.error !== null) throw read.auth.error
    const location = refusal.headers.get('location')
    // Signing in would not help, so the error page says that access is denied.
    if (location === null) throw new LatchkeyError('session_not_allowed')
    return redirect(withinNext(location))
  }

  return {
    GET: handle,
    POST: handle,
    instance: held,
    auth: async () => (await ask()).read.auth,
    requireUser: ({ returnTo, ...options } = {}) => admit(requireUser(options), returnTo),
    requireRole: (role, { returnTo, ...options } = {}) => admit(requireRole(role, options), returnTo),
    requireClaim: (name, value, { returnTo, ...options } = {}) =>
      admit(requireClaim(name, value, options), returnTo),
    requireFresh: ({ returnTo, ...options }) => admit(requireFresh(options), returnTo),
    routeForUser: (handler, options) => guardedRoute(held, handler, requireUser({ api: true, ...options })),
    routeForFresh: (handler, options) => guardedRoute(held, handler, requireFresh({ api: true, ...options })),
    routeForRole: (handler, { role, ...options }) =>
      guardedRoute(held, handler, requireRole(role, { api: true, ...options })),
    routeForClaim: (handler, { name, value, ...options }) =>
      guardedRoute(held, handler, requireClaim(name, value, { api: true, ...options })),
    guardedProxy:
      (guardFor = () => null) =>
      async (request) =>
        passOn(await held(), request, guardFor),
  }
}

const registry = Symbol.for('latchkey.next')
/** Each bundle runs this file separately, so each bundle has its own symbol. */
const bundle = Symbol('bundle')

interface Registered {
  readonly auth: MountedAuth
  /** By bundle: the source text of the function that first registered there. */
  readonly askedBy: Map<symbol, string>
}

type Holder = { [registry]?: Map<string, Registered> }

/**
 * Next bundles the application's module once for pages, once for routes and once for the proxy. All bundles must share one Auth,
 * because an Auth keeps state in memory.
 */
function theOne<Made extends MaybePromise<MountedAuth>>(create: () => Made): () => Made {
  let mine: Made | null = null
  return () => {
    if (mine) return mine
    const made: MaybePromise<MountedAuth> = create()
    const text = String(create)
    mine = (
      made instanceof Promise ? made.then((auth) => register(auth, text)) : register(made, text)
    ) as Made
    // A call that failed may succeed at the next request, for example when a missing file has been written.
    if (mine instanceof Promise) mine.catch(() => (mine = null))
    return mine
  }
}

/**
 * Shares one Auth between the bundles of an application, but not between applications. Two Auths are the same if their audience and
 * providers are the same; if one bundle creates two such Auths by different functions, they stay separate.
 */
function register(created: MountedAuth, text: string): MountedAuth {
  assertBelowNext(created)
  const holder: typeof globalThis & Holder = globalThis
  holder[registry] ??= new Map()
  const known = holder[registry]
  const configuration = configurationOf(created)
  const first = known.get(configuration)?.askedBy.get(bundle) ?? text
  const key = first === text ? configuration : `${configuration}\n${text}`
  const entry = known.get(key) ?? { auth: created, askedBy: new Map() }
  entry.askedBy.set(bundle, text)
  known.set(key, entry)
  return entry.auth
}
