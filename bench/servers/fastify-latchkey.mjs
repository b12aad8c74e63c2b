// Fastify with Latchkey.
import fastify from 'fastify'
import { fastifyLatchkey, requireUser } from 'latchkey/fastify'
import { createAuth } from './latchkey-options.mjs'
import { greeting, publicBody } from './route.mjs'

export async function start(settings) {
  const app = fastify()
  app.register(fastifyLatchkey(await createAuth(settings)))
  app.get('/', (_request, reply) => reply.type('application/json').send(publicBody))
  app.get('/protected', { onRequest: requireUser() }, (request, reply) =>
    reply.type('application/json').send(greeting(request.latchkey.user.name)),
  )
  await app.listen({ port: settings.port, host: '127.0.0.1' })
}
