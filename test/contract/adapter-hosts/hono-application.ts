// The application of the adapter suite on Hono. A middleware of the application reads every form before Latchkey does.
import { Hono } from 'hono'
import {
  accessToken,
  honoLatchkey,
  type LatchkeyVariables,
  requireBearer,
  requireClaim,
  requireFresh,
  requireRole,
  requireUser,
  resourceMetadata,
} from 'latchkey/hono'
import { contractApi } from '../../../src/testing/contract/adapter/contract-api.ts'
import { contractAuth } from '../../../src/testing/contract/adapter/contract-auth.ts'
import { foreignAuth } from '../../../src/testing/contract/adapter/foreign-auth.ts'
import type { HostEnvironment } from '../../../src/testing/contract/adapter/stage.ts'
import { twoPartStream } from './two-part-stream.ts'

export function honoApplication(environment: HostEnvironment): Hono {
  const app = new Hono()
  app.use(async ({ req }, next) => {
    if (req.method === 'POST') await req.parseBody()
    await next()
  })
  app.route(environment.PREFIX || '/', routesOf(environment))
  app.onError((_error, context) => context.text('broken', 500))
  return app
}

function routesOf(environment: HostEnvironment): Hono<LatchkeyVariables> {
  const routes = new Hono<LatchkeyVariables>()
  routes.use(async (context, next) => {
    await next()
    context.header('X-First', '1')
  })
  routes.use(honoLatchkey(contractAuth(environment)))
  routes.use(async (context, next) => {
    context.set('auth' as never, foreignAuth as never)
    context.set('user' as never, foreignAuth.user as never)
    if (context.req.header('x-foreign')) context.set('latchkey', foreignAuth as never)
    await next()
  })
  routes.get('/', (context) => context.text(`Hello ${context.var.latchkey.user?.name ?? 'nobody'}`))
  routes.get('/theme', (context) => {
    context.header('Set-Cookie', 'theme=dark', { append: true })
    return context.body(null)
  })
  routes.get('/profile', requireUser(), (context) =>
    context.text(`Your profile, ${context.var.latchkey.user.name}`),
  )
  routes.get('/api/me', requireUser({ api: true }), (context) =>
    context.json({ name: context.var.latchkey.user.name }),
  )
  routes.get('/fresh', requireFresh({ maxAge: 300 }), (context) => context.text('Fresh'))
  routes.get('/api/fresh', requireFresh({ maxAge: 300, api: true }), (context) => context.json({}))
  routes.get('/admin', requireRole('admin'), (context) => context.text('Everything'))
  routes.get('/api/admin', requireUser({ api: true, allow: () => false }), (context) => context.json({}))
  routes.get(
    '/api/named',
    requireUser({ api: true, allow: ({ name }) => name === 'Alex Lindqvist' }),
    (context) => context.json({}),
  )
  routes.get('/api/role', requireRole(['admin', 'staff'], { api: true }), (context) => context.json({}))
  routes.get('/api/claim', requireClaim('groups', 'staff', { api: true }), (context) => context.json({}))
  const resource = contractApi(environment)
  routes.use(resourceMetadata(resource))
  routes.get('/api/notes', requireBearer({ resource, scopes: 'notes:read' }), (context) =>
    context.json({ subject: accessToken(context).subject }),
  )
  routes.get('/stream', () => new Response(twoPartStream()))
  routes.get('/elsewhere', (context) => Response.redirect(new URL('/', context.req.url), 302))
  routes.get('/throws', () => {
    throw new Error('broken on purpose')
  })
  return routes
}
