// TanStack Start: what the request middleware of an application does, serving `/auth/*` and putting `latchkey` into the context, and
// guards for server routes and server functions, which throw their answer.
import { redirect } from '@tanstack/react-router'
import type { Register, RequestServerFn } from '@tanstack/react-start'
import type { RequestHead } from '../latchkey.ts'
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import type { BearerOptions } from './bearer.ts'
import { defineAdapter } from './define-adapter.ts'
import { type GivenAuth, holdAuth } from './hold-auth.ts'
import { pageHead } from './page-head.ts'
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
  /** What guards go by: it belongs to this request, and no other middleware knows it. */
  readonly latchkeyRequest: LatchkeyRequest
}

/** Goes with one request through the copies that are made of its context. */
export interface LatchkeyRequest {
  readonly request: Request
  /** A server function that the browser calls, at an address of its own. */
  readonly isCall: boolean
}

/** What a guard needs of the arguments of a handler. */
export interface GuardedArgs {
  readonly context: LatchkeyContext
}

/** Options of a guard beside its demand. */
export interface PageOptions {
  /** Where to come back to. Default: the page, which a server function knows by the header `Referer`. */
  readonly returnTo?: string | undefined
}

/** At the carrier: what the error page answers, where a guard refuses and no sign-in would help. */
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
  // The middleware answers what it has found: Start puts it into the context.
  expose: () => {},
})

/**
 * `createMiddleware().server(tanstackStartLatchkey(() => latchkey({ … })))`, one of the `requestMiddleware` of `src/start.ts`. The
 * function is called at the first request, so `vite build` needs no variables, and again where it failed.
 */
export function tanstackStartLatchkey(
  given: GivenAuth,
): RequestServerFn<Register, undefined, LatchkeyContext> {
  const held = holdAuth(given)
  return async function latchkeyMiddleware({ request, handlerType, next }) {
    const auth = await held()
    if (isForAuth(auth, targetOf(request.url))) return auth.handle(request)
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
      const question = { carrier: context.latchkeyRequest, returnTo }
      const answer = refusalFor(question)
      if (!answer) return adapter.signedIn(question)
      if (api) throw answer
      const href = answer.headers.get('location')
      if (href === null) {
        // Start renders its error page for an Error only, and with 500.
        const carrier: Carrier = context.latchkeyRequest
        carrier[refused] = answer.status
        throw new Error(refusalSentence(answer.status, carrier[reading]?.auth))
      }
      // The sign-in page is none of the application's routes: the router in the browser must open it as a document.
      throw redirect({ href, statusCode: answer.status, reloadDocument: true })
    },
)

/** `const { user } = requireUser(args)`: others are sent to sign in and back; with `{ api: true }` 401 JSON. */
export function requireUser(
  args: GuardedArgs,
  { returnTo, ...options }: GuardOptions & PageOptions = {},
): SignedInAuth {
  return guards.requireUser(options)(args, returnTo)
}

/** `requireRole(args, 'admin')`: people with this role, or one of these; others get 403. */
export function requireRole(
  args: GuardedArgs,
  role: string | readonly string[],
  { returnTo, ...options }: GuardOptions & PageOptions = {},
): SignedInAuth {
  return guards.requireRole(role, options)(args, returnTo)
}

/** `requireClaim(args, { name: 'groups', value: 'staff' })`: people whose session keeps this claim; others get 403. */
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

/** `requireFresh(args, { maxAge: 300 })`: others confirm who they are and come back. */
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

/** The browser says from which page it calls. */
function pageOf({ headers }: Request): string {
  const referer = headers.get('referer') ?? ''
  return URL.canParse(referer) ? targetOf(referer) : '/'
}
