// Fastify without sign-in.
import fastify from 'fastify'
import { greeting, nobodysName, publicBody } from './route.mjs'

export async function start({ port }) {
  const app = fastify()
  app.get('/', (_request, reply) => reply.type('application/json').send(publicBody))
  app.get('/protected', (_request, reply) => reply.type('application/json').send(greeting(nobodysName)))
  await app.listen({ port, host: '127.0.0.1' })
}
