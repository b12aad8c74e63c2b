// Better Auth on Express with its generic OAuth plugin and SQLite through node:sqlite (no native module); with
// `store: 'cookie-cache'` also with its session cookie cache.

import { DatabaseSync } from 'node:sqlite'
import { betterAuth } from 'better-auth'
import { fromNodeHeaders, toNodeHandler } from 'better-auth/node'
import { genericOAuth } from 'better-auth/plugins'
import express from 'express'
import { greeting, listening, publicBody } from '../servers/route.mjs'

export async function start({ port, providerPort, store, database, secret, migrate }) {
  const file = new DatabaseSync(database)
  file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  const options = {
    baseURL: `http://localhost:${port}`,
    secret,
    database: file,
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    session: { cookieCache: { enabled: store === 'cookie-cache', maxAge: 300 } },
    plugins: [
      genericOAuth({
        config: [
          {
            providerId: 'bench',
            discoveryUrl: `http://127.0.0.1:${providerPort}/.well-known/openid-configuration`,
            clientId: 'bench',
            clientSecret: 'bench-secret',
            scopes: ['openid', 'email', 'profile'],
            pkce: true,
          },
        ],
      }),
    ],
  }
  if (migrate)
    await (await import('better-auth/db/migration')).getMigrations(options).then((all) => all.runMigrations())
  const auth = betterAuth(options)

  const app = express()
  app.all('/api/auth/*splat', toNodeHandler(auth))
  app.get('/', (_request, response) => response.type('json').send(publicBody))
  app.get('/protected', async (request, response) => {
    const session = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) })
    if (!session) return response.redirect('/api/auth/sign-in')
    response.type('json').send(greeting(session.user.name))
  })
  await listening(app, port)
}
