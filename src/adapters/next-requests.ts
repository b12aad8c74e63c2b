// What happens to one request in Next.js: in a route file, and in the proxy that stands in front of everything.
import { after } from 'next/server'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { MountedAuth, RequestHead, SessionSource } from '../latchkey.ts'
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import { type GivenBearerOptions, requestGuard } from './bearer.ts'
import { defineAdapter, type HostAdapter, type HostGuard } from './define-adapter.ts'
import type { SignedInHandler } from './fetch.ts'
import { pageHead } from './page-head.ts'
import { deliverOn, type GuardFor } from './request-auth.ts'
import { decodedPath, isBelow, targetOf } from './request-target.ts'

/** A handler of a route file; `host` is what Next adds, such as `{ params }`. */
export type NextRoute<Host extends unknown[]> = (request: Request, ...host: Host) => Promise<Response>

/** One question who is signed in: Next has no object that goes with a request through pages, actions and route files. */
export interface Question {
  readonly source: SessionSource
  /** What a refusal goes by, and where it leads back to; asked for only then. */
  readonly head: () => RequestHead
}

export const nextAdapter: HostAdapter<Question> = defineAdapter<Question>({
  mountedBy: 'nextLatchkey(() => auth)',
  headOf: ({ head }) => head(),
  sourceOf: ({ source }) => source,
  carrierOf: (question) => question,
  // What is found is the answer: there is no place to put it.
  expose: () => {},
})

/** Next's own `basePath`, which it takes off the addresses in route files. It writes it in here where it bundles this file. */
const nextBasePath = process.env.__NEXT_ROUTER_BASEPATH ?? ''

export function guardedRoute<Host extends unknown[]>(
  held: () => MaybePromise<MountedAuth>,
  handler: SignedInHandler<Host>,
  refusalFor: HostGuard<Question>,
): NextRoute<Host> {
  return async (request, ...host) => {
    const { method, url, headers } = request
    // The proof of a key is about the address that the client asked for.
    const source = { method, headers, url: nextBasePath + targetOf(url) }
    const question = { source, head: () => headOf(request) }
    const { auth } = await nextAdapter.read(await held(), question, afterAnswer)
    const answer = refusalFor(question) ?? (await handler(request, nextAdapter.signedIn(question), ...host))
    // The proxy has renewed the session already: a second cookie of the same name would say the same.
    return deliverOn(answer, { auth, setCookies: [] })
  }
}

/**
 * `export const GET = routeForBearer((request, token) => …, { issuer, audience, scopes: 'notes:read' })`: requests with an access token
 * of this issuer; others get 401 or 403 as RFC 6750 says. It needs no `nextLatchkey`. The metadata is a route file too:
 * `export const GET = () => api.metadata()` in `app/.well-known/oauth-protected-resource/route.ts`.
 */
export function routeForBearer<Host extends unknown[]>(
  handler: (request: Request, token: AccessToken, ...host: Host) => MaybePromise<Response>,
  options: GivenBearerOptions,
): NextRoute<Host> {
  const check = requestGuard(options, withBasePath)
  return async (request, ...host) => {
    const { token, refusal } = await check(request)
    return refusal ?? handler(request, token, ...host)
  }
}

/** As the client asked for it: in a route file Next has taken its own `basePath` off, which the API's address has. */
function withBasePath(target: string, path: string): string {
  if (path === '' || isBelow(path, target)) return target
  const taken = path.indexOf(target.slice(0, target.indexOf('/', 1)))
  return (taken > 0 ? path.slice(0, taken) : path) + target
}

export async function passOn(auth: MountedAuth, request: Request, guardFor: GuardFor): Promise<Response> {
  const { method, url, headers } = request
  // How a proxy says that it has no answer of its own: what `NextResponse.next()` makes.
  const next = new Response(null, { headers: { 'x-middleware-next': '1' } })
  if (isBelow(auth.basePath, targetOf(url))) return next
  const target = targetOf(url)
  const isAction = method === 'POST' && headers.has('next-action')
  const isPage = method === 'GET' || method === 'HEAD' || isAction || isNavigation(headers)
  const question = { source: request, head: () => (isPage ? pageHead(target, headers) : headOf(request)) }
  const path = decodedPath(url)
  // No page has an address that cannot be decoded.
  if (path === null) return new Response('Bad Request', { status: 400 })
  const wanted = guardFor(path)
  // RFC 9449 §11.1: a proof counts once, and the route is the one that needs it.
  if (wanted === null && headers.has('dpop')) return next
  const read = await nextAdapter.read(auth, question, afterAnswer)
  const refusal = wanted === null ? null : nextAdapter.requireFresh(wanted)(question)
  if (refusal === null) return deliverOn(next, read)
  if (isAction) return deliverOn(await forAction(refusal), read)
  // Next wants a whole address, and sends a path where it is the application's own.
  const location = refusal.headers.get('location')
  if (location) refusal.headers.set('location', new URL(location, url).href)
  return deliverOn(refusal, read)
}

/** A form that works without script, too. */
function isNavigation(headers: Headers): boolean {
  const mode = headers.get('sec-fetch-mode')
  return mode === null ? (headers.get('accept') ?? '').includes('text/html') : mode === 'navigate'
}

/**
 * What Next's script understands as the answer to a server action: a header that names the page to go to, or a sentence in plain
 * text, which the application's error page gets. It takes anything else for a broken server.
 */
async function forAction(refusal: Response): Promise<Response> {
  const location = refusal.headers.get('location')
  const headers = new Headers({ 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' })
  if (location) headers.set('x-action-redirect', `${location};push`)
  return new Response(location ? '' : await sentenceOf(refusal), {
    status: location ? 401 : refusal.status,
    headers,
  })
}

/** A refusal is plain text for people and JSON for programs. */
async function sentenceOf(refusal: Response): Promise<string> {
  if (!refusal.headers.get('content-type')?.startsWith('application/json')) return refusal.text()
  const { message = '' } = (await refusal.json()) as { readonly message?: string }
  return message
}

/** Next keeps its process awake for this; elsewhere, as in a test, the process lives on. */
export function afterAnswer(work: Promise<unknown>): void {
  try {
    after(work)
  } catch {
    work.catch(() => {})
  }
}

function headOf({ method, url, headers }: Request): RequestHead {
  return { method, target: targetOf(url), headers }
}

/** In a route file Next has taken its own `basePath` off the address; the browser and our routes have it. */
export function asAddressed(request: Request, basePath: string): Request {
  const target = targetOf(request.url)
  const taken = basePath.indexOf(target.slice(0, target.indexOf('/', 1)))
  if (taken <= 0 || isBelow(basePath, target)) return request
  return new Request(new URL(basePath.slice(0, taken) + target, request.url), request)
}
