// Hono on Node with Latchkey.

import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { honoLatchkey, requireUser } from 'latchkey/hono'
import { createAuth } from './latchkey-options.mjs'
import { greeting, listening, publicBody } from './route.mjs'

export async function start(settings) {
  const app = new Hono()
  const json = { 'Content-Type': 'application/json' }
  app.use(honoLatchkey(await createAuth(settings)))
  app.get('/', (context) => context.body(publicBody, 200, json))
  app.get('/protected', requireUser(), (context) =>
    context.body(greeting(context.get('latchkey').user.name), 200, json),
  )
  await listening(createServer(getRequestListener(app.fetch)), settings.port)
}
