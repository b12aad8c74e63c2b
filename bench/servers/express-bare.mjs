// Express without sign-in.
import express from 'express'
import { greeting, listening, nobodysName, publicBody } from './route.mjs'

export async function start({ port }) {
  const app = express()
  app.get('/', (_request, response) => response.type('json').send(publicBody))
  app.get('/protected', (_request, response) => response.type('json').send(greeting(nobodysName)))
  await listening(app, port)
}
