// express-openid-connect with its cookie session and the code flow.
import express from 'express'
import eoidc from 'express-openid-connect'
import { greeting, listening, publicBody } from '../servers/route.mjs'

export async function start({ port, providerPort, secret }) {
  const app = express()
  app.use(
    eoidc.auth({
      issuerBaseURL: `http://127.0.0.1:${providerPort}`,
      baseURL: `http://localhost:${port}`,
      clientID: 'bench',
      clientSecret: 'bench-secret',
      secret,
      authRequired: false,
      authorizationParams: { response_type: 'code', response_mode: 'query', scope: 'openid profile email' },
    }),
  )
  app.get('/', (_request, response) => response.type('json').send(publicBody))
  app.get('/protected', eoidc.requiresAuth(), (request, response) =>
    response.type('json').send(greeting(request.oidc.user.name)),
  )
  await listening(app, port)
}
