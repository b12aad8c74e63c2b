// TanStack Start: the request middleware of an application, which serves `/auth/*` and puts `latchkey` into the context, and guards
// for server routes and server functions, which throw their answer.
import { redirect } from '@tanstack/react-router'
import type { Register, RequestServerFn } from '@tanstack/react-start'
import type { RequestHead } from '../latchkey.ts'
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import type { BearerOptions } from './bearer.ts'
import { defineAdapter } from './define-adapter.ts'
import { type GivenAuth, holdAuth } from './hold-auth.ts'
import { pageHead } from './page-head.ts'
import { peerAddress } from './peer-address.ts'
import { anonymous, guardFault, isBuildRequest, isPrerendered } from './prerendered.ts'
import { refusalSentence } from './refusal-sentence.ts'
import {
  deliverOn,
  type FreshOptions,
  type GuardOptions,
  type Read,
  type RequestAuth,
  reading,
  type SignedInAuth,
} from './request-auth.ts'
import { isForAuth, targetOf } from './request-target.ts'
import { type BearerArgs, requireBearer } from './require-bearer.ts'

export type { AccessToken, BearerArgs, BearerOptions, FreshOptions, GuardOptions, RequestAuth, SignedInAuth }
export { requireBearer }

/** What the middleware puts into the context of server routes, server functions and other middlewares. */
export interface LatchkeyContext {
  /** Who is signed in. */
  readonly latchkey: RequestAuth
  /** What guards read: it belongs to this request, and no other middleware writes it. */
  readonly latchkeyRequest: LatchkeyRequest
}

/** Identifies one request across the copies that are made of its context. */
export interface LatchkeyRequest {
  readonly request: Request
  /** Whether the browser calls a server function, which has its own address. */
  readonly isCall: boolean
}

/** What a guard needs of the arguments of a handler. */
export interface GuardedArgs {
  readonly context: LatchkeyContext
}

/** Options of a guard in addition to its demand. */
export interface PageOptions {
  /** Where to come back to. Default: the page; a server function reads it from the header `Referer`. */
  readonly returnTo?: string | undefined
}

/** On the carrier: the status for the error page when a guard refuses and signing in would not help. */
const refused: unique symbol = Symbol('latchkey.refused')
type Carrier = LatchkeyRequest & Read & { [refused]?: number }

interface Question {
  readonly carrier: LatchkeyRequest
  readonly returnTo?: string | undefined
}

const adapter = defineAdapter<Question>({
  mountedBy: 'createMiddleware().server(tanstackStartLatchkey(auth)) in src/start.ts',
  headOf,
  sourceOf: ({ carrier }) => carrier.request,
  carrierOf: ({ carrier }) => carrier,
  // The middleware returns what it has found, and Start puts it into the context.
  expose: () => {},
})

/**
 * `createMiddleware().server(tanstackStartLatchkey(() => latchkey({ … })))`, one of the `requestMiddleware` of `src/start.ts`. The
 * function is called at the first request, so `vite build` needs no variables, and again if it failed.
 */
export function tanstackStartLatchkey(
  given: GivenAuth,
): RequestServerFn<Register, undefined, LatchkeyContext> {
  const held = holdAuth(given)
  return async function latchkeyMiddleware({ request, handlerType, next }) {
    // Set by Start's bundler plugin while it prerenders.
    if (isBuildRequest('TSS_PRERENDERING', 'true')) {
      const carrier: LatchkeyRequest = { request, isCall: false }
      adapter.prerender({ carrier })
      return next({ context: { latchkey: anonymous, latchkeyRequest: carrier } })
    }
    const auth = await held()
    if (isForAuth(auth, targetOf(request.url)))
      return auth.handle(request, { remoteAddress: peerAddress(request) })
    const carrier: LatchkeyRequest = { request, isCall: handlerType === 'serverFn' }
    const read = await adapter.read(auth, { carrier })
    const result = await next({ context: { latchkey: read.auth, latchkeyRequest: carrier } })
    const { response } = result
    const status = (carrier as Carrier)[refused]
    const answer = status ? new Response(response.body, { status, headers: response.headers }) : response
    return { ...result, response: deliverOn(answer, read) }
  }
}

const guards = adapter.guardsAs(
  (refusalFor, { api }) =>
    ({ context }: GuardedArgs, returnTo?: string): SignedInAuth => {
      const carrier: Carrier = context.latchkeyRequest
      const question = { carrier, returnTo }
      // Start's build reports the status of a page that fails, but not the error.
      if (isPrerendered(carrier)) console.error(`${targetOf(carrier.request.url)}: ${guardFault}`)
      const answer = refusalFor(question)
      if (!answer) return adapter.signedIn(question)
      if (api) throw answer
      const href = answer.headers.get('location')
      if (href === null) {
        // Start renders its error page only for an Error, and always with status 500.
        carrier[refused] = answer.status
        throw new Error(refusalSentence(answer.status, carrier[reading]?.auth))
      }
      // The sign-in page is not a route of the application: the router in the browser must open it as a document.
      throw redirect({ href, statusCode: answer.status, reloadDocument: true })
    },
)

/** `const { user } = requireUser(args)`: anonymous visitors are sent to sign in and then back; with `{ api: true }` they get 401 JSON. */
export function requireUser(
  args: GuardedArgs,
  { returnTo, ...options }: GuardOptions & PageOptions = {},
): SignedInAuth {
  return guards.requireUser(options)(args, returnTo)
}

/** `requireRole(args, 'admin')`: lets people with this role, or one of these, through. Other signed-in people get 403. */
export function requireRole(
  args: GuardedArgs,
  role: string | readonly string[],
  { returnTo, ...options }: GuardOptions & PageOptions = {},
): SignedInAuth {
  return guards.requireRole(role, options)(args, returnTo)
}

/** `requireClaim(args, { name: 'groups', value: 'staff' })`: lets people through whose session has this claim; others get 403. */
export function requireClaim(
  args: GuardedArgs,
  {
    name,
    value,
    returnTo,
    ...options
  }: GuardOptions & PageOptions & { readonly name: string; readonly value: string | readonly string[] },
): SignedInAuth {
  return guards.requireClaim(name, value, options)(args, returnTo)
}

/** `requireFresh(args, { maxAge: 300 })`: people who signed in longer ago are sent to sign in again and then back. */
export function requireFresh(
  args: GuardedArgs,
  { returnTo, ...options }: FreshOptions & PageOptions,
): SignedInAuth {
  return guards.requireFresh(options)(args, returnTo)
}

function headOf({ carrier: { request, isCall }, returnTo }: Question): RequestHead {
  const target = returnTo ?? (isCall ? pageOf(request) : targetOf(request.url))
  return pageHead(target, request.headers)
}

/** The page that calls the server function, from the header `Referer`. */
function pageOf({ headers }: Request): string {
  const referer = headers.get('referer') ?? ''
  return URL.canParse(referer) ? targetOf(referer) : '/'
}
