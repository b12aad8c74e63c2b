// Hono on Node without sign-in.

import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { greeting, listening, nobodysName, publicBody } from './route.mjs'

export async function start({ port }) {
  const app = new Hono()
  const json = { 'Content-Type': 'application/json' }
  app.get('/', (context) => context.body(publicBody, 200, json))
  app.get('/protected', (context) => context.body(greeting(nobodysName), 200, json))
  await listening(createServer(getRequestListener(app.fetch)), port)
}
