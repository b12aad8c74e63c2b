// Auth.js for Express with its encrypted JWT session, as in its documentation.
import { ExpressAuth, getSession } from '@auth/express'
import express from 'express'
import { greeting, listening, publicBody } from '../servers/route.mjs'

export async function start({ port, providerPort, secret }) {
  const config = {
    trustHost: true,
    useSecureCookies: false,
    secret,
    basePath: '/auth',
    providers: [
      {
        id: 'bench',
        name: 'Bench',
        type: 'oidc',
        issuer: `http://127.0.0.1:${providerPort}`,
        clientId: 'bench',
        clientSecret: 'bench-secret',
        checks: ['pkce', 'state', 'nonce'],
      },
    ],
  }
  const app = express()
  app.use('/auth', ExpressAuth(config))
  app.get('/', (_request, response) => response.type('json').send(publicBody))
  app.get('/protected', async (request, response) => {
    const session = await getSession(request, config)
    if (!session?.user) return response.redirect('/auth/signin')
    response.type('json').send(greeting(session.user.name))
  })
  await listening(app, port)
}
