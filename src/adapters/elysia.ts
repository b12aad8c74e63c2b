// Elysia, on Bun and on Node: a plugin that serves `/auth/*`, puts `latchkey` into every context, and has a macro for each guard.
import { Elysia, type ElysiaCustomStatusResponse, status } from 'elysia'
import type { MountedAuth } from '../latchkey.ts'
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import { accessToken, type BearerOptions, type GivenBearerOptions } from './bearer.ts'
import { defineAdapter, type HostGuard } from './define-adapter.ts'
import { peerAddress } from './peer-address.ts'
import {
  deliverOn,
  type FreshOptions,
  type GuardOptions,
  type Read,
  type RequestAuth,
  reading,
  type SignedInAuth,
} from './request-auth.ts'
import { targetOf } from './request-target.ts'

export type { AccessToken, BearerOptions, FreshOptions, GuardOptions, RequestAuth, SignedInAuth }
export { accessToken }

interface ElysiaContext {
  readonly request: Request
}

interface ServedContext extends ElysiaContext {
  /** Set on Bun; null on other hosts. */
  readonly server: { requestIP?(request: Request): { readonly address: string } | null } | null
}

/** The guards that a route may name next to its handler: `app.get('/profile', …, { requireUser: true })`. */
export interface ElysiaGuards {
  /** Lets signed-in people through. Others are sent to sign in and then back; with `{ api: true }` they get 401 JSON. */
  readonly requireUser: true | GuardOptions
  /** Lets people with this role, or one of these, through. Other signed-in people get 403. */
  readonly requireRole: GuardOptions & { readonly role: string | readonly string[] }
  /** Lets people through whose session has this claim with this value, or one of these. Other signed-in people get 403. */
  readonly requireClaim: GuardOptions & { readonly name: string; readonly value: string | readonly string[] }
  /** Lets people through who signed in recently enough. Others are sent to sign in again and then back. */
  readonly requireFresh: FreshOptions
}

interface Admission {
  /** After the guard `latchkey.user` is never null. */
  resolve(
    context: ElysiaContext,
  ): { readonly latchkey: SignedInAuth } | ElysiaCustomStatusResponse<number, Response>
}
type Macros = { readonly [Name in keyof ElysiaGuards]: (options: ElysiaGuards[Name]) => Admission }
// biome-ignore lint/complexity/noBannedTypes: how Elysia's types say that a plugin adds nothing.
type None = {}
interface Nothing {
  derive: None
  resolve: None
  schema: None
  standaloneSchema: None
  response: None
}

/** What `elysiaLatchkey` adds to the application that uses it. */
export type ElysiaLatchkey = Elysia<
  '',
  { decorator: None; store: None; derive: { readonly latchkey: RequestAuth }; resolve: None },
  { typebox: None; error: None },
  {
    schema: None
    standaloneSchema: None
    macro: Partial<ElysiaGuards>
    macroFn: Macros
    parser: None
    response: None
  },
  None,
  Nothing,
  Nothing
>

const adapter = defineAdapter<ElysiaContext>({
  mountedBy: 'app.use(elysiaLatchkey(auth))',
  headOf: ({ request: { method, url, headers } }) => ({ method, target: targetOf(url), headers }),
  sourceOf: ({ request }) => request,
  carrierOf: ({ request }) => request,
  // Elysia puts what the plugin's `derive` returns into the context.
  expose: () => {},
})

const macros: Macros = {
  requireUser: (options) => admit(adapter.requireUser(options === true ? {} : options)),
  requireRole: ({ role, ...options }) => admit(adapter.requireRole(role, options)),
  requireClaim: ({ name, value, ...options }) => admit(adapter.requireClaim(name, value, options)),
  requireFresh: (options) => admit(adapter.requireFresh(options)),
}

/** On a request: the cookies of an answer of Latchkey's own routes. */
const cookies: unique symbol = Symbol('latchkey.cookies')
type Carrier = Request & Read & { [cookies]?: readonly string[] }

/** `new Elysia().use(elysiaLatchkey(auth))`, before the routes and on an instance without a prefix. */
export function elysiaLatchkey(auth: MountedAuth): ElysiaLatchkey {
  const { basePath, metadataPath } = auth
  const paths = [basePath, `${basePath}/*`, ...(metadataPath ? [metadataPath] : [])]
  // Elysia must not parse the body: Latchkey's routes read it themselves, with a limit on its size.
  const unread = { parse: 'none' } as const

  async function answerOurs({ request, server }: ServedContext): Promise<Response> {
    const answer = await auth.handle(request, {
      remoteAddress: server?.requestIP?.(request)?.address ?? peerAddress(request),
    })
    ;(request as Carrier)[cookies] = answer.headers.getSetCookie()
    return answer
  }

  const routes = new Elysia({ name: 'latchkey', seed: basePath })
  for (const path of paths) routes.all(path, answerOurs, unread)
  return (
    routes
      // The only place that sees the final answer: Elysia adds the route's headers and signed cookies after every hook.
      .wrap((next) => async (request: Carrier, ...host: unknown[]) => {
        const answer = withCookies((await next(request, ...host)) as unknown as Response, request[cookies])
        const read = request[reading]
        return read ? deliverOn(answer, read) : answer
      })
      .derive({ as: 'global' }, async (context) => ({
        latchkey: (await adapter.read(auth, context)).auth,
      }))
      .macro(macros)
  )
}

/**
 * `app.get('/notes', …, { beforeHandle: requireBearer({ issuer, audience, scopes: 'notes:read' }) })`: lets requests through that carry an
 * access token of this issuer. Others get 401 or 403 (RFC 6750). After it, `accessToken(request)` returns the token. `elysiaLatchkey` is
 * not needed. Serve the metadata from a route: `app.get(api.metadataPath, () => api.metadata())`.
 */
export function requireBearer(
  options: GivenBearerOptions,
): (context: ElysiaContext) => Promise<Response | undefined> {
  const refusalFor = adapter.requireBearer(options)
  return async (context) => (await refusalFor(context)) ?? undefined
}

/** `@elysiajs/node` 1.4 keeps only the last Set-Cookie of a route's own answer if a hook has set another header. */
function withCookies(answer: Response, wanted: readonly string[] = []): Response {
  const kept = answer.headers.getSetCookie()
  const lost = wanted.filter((cookie) => !kept.includes(cookie))
  if (lost.length === 0) return answer
  const headers = new Headers(answer.headers)
  for (const cookie of lost) headers.append('Set-Cookie', cookie)
  return new Response(answer.body, { status: answer.status, headers })
}

function admit(refusalFor: HostGuard<ElysiaContext>): Admission {
  return {
    resolve(context) {
      const refusal = refusalFor(context)
      // Returned, not thrown: an application's own `onError` would treat the refusal as a failure.
      return refusal ? status(refusal.status, refusal) : { latchkey: adapter.signedIn(context) }
    },
  }
}
