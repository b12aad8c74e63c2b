// Express with Latchkey.
import express from 'express'
import { expressLatchkey, requireUser } from 'latchkey/express'
import { createAuth } from './latchkey-options.mjs'
import { greeting, listening, publicBody } from './route.mjs'

export async function start(settings) {
  const app = express()
  app.use(expressLatchkey(await createAuth(settings)))
  app.get('/', (_request, response) => response.type('json').send(publicBody))
  app.get('/protected', requireUser(), (request, response) =>
    response.type('json').send(greeting(request.latchkey.user.name)),
  )
  await listening(app, settings.port)
}
