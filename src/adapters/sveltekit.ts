// SvelteKit: a `handle` hook that serves `/auth/*` and sets `event.locals.latchkey`, and guards for any function that gets an event:
// load functions, form actions and endpoints.
import { error, redirect } from '@sveltejs/kit'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import type { WaitUntil } from '../sessions/sessions.ts'
import { type BearerOptions, type GivenBearerOptions, requestGuard } from './bearer.ts'
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
import { waitUntilOf } from './wait-until.ts'

export type { AccessToken, BearerOptions, FreshOptions, GuardOptions, RequestAuth, SignedInAuth }

declare global {
  namespace App {
    interface Locals {
      /** Set by `sveltekitLatchkey`. */
      latchkey: RequestAuth
    }
  }
}

/** What a guard needs of an event. */
export interface GuardedEvent {
  readonly request: Request
  readonly url: URL
  readonly locals: App.Locals
}

/** What the hook needs of an event. */
export interface HookEvent extends GuardedEvent {
  readonly isSubRequest: boolean
  /** What the host adds: on Cloudflare it has `ctx` (or `context`) with `waitUntil`. */
  readonly platform?: unknown
  getClientAddress(): string
}

/** Fits `handle` of `src/hooks.server.ts`, alone or in `sequence()`. */
export type LatchkeyHandle = <Event extends HookEvent>(input: {
  readonly event: Event
  readonly resolve: (event: Event) => Response | Promise<Response>
}) => Promise<Response>

/** The answer that a guard has chosen. In `locals`, because each load function gets a different event object. */
const refusal: unique symbol = Symbol.for('latchkey.refusal') as never
type KnownLocals = App.Locals & { [refusal]?: Response }

const adapter = defineAdapter<GuardedEvent>({
  mountedBy: 'sveltekitLatchkey(auth) in src/hooks.server.ts',
  headOf: ({ request: { method, headers }, url }) => pageHead(url.pathname + url.search, headers, method),
  sourceOf: ({ request }) => request,
  carrierOf: ({ locals }) => locals,
  expose: ({ locals }, auth) => {
    locals.latchkey = auth
  },
})

/** Options of the hook. */
export interface SveltekitOptions {
  /** SvelteKit's own `building`: prerendered pages have no session and need no configuration. Default: false. */
  readonly building?: boolean | undefined
}

/**
 * `export const handle = sveltekitLatchkey(() => latchkey({ … }), { building })` in `src/hooks.server.ts`. The function is called at the
 * first request at run time, so `vite build` needs no variables, and again if it failed. It may be async, as in
 * `async () => latchkey(await optionsFromEnvironment(env))`. An auth that exists already can be passed instead.
 */
export function sveltekitLatchkey(
  given: GivenAuth,
  { building = false }: SveltekitOptions = {},
): LatchkeyHandle {
  const held = holdAuth(given)
  return async function latchkeyHandle({ event, resolve }) {
    const { request } = event
    if (building) {
      adapter.prerender(event)
      return resolve(event)
    }
    const made = held()
    const auth = made instanceof Promise ? await made : made
    if (isForAuth(auth, targetOf(request.url))) {
      return auth.handle(request, {
        remoteAddress: event.getClientAddress(),
        waitUntil: waitUntilOnPlatform(event.platform),
      })
    }
    const answerToRead = adapter.read(auth, event, waitUntilOnPlatform(event.platform))
    const read = answerToRead instanceof Promise ? await answerToRead : answerToRead
    const answer = await resolve(event)
    // The result of a load function's own fetch is not the answer to the browser.
    return event.isSubRequest ? answer : deliverOn((event.locals as KnownLocals)[refusal] ?? answer, read)
  }
}

const guards = adapter.guardsAs((refusalFor, { api }) => (event: GuardedEvent): SignedInAuth => {
  const answer = refusalFor(event)
  if (!answer) return adapter.signedIn(event)
  const location = answer.headers.get('location')
  if (location) redirect(answer.status, location)
  if (api) (event.locals as KnownLocals)[refusal] = answer
  error(answer.status, refusalSentence(answer.status, (event.locals as Read)[reading]?.auth))
})

/**
 * `const { user } = requireUser(event)`: anonymous visitors are sent to sign in and then back. In an endpoint, pass `{ api: true }`
 * for 401 JSON.
 */
export function requireUser(event: GuardedEvent, options: GuardOptions = {}): SignedInAuth {
  return guards.requireUser(options)(event)
}

/** `requireRole(event, 'admin')`: lets people with this role, or one of these, through. Other signed-in people get 403. */
export function requireRole(
  event: GuardedEvent,
  role: string | readonly string[],
  options: GuardOptions = {},
): SignedInAuth {
  return guards.requireRole(role, options)(event)
}

/** `requireClaim(event, { name: 'groups', value: 'staff' })`: lets people through whose session has this claim; others get 403. */
export function requireClaim(
  event: GuardedEvent,
  {
    name,
    value,
    ...options
  }: GuardOptions & { readonly name: string; readonly value: string | readonly string[] },
): SignedInAuth {
  return guards.requireClaim(name, value, options)(event)
}

/** `requireFresh(event, { maxAge: 300 })`: people who signed in longer ago are sent to sign in again and then back. */
export function requireFresh(event: GuardedEvent, options: FreshOptions): SignedInAuth {
  return guards.requireFresh(options)(event)
}

/**
 * `export const GET = requireBearer((event, token) => json(token.subject), { issuer, audience, scopes: 'notes:read' })` in a
 * `+server.ts`: lets requests through that carry an access token of this issuer. Others get 401 or 403 (RFC 6750).
 * `sveltekitLatchkey` is not needed. Serve the metadata from a `+server.ts`: `export const GET = () => api.metadata()`.
 */
export function requireBearer<Event extends GuardedEvent>(
  handler: (event: Event, token: AccessToken) => MaybePromise<Response>,
  options: GivenBearerOptions,
): (event: Event) => Promise<Response> {
  const check = requestGuard(options)
  return async (event) => {
    const { token, refusal } = await check(event.request)
    return refusal ?? handler(event, token)
  }
}

function waitUntilOnPlatform(platform: unknown): WaitUntil | undefined {
  if (typeof platform !== 'object' || platform === null) return undefined
  const { ctx, context } = platform as { readonly ctx?: unknown; readonly context?: unknown }
  return waitUntilOf([ctx, context, platform])
}
