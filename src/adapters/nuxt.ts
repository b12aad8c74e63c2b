// Nuxt 4, which uses h3 1: a server middleware that serves `/auth/*`, sets `event.context.latchkey` and guards pages; and the guards
// of h3 for server routes.
import { h3Latchkey, type NodeEvent, requireFresh } from './h3.ts'
import { type GivenAuth, holdAuth } from './hold-auth.ts'
import { anonymous, markPrerendered, refuseToPrerender } from './prerendered.ts'
import { Refusal } from './refusal.ts'
import type { GuardFor } from './request-auth.ts'
import { decodedPath } from './request-target.ts'

export type {
  AccessToken,
  BearerOptions,
  FreshOptions,
  GuardedEvent,
  GuardOptions,
  RequestAuth,
  SignedInAuth,
} from './h3.ts'
export { requireBearer, requireClaim, requireFresh, requireRole, requireUser } from './h3.ts'
export type { GuardFor }

/** Options of the middleware. */
export interface NuxtOptions {
  /**
   * Returns what is demanded of the visitors of a page, before it is rendered; null lets everyone through. It is called with the path
   * as the router compares it: decoded, in lower case, with single slashes and without a slash at the end. Default: null for every path.
   */
  readonly guard?: GuardFor | undefined
  /** Nuxt's own `import.meta.prerender`: prerendered pages have no session and need no configuration. Default: false. */
  readonly building?: boolean | undefined
}

/** The default export of a file in `server/middleware/`. */
export interface NuxtMiddleware {
  (event: NodeEvent): Promise<Response | undefined>
  readonly __is_handler__: true
}

/**
 * `export default nuxtLatchkey(() => latchkey({ … }))` in `server/middleware/latchkey.ts`. The function is called at the first
 * request, so `nuxt build` needs no variables, and again if it failed.
 */
export function nuxtLatchkey(
  given: GivenAuth,
  { guard = () => null, building = false }: NuxtOptions = {},
): NuxtMiddleware {
  const held = holdAuth(given)

  async function latchkeyMiddleware(event: NodeEvent): Promise<Response | undefined> {
    const { originalUrl, url = '/' } = event.node.req
    const path = decodedPath(originalUrl ?? url)
    if (building) {
      markPrerendered(event.context)
      Object.assign(event.context, { latchkey: anonymous })
      if (path !== null && guard(asRouted(path))) refuseToPrerender()
      return undefined
    }
    const auth = await held()
    const answer = await h3Latchkey(auth)(event)
    if (answer) return answer
    // No page has an address that cannot be decoded.
    if (path === null) return new Response('Bad Request', { status: 400 })
    const wanted = guard(asRouted(path))
    if (wanted) await requireFresh(event, wanted).catch(ignoreRefusal)
    return undefined
  }

  return Object.assign(latchkeyMiddleware, { __is_handler__: true } as const)
}

/** The refusal has been sent as the answer already: h3 stops there. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Refusal)) throw error
}

/**
 * Vue's router treats `/Profile/` as `/profile`, and also addresses such as `/profile%3Fa`: h3 has decoded the path once when the
 * renderer reads it, and the renderer parses it as an address. A path that is decoded once too often is guarded but is no page.
 */
function asRouted(path: string): string {
  let even = path
  for (let round = 0; round < 3 && even.includes('%'); round += 1) {
    even = decodedPath(even.replaceAll('?', '%3F').replaceAll('#', '%23')) ?? even
  }
  even = even
    .replace(/[?#].*$/s, '')
    .toLowerCase()
    .replaceAll(/\/{2,}/g, '/')
  return even.length > 1 && even.endsWith('/') ? even.slice(0, -1) : even
}
