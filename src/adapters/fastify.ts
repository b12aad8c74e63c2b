// Fastify 5: one plugin that serves `/auth/*` and sets `request.auth`, and guards that are hooks.
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { whenReady } from '../contracts/maybe-promise.ts'
import type { MountedAuth } from '../latchkey.ts'
import { bridge, headOf, textOf } from './node-bridge.ts'
import {
  deliver,
  type FreshOptions,
  freshGuard,
  type Guard,
  type GuardOptions,
  type HeaderSink,
  type RequestAuth,
  readAuth,
  reader,
  userGuard,
} from './request-auth.ts'
import { isBelow } from './request-target.ts'

export type { FreshOptions, GuardOptions, RequestAuth }

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `fastifyLatchkey`. */
    auth: RequestAuth
  }
}

/** Fits every hook of Fastify before the handler. */
export type FastifyHook = (
  request: FastifyRequest,
  reply: FastifyReply,
  done: (error?: Error) => void,
) => void

type KnownRequest = FastifyRequest & { [reader]?: MountedAuth }

/** `app.register(fastifyLatchkey(auth))`, before the routes. */
export function fastifyLatchkey(auth: MountedAuth): FastifyPluginCallback {
  const answerOurs = bridge(auth)
  const plugin: FastifyPluginCallback = (app, _options, done) => {
    const { prefix } = app
    app.decorateRequest('auth')
    app.decorateRequest(reader)
    app.addHook('onRequest', (request, reply, next) => {
      // Before Fastify looks for a parser of the body.
      if (isBelow(auth.basePath, request.originalUrl)) {
        reply.hijack()
        keepHeaders(reply)
        void answerOurs(request.raw, reply.raw)
        return
      }
      whenReady(readAuth(auth, request), (read) => {
        deliver(read, sinkOf(reply))
        request.auth = read.auth
        ;(request as KnownRequest)[reader] = auth
        next()
      })
    })
    // Hooks run for routes only; this one's handler is never reached.
    app.all(`${auth.basePath.slice(auth.basePath.startsWith(`${prefix}/`) ? prefix.length : 0)}/*`, () => {})
    done()
  }
  // As fastify-plugin does it: the hook is for the routes beside this plugin, not for those inside of it.
  return Object.assign(plugin, { [Symbol.for('skip-override')]: true })
}

/** `app.get('/profile', { onRequest: requireUser() }, …)`: others are sent to sign in; with `{ api: true }` 401 JSON. */
export function requireUser(options: GuardOptions = {}): FastifyHook {
  return guarded(userGuard(options))
}

/** `app.get('/danger', { onRequest: requireFresh({ maxAge: 300 }) }, …)`: others confirm who they are and come back. */
export function requireFresh(options: FreshOptions): FastifyHook {
  return guarded(freshGuard(options))
}

function guarded(guard: Guard): FastifyHook {
  return function latchkeyGuard(request, reply, done) {
    const auth = (request as KnownRequest)[reader]
    // Fail closed, and say what is missing.
    if (!auth) return done(new Error('This guard needs app.register(fastifyLatchkey(auth)) before it.'))
    if (guard.admits(auth, request.auth)) done()
    else void send(guard.refuse(auth, request.auth, headOf(request.raw)), reply)
  }
}

/** By hand: Fastify's own routes for HEAD cannot measure a Response. */
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

/** What the hooks of others have said so far, such as security headers, also holds for our answers. */
function keepHeaders(reply: FastifyReply): void {
  for (const [name, value = ''] of Object.entries(reply.getHeaders())) reply.raw.setHeader(name, value)
}
