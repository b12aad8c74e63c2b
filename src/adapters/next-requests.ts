// How one request is handled in Next.js: in a route file, and in the proxy, which runs before all routes.
import { after } from 'next/server'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import { LatchkeyError } from '../errors.ts'
import type { MountedAuth, RequestHead, SessionSource } from '../latchkey.ts'
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import { type GivenBearerOptions, requestGuard } from './bearer.ts'
import { defineAdapter, type HostAdapter, type HostGuard } from './define-adapter.ts'
import type { SignedInHandler } from './fetch.ts'
import { pageHead } from './page-head.ts'
import { deliverOn, type GuardFor } from './request-auth.ts'
import { decodedPath, isBelow, targetOf } from './request-target.ts'

/** A handler of a route file. `host` is what Next adds, such as `{ params }`. */
export type NextRoute<Host extends unknown[]> = (request: Request, ...host: Host) => Promise<Response>

/** One query for the signed-in person: Next has no object that follows a request through pages, actions and route files. */
export interface Question {
  readonly source: SessionSource
  /** The head that a refusal depends on, and its address to come back to. Only called for a refusal. */
  readonly head: () => RequestHead
}

export const nextAdapter: HostAdapter<Question> = defineAdapter<Question>({
  mountedBy: 'nextLatchkey(() => auth)',
  headOf: ({ head }) => head(),
  sourceOf: ({ source }) => source,
  carrierOf: (question) => question,
  // The caller reads the result directly: Next has no place to put it.
  expose: () => {},
})

/** Next's own `basePath`, which Next removes from the addresses in route files. Next inlines the value when it bundles this file. */
const nextBasePath = process.env.__NEXT_ROUTER_BASEPATH ?? ''

/**
 * The path to pass to Next's `redirect()` and to its script in the browser. Both prepend Next's `basePath`, which the paths of an
 * auth include already.
 */
export function withinNext(path: string): string {
  return nextBasePath !== '' && isBelow(nextBasePath, path) ? path.slice(nextBasePath.length) || '/' : path
}

/** The reverse: the outside path for one that is written as for Next's `redirect()`. */
export function outsideNext(path: string): string {
  if (nextBasePath === '' || isBelow(nextBasePath, path)) return path
  return path === '/' ? nextBasePath : nextBasePath + path
}

/** Throws `config_option_invalid`. Next serves only paths below its own `basePath`, so the routes of an auth must be there too. */
export function assertBelowNext({ basePath }: MountedAuth): void {
  if (nextBasePath === '' || isBelow(nextBasePath, basePath)) return
  throw new LatchkeyError('config_option_invalid', {
    detail: `basePath (BASE_PATH) is ${basePath}, and must begin with the basePath of next.config: ${nextBasePath}${basePath}, or the path outside where a rewrite leads to the route file.`,
  })
}

export function guardedRoute<Host extends unknown[]>(
  held: () => MaybePromise<MountedAuth>,
  handler: SignedInHandler<Host>,
  refusalFor: HostGuard<Question>,
): NextRoute<Host> {
  return async (request, ...host) => {
    const { method, url, headers } = request
    // A DPoP proof names the address that the client asked for.
    const source = { method, headers, url: nextBasePath + targetOf(url) }
    const question = { source, head: () => headOf(request) }
    const { auth } = await nextAdapter.read(await held(), question, afterAnswer)
    const answer = refusalFor(question) ?? (await handler(request, nextAdapter.signedIn(question), ...host))
    // Without cookies: the proxy has renewed the session already, and a second cookie of the same name would be redundant.
    return deliverOn(answer, { auth, setCookies: [] })
  }
}

/**
 * `export const GET = routeForBearer((request, token) => …, { issuer, audience, scopes: 'notes:read' })`: lets requests through that carry
 * an access token of this issuer. Others get 401 or 403 (RFC 6750). `nextLatchkey` is not needed. Serve the metadata from a route file:
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

/** The target that the client asked for: in a route file Next has removed its own `basePath`, which the API's address contains. */
function withBasePath(target: string, path: string): string {
  if (path === '' || isBelow(path, target)) return target
  const taken = path.indexOf(target.slice(0, target.indexOf('/', 1)))
  return (taken > 0 ? path.slice(0, taken) : path) + target
}

export async function passOn(auth: MountedAuth, request: Request, guardFor: GuardFor): Promise<Response> {
  const { method, url, headers } = request
  // A proxy that passes a request on returns this header, as `NextResponse.next()` does.
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
  // RFC 9449 §11.1: a proof can be used once, and the route needs it.
  if (wanted === null && headers.has('dpop')) return next
  const read = await nextAdapter.read(auth, question, afterAnswer)
  const refusal = wanted === null ? null : nextAdapter.requireFresh(wanted)(question)
  if (refusal === null) return deliverOn(next, read)
  if (isAction) return deliverOn(await forAction(refusal), read)
  // Next requires an absolute address, and sends a path if it points to the application.
  const location = refusal.headers.get('location')
  if (location) refusal.headers.set('location', new URL(location, url).href)
  return deliverOn(refusal, read)
}

/** Includes the post of a form that works without script. */
function isNavigation(headers: Headers): boolean {
  const mode = headers.get('sec-fetch-mode')
  return mode === null ? (headers.get('accept') ?? '').includes('text/html') : mode === 'navigate'
}

/**
 * The answer to a server action in the form that Next's script reads: a header that names the page to go to, or a sentence as plain
 * text, which is passed to the application's error page. The script treats any other answer as a server failure.
 */
async function forAction(refusal: Response): Promise<Response> {
  const location = refusal.headers.get('location')
  const headers = new Headers({ 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' })
  if (location) headers.set('x-action-redirect', `${withinNext(location)};push`)
  return new Response(location ? '' : await sentenceOf(refusal), {
    status: location ? 401 : refusal.status,
    headers,
  })
}

/** A refusal is plain text for people and JSON for programs. This returns its sentence. */
async function sentenceOf(refusal: Response): Promise<string> {
  if (!refusal.headers.get('content-type')?.startsWith('application/json')) return refusal.text()
  const { message = '' } = (await refusal.json()) as { readonly message?: string }
  return message
}

/** `after` keeps the process awake for the work. Outside of Next, such as in a test, it throws, and the process keeps running anyway. */
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

/** In a route file Next has removed its own `basePath` from the address. This restores the address that the browser asked for. */
export function asAddressed(request: Request, basePath: string): Request {
  const target = targetOf(request.url)
  const taken = basePath.indexOf(target.slice(0, target.indexOf('/', 1)))
  if (taken <= 0 || isBelow(basePath, target)) return request
  return new Request(new URL(basePath.slice(0, taken) + target, request.url), request)
}
