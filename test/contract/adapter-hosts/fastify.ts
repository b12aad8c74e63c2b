// The application of the adapter suite on Fastify 5, which has a parser for forms.
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FastifyInstance, fastify } from 'fastify'
import {
  accessToken,
  fastifyLatchkey,
  requireBearer,
  requireClaim,
  requireFresh,
  requireRole,
  requireUser,
  resourceMetadata,
  signedIn,
} from 'latchkey/fastify'
import { contractApi } from '../../../src/testing/contract/adapter/contract-api.ts'
import { contractAuth } from '../../../src/testing/contract/adapter/contract-auth.ts'
import { leaveForeignAuth } from '../../../src/testing/contract/adapter/foreign-auth.ts'
import {
  type AdapterHost,
  type HostEnvironment,
  personName,
} from '../../../src/testing/contract/adapter/stage.ts'

export const fastifyHost: AdapterHost = {
  name: 'Fastify 5',
  hasApi: true,
  async start(environment) {
    const app = fastify({ forceCloseConnections: true })
    const form = 'application/x-www-form-urlencoded'
    app.addContentTypeParser(form, { parseAs: 'string' }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    )
    // Like rate limiters: a hook for each route, which runs after the hooks of plugins.
    app.addHook('onRoute', (route) => {
      route.onRequest = [route.onRequest ?? []].flat()
      route.onRequest.push((_request, reply, done) => {
        reply.header('X-First', '1')
        done()
      })
    })
    app.setErrorHandler((_error, _request, reply) => reply.code(500).send('broken'))
    await app.register(async (scope) => addRoutes(scope, environment), { prefix: environment.PREFIX })
    await app.listen({ port: Number(environment.PORT), host: '127.0.0.1' })
    return () => app.close()
  },
}

async function addRoutes(app: FastifyInstance, environment: HostEnvironment): Promise<void> {
  await app.register(fastifyLatchkey(contractAuth(environment)))
  app.addHook('onRequest', (request, _reply, done) => {
    leaveForeignAuth(request, 'x-foreign' in request.headers)
    done()
  })
  app.get('/', (request) => `Hello ${request.latchkey.user?.name ?? 'nobody'}`)
  app.get('/theme', (_request, reply) => reply.header('Set-Cookie', 'theme=dark').send())
  app.get(
    '/profile',
    { onRequest: requireUser() },
    (request) => `Your profile, ${signedIn(request).user.name}`,
  )
  app.get('/api/me', { onRequest: requireUser({ api: true }) }, (request) => ({
    name: request.latchkey.user?.name,
  }))
  app.get('/fresh', { onRequest: requireFresh({ maxAge: 300 }) }, () => 'Fresh')
  app.get('/api/fresh', { onRequest: requireFresh({ maxAge: 300, api: true }) }, () => ({}))
  app.get('/admin', { onRequest: requireRole('admin') }, () => 'Everything')
  app.get('/api/admin', { onRequest: requireUser({ api: true, allow: () => false }) }, () => ({}))
  const named = requireUser({ api: true, allow: ({ name }) => name === personName })
  app.get('/api/named', { onRequest: named }, () => ({}))
  app.get('/api/role', { onRequest: requireRole(['admin', 'staff'], { api: true }) }, () => ({}))
  app.get('/api/claim', { onRequest: requireClaim('groups', 'staff', { api: true }) }, () => ({}))
  const resource = contractApi(environment)
  if (environment.PREFIX === '') await app.register(resourceMetadata(resource))
  const readers = requireBearer({ resource, scopes: 'notes:read' })
  app.get('/api/notes', { onRequest: readers }, (request) => ({ subject: accessToken(request).subject }))
  app.get('/stream', (_request, reply) => reply.send(Readable.from(twoParts())))
  app.get('/elsewhere', (_request, reply) => reply.redirect('/'))
  app.get('/throws', () => {
    throw new Error('broken on purpose')
  })
}

async function* twoParts() {
  yield 'first'
  await sleep(100)
  yield 'second'
}
