// What happens to one request in Next.js: in a route file, and in the proxy that stands in front of everything.
import { after } from 'next/server'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { MountedAuth, RequestHead } from '../latchkey.ts'
import type { SignedInHandler } from './fetch.ts'
import { deliverOn, type FreshOptions, freshGuard, readAuth } from './request-auth.ts'
import { isBelow, targetOf } from './request-target.ts'

/** A handler of a route file; `host` is what Next adds, such as `{ params }`. */
export type NextRoute<Host extends unknown[]> = (request: Request, ...host: Host) => Promise<Response>

/** What is demanded of a path; null: nothing. */
export type GuardFor = (path: string) => FreshOptions | null

export function guardedRoute<Host extends unknown[]>(
  held: () => MaybePromise<MountedAuth>,
  handler: SignedInHandler<Host>,
  options: FreshOptions,
): NextRoute<Host> {
  const guard = freshGuard(options)
  return async (request, ...host) => {
    const one = await held()
    const { auth } = await readAuth(one, request, afterAnswer)
    const answer = guard.admits(one, auth)
      ? await handler(request, auth, ...host)
      : guard.refuse(one, auth, {
          method: request.method,
          target: targetOf(request.url),
          headers: request.headers,
        })
    // The proxy has renewed the session already: a second cookie of the same name would say the same.
    return deliverOn(answer, { auth, setCookies: [] })
  }
}

export async function passOn(auth: MountedAuth, request: Request, guardFor: GuardFor): Promise<Response> {
  const { method, url, headers } = request
  // How a proxy says that it has no answer of its own: what `NextResponse.next()` makes.
  const next = new Response(null, { headers: { 'x-middleware-next': '1' } })
  if (isBelow(auth.basePath, targetOf(url))) return next
  const read = await readAuth(auth, request, afterAnswer)
  const path = decodedPath(url)
  // No page has an address that cannot be decoded.
  if (path === null) return deliverOn(new Response('Bad Request', { status: 400 }), read)
  const wanted = guardFor(path)
  const guard = freshGuard(wanted ?? {})
  if (wanted === null || guard.admits(auth, read.auth)) return deliverOn(next, read)
  const target = targetOf(url)
  const isAction = method === 'POST' && headers.has('next-action')
  // A page that Next fetches by script for its router is a page nevertheless, and so is one that a form is posted to.
  const isPage = method === 'GET' || method === 'HEAD' || isAction || isNavigation(headers)
  const head = wanted.api || !isPage ? { method, target, headers } : pageHead('GET', target)
  const refusal = guard.refuse(auth, read.auth, head)
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
  const { message = '' } = location ? {} : ((await refusal.json()) as { readonly message?: string })
  return new Response(message, { status: location ? 401 : refusal.status, headers })
}

/** Decoded, as Next looks for the page: `/%70rofile` is `/profile`. Null for what is no text, such as `/%ff`. */
function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url).pathname)
  } catch {
    return null
  }
}

/** Next keeps its process awake for this; elsewhere, as in a test, the process lives on. */
export function afterAnswer(work: Promise<unknown>): void {
  try {
    after(work)
  } catch {
    work.catch(() => {})
  }
}

export function pageHead(method: string, target: string): RequestHead {
  return { method, target, headers: new Headers({ accept: 'text/html' }) }
}

/** In a route file Next has taken its own `basePath` off the address; the browser and our routes have it. */
export function asAddressed(request: Request, basePath: string): Request {
  const target = targetOf(request.url)
  const taken = basePath.indexOf(target.slice(0, target.indexOf('/', 1)))
  if (taken <= 0 || isBelow(basePath, target)) return request
  return new Request(new URL(basePath.slice(0, taken) + target, request.url), request)
}
