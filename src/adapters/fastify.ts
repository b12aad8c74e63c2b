// Fastify 5: one plugin that serves `/auth/*` and sets `request.latchkey`, and guards that are hooks.
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { whenReady } from '../contracts/maybe-promise.ts'
import type { MountedAuth } from '../latchkey.ts'
import type { ProtectedResource } from '../oauth/resource/protected-resource.ts'
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import { accessToken, type BearerOptions, type GivenBearerOptions } from './bearer.ts'
import { defineAdapter } from './define-adapter.ts'
import type { Guards } from './make-guards.ts'
import { bridge, headOf, textOf } from './node-bridge.ts'
import {
  deliver,
  type FreshOptions,
  type GuardOptions,
  type HeaderSink,
  type RequestAuth,
  reading,
  type SignedInAuth,
} from './request-auth.ts'
import { isForAuth } from './request-target.ts'
import { signedIn } from './signed-in.ts'

export type { AccessToken, BearerOptions, FreshOptions, GuardOptions, RequestAuth, SignedInAuth }
export { accessToken, signedIn }

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `fastifyLatchkey`. */
    latchkey: RequestAuth
  }
}

/** Fits every hook of Fastify before the handler. */
export type FastifyHook = (
  request: FastifyRequest,
  reply: FastifyReply,
  done: (error?: Error) => void,
) => void

const adapter = defineAdapter<FastifyRequest>({
  mountedBy: 'app.register(fastifyLatchkey(auth))',
  headOf: ({ raw }) => headOf(raw),
  sourceOf: (request) => request,
  carrierOf: (request) => request,
  expose: (request, auth) => {
    request.latchkey = auth
  },
})

/**
 * `app.register(fastifyLatchkey(auth))`, before the routes.
 *
 * @example
 * ```ts
 * import Fastify from 'fastify'
 * import { fastifyLatchkey, requireUser } from 'latchkey/fastify'
 *
 * const app = Fastify()
 * app.register(fastifyLatchkey(auth))
 * app.get('/profile', { onRequest: requireUser() }, async (request) => request.latchkey.user)
 * ```
 */
export function fastifyLatchkey(auth: MountedAuth): FastifyPluginCallback {
  const answerOurs = bridge(auth)

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    reply.hijack()
    keepHeaders(reply)
    await answerOurs(request.raw, reply.raw)
  }

  const plugin: FastifyPluginCallback = (app, _options, done) => {
    const { prefix } = app
    if (!app.hasRequestDecorator('latchkey')) app.decorateRequest('latchkey')
    if (!app.hasRequestDecorator(reading)) app.decorateRequest(reading)
    app.addHook('onRequest', (request, reply, next) => {
      // Latchkey's own routes read the session themselves.
      if (isForAuth(auth, request.originalUrl)) return next()
      whenReady(adapter.read(auth, request), (read) => {
        deliver(read, sinkOf(reply))
        next()
      })
    })
    const path = auth.basePath.slice(auth.basePath.startsWith(`${prefix}/`) ? prefix.length : 0)
    app.register((routes, _none, ready) => {
      // Without the application's parsers: Latchkey's routes read the body themselves, with a limit on its size.
      routes.removeAllContentTypeParsers()
      routes.addContentTypeParser('*', (_request, _body, parsed) => parsed(null))
      // As routes of the application, so that its hooks, limits and log lines apply to them.
      for (const url of [path, `${path}/*`]) routes.all(url, answer)
      if (auth.metadataPath && !prefix) routes.all(auth.metadataPath, answer)
      ready()
    })
    done()
  }
  // The marker that fastify-plugin sets: the hook applies to the routes next to this plugin, not only to routes inside it.
  return Object.assign(plugin, { [Symbol.for('skip-override')]: true })
}

type FastifyGuards = Guards<FastifyHook>
const guards: FastifyGuards = adapter.guardsAs(
  (refusalFor) =>
    function latchkeyGuard(request, reply, done) {
      const refusal = refusalFor(request)
      if (refusal) void send(refusal, reply)
      else done()
    },
)

/** `app.get('/profile', { onRequest: requireUser() }, …)`: anonymous visitors are sent to sign in; with `{ api: true }` 401 JSON. */
export const requireUser: FastifyGuards['requireUser'] = guards.requireUser

/** `app.get('/admin', { onRequest: requireRole('admin') }, …)`: lets people with this role, or one of these, through; others get 403. */
export const requireRole: FastifyGuards['requireRole'] = guards.requireRole

/** `requireClaim('groups', 'staff')`: lets people through whose session has this claim with this value, or one of these; others get 403. */
export const requireClaim: FastifyGuards['requireClaim'] = guards.requireClaim

/** `app.get('/danger', { onRequest: requireFresh({ maxAge: 300 }) }, …)`: people who signed in longer ago are sent to sign in again. */
export const requireFresh: FastifyGuards['requireFresh'] = guards.requireFresh

/**
 * `app.get('/notes', { onRequest: requireBearer({ issuer, audience, scopes: 'notes:read' }) }, …)`: lets requests through that carry an
 * access token of this issuer. Others get 401 or 403 (RFC 6750). After it, `accessToken(request)` returns the token.
 * `fastifyLatchkey` is not needed.
 */
export function requireBearer(options: GivenBearerOptions): FastifyHook {
  const refusalFor = adapter.requireBearer(options)
  return function latchkeyBearerGuard(request, reply, done) {
    refusalFor(request)
      .then((refusal) => (refusal ? send(refusal, reply) : done()))
      .catch(done)
  }
}

/** `app.register(resourceMetadata(api))`, at the root of the host: serves the metadata that names the issuers to clients (RFC 9728). */
export function resourceMetadata(api: ProtectedResource): FastifyPluginCallback {
  return function latchkeyResourceMetadata(app, _options, done) {
    if (api.metadataPath !== null) {
      app.get(api.metadataPath, async (_request, reply) => {
        await send(api.metadata(), reply)
        return reply
      })
    }
    done()
  }
}

/** Sends text: Fastify's own HEAD routes cannot measure a Response. */
async function send(answer: Response, reply: FastifyReply): Promise<void> {
  const text = await textOf(answer)
  reply.code(answer.status).headers(Object.fromEntries(answer.headers)).send(text)
}

function sinkOf(reply: FastifyReply): HeaderSink {
  return {
    setHeader: (name, value) => reply.header(name, value),
    appendHeader(name, value) {
      const before = name === 'Set-Cookie' ? undefined : reply.getHeader(name)
      reply.header(name, before === undefined ? value : `${before}, ${value}`)
    },
  }
}

/** Headers that the application's hooks have set so far, such as security headers, also apply to Latchkey's answers. */
function keepHeaders(reply: FastifyReply): void {
  for (const [name, value = ''] of Object.entries(reply.getHeaders())) reply.raw.setHeader(name, value)
}
