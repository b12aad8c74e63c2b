// The application of the adapter suite on Koa 2 and 3, with a body parser before everything. `npm run test:frameworks` installs Koa 2.
import { once } from 'node:events'
import path from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import Koa from 'koa'
import {
  accessToken,
  koaLatchkey,
  requireBearer,
  requireClaim,
  requireFresh,
  requireRole,
  requireUser,
  resourceMetadata,
  signedIn,
} from 'latchkey/koa'
import { contractApi } from '../../../src/testing/contract/adapter/contract-api.ts'
import { contractAuth } from '../../../src/testing/contract/adapter/contract-auth.ts'
import { leaveForeignAuth } from '../../../src/testing/contract/adapter/foreign-auth.ts'
import {
  type AdapterHost,
  type HostEnvironment,
  personName,
} from '../../../src/testing/contract/adapter/stage.ts'
import { closeServer } from './close-server.ts'

export const koa3Host: AdapterHost = koa('Koa 3', async () => Koa)
export const koa2Host: AdapterHost = koa('Koa 2', async () => {
  const { default: Koa2 }: { readonly default: typeof Koa } = await import(
    path.resolve(import.meta.dirname, '../../frameworks/koa2/node_modules/koa/lib/application.js')
  )
  return Koa2
})

function koa(name: string, load: () => Promise<typeof Koa>): AdapterHost {
  return { name, hasApi: true, start: async (environment) => startOn(new (await load())(), environment) }
}

async function startOn(app: Koa, environment: HostEnvironment): Promise<() => Promise<void>> {
  app.silent = true
  app.use(bodyParser())
  app.use((context, next) => {
    context.set('X-First', '1')
    return next()
  })
  app.use(koaLatchkey(contractAuth(environment)))
  app.use((context, next) => {
    leaveForeignAuth(context.state, 'x-foreign' in context.headers)
    return next()
  })
  app.use(resourceMetadata(contractApi(environment)))
  app.use(routesOf(environment).routes())
  const server = app.listen(Number(environment.PORT), '127.0.0.1')
  await once(server, 'listening')
  return () => closeServer(server)
}

function routesOf(environment: HostEnvironment): Router {
  const router = new Router({ prefix: environment.PREFIX })
  const readers = requireBearer({ resource: contractApi(environment), scopes: 'notes:read' })
  router.get('/api/notes', readers, (context) => {
    context.body = { subject: accessToken(context).subject }
  })
  router.get('/', (context) => {
    context.body = `Hello ${context.state.latchkey.user?.name ?? 'nobody'}`
  })
  router.get('/theme', (context) => {
    context.cookies.set('theme', 'dark')
    context.body = ''
  })
  router.get('/profile', requireUser(), (context) => {
    context.body = `Your profile, ${signedIn(context).user.name}`
  })
  router.get('/api/me', requireUser({ api: true }), (context) => {
    context.body = { name: context.state.latchkey.user?.name }
  })
  router.get('/fresh', requireFresh({ maxAge: 300 }), (context) => {
    context.body = 'Fresh'
  })
  router.get('/api/fresh', requireFresh({ maxAge: 300, api: true }), emptyJson)
  router.get('/admin', requireRole('admin'), (context) => {
    context.body = 'Everything'
  })
  router.get('/api/admin', requireUser({ api: true, allow: () => false }), emptyJson)
  router.get('/api/named', requireUser({ api: true, allow: ({ name }) => name === personName }), emptyJson)
  router.get('/api/role', requireRole(['admin', 'staff'], { api: true }), emptyJson)
  router.get('/api/claim', requireClaim('groups', 'staff', { api: true }), emptyJson)
  router.get('/stream', (context) => {
    context.body = Readable.from(twoParts())
  })
  router.get('/elsewhere', (context) => context.redirect('/'))
  router.get('/throws', () => {
    throw new Error('broken on purpose')
  })
  return router
}

function emptyJson(context: Koa.Context): void {
  context.body = {}
}

async function* twoParts() {
  yield 'first'
  await sleep(100)
  yield 'second'
}
