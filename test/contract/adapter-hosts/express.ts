// The application of the adapter suite on Express 4 and 5. The host's body parser runs first.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import express from 'express'
import express4 from 'express4'
import {
  accessToken,
  expressLatchkey,
  requireBearer,
  requireClaim,
  requireFresh,
  requireRole,
  requireUser,
  resourceMetadata,
  signedIn,
} from 'latchkey/express'
import { contractApi } from '../../../src/testing/contract/adapter/contract-api.ts'
import { contractAuth } from '../../../src/testing/contract/adapter/contract-auth.ts'
import { leaveForeignAuth } from '../../../src/testing/contract/adapter/foreign-auth.ts'
import {
  type AdapterHost,
  type HostEnvironment,
  personName,
} from '../../../src/testing/contract/adapter/stage.ts'
import { closeServer } from './close-server.ts'

type Routes = Pick<express.Router, 'get' | 'use'>

export const express5Host: AdapterHost = {
  name: 'Express 5',
  hasApi: true,
  start(environment) {
    const app = express()
    app.use(express.urlencoded())
    const routes = express.Router()
    addRoutes(routes, environment)
    app.use(environment.PREFIX || '/', routes)
    return listen(app, environment)
  },
}

export const express4Host: AdapterHost = {
  name: 'Express 4',
  hasApi: true,
  start(environment) {
    const app = express4()
    app.use(express4.urlencoded({ extended: true }))
    const routes = express4.Router()
    addRoutes(routes as unknown as Routes, environment)
    app.use(environment.PREFIX || '/', routes)
    return listen(app, environment)
  },
}

function addRoutes(routes: Routes, environment: HostEnvironment): void {
  routes.use((_req, res, next) => {
    res.setHeader('X-First', '1')
    next()
  })
  routes.use(expressLatchkey(contractAuth(environment)))
  routes.use((req, _res, next) => {
    leaveForeignAuth(req, 'x-foreign' in req.headers)
    next()
  })
  routes.get('/', (req, res) => {
    res.send(`Hello ${req.latchkey.user?.name ?? 'nobody'}`)
  })
  routes.get('/theme', (_req, res) => {
    res.cookie('theme', 'dark').send()
  })
  routes.get('/profile', requireUser(), (req, res) => {
    res.send(`Your profile, ${signedIn(req).user.name}`)
  })
  routes.get('/api/me', requireUser({ api: true }), (req, res) => {
    res.json({ name: req.latchkey.user?.name })
  })
  routes.get('/fresh', requireFresh({ maxAge: 300 }), (_req, res) => {
    res.send('Fresh')
  })
  routes.get('/api/fresh', requireFresh({ maxAge: 300, api: true }), (_req, res) => {
    res.json({})
  })
  routes.get('/admin', requireRole('admin'), (_req, res) => {
    res.send('Everything')
  })
  routes.get('/api/admin', requireUser({ api: true, allow: () => false }), (_req, res) => {
    res.json({})
  })
  routes.get(
    '/api/named',
    requireUser({ api: true, allow: ({ name }) => name === personName }),
    (_req, res) => {
      res.json({})
    },
  )
  routes.get('/api/role', requireRole(['admin', 'staff'], { api: true }), (_req, res) => {
    res.json({})
  })
  routes.get('/api/claim', requireClaim('groups', 'staff', { api: true }), (_req, res) => {
    res.json({})
  })
  const resource = contractApi(environment)
  routes.use(resourceMetadata(resource))
  routes.get('/api/notes', requireBearer({ resource, scopes: 'notes:read' }), (req, res) => {
    res.json({ subject: accessToken(req).subject })
  })
  routes.get('/stream', async (_req, res) => {
    res.write('first')
    await sleep(100)
    res.end('second')
  })
  routes.get('/elsewhere', (_req, res) => {
    res.redirect('/')
  })
  routes.get('/throws', () => {
    throw new Error('broken on purpose')
  })
}

async function listen(app: Parameters<typeof createServer>[1], { PORT }: HostEnvironment) {
  const server = createServer(app as never)
  server.listen(Number(PORT), '127.0.0.1')
  await once(server, 'listening')
  return () => closeServer(server)
}
