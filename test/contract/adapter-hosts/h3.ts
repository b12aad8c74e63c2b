// The application of the adapter suite on h3 2.
import { type EventHandler, H3, redirect, serve } from 'h3'
import { h3Latchkey, requireBearer, requireClaim, requireFresh, requireRole, requireUser } from 'latchkey/h3'
import { contractApi } from '../../../src/testing/contract/adapter/contract-api.ts'
import { contractAuth } from '../../../src/testing/contract/adapter/contract-auth.ts'
import { leaveForeignAuth } from '../../../src/testing/contract/adapter/foreign-auth.ts'
import { type AdapterHost, personName } from '../../../src/testing/contract/adapter/stage.ts'
import { twoPartStream } from './two-part-stream.ts'

export const h3Host: AdapterHost = {
  name: 'h3 2',
  hasApi: true,
  async start(environment) {
    const app = new H3({ silent: true })
    app.use((event) => {
      event.res.headers.set('X-First', '1')
      event.res.errHeaders.set('X-First', '1')
    })
    app.use(h3Latchkey(contractAuth(environment)))
    app.use((event) => leaveForeignAuth(event.context, event.req.headers.has('x-foreign')))
    for (const [path, handler] of Object.entries(routes)) app.get(`${environment.PREFIX}${path}`, handler)
    const api = contractApi(environment)
    const readers = requireBearer({ resource: api, scopes: 'notes:read' })
    app.get(`${environment.PREFIX}/api/notes`, async (event) => ({ subject: (await readers(event)).subject }))
    if (api.metadataPath) app.get(api.metadataPath, () => api.metadata())
    const server = serve(app, { port: Number(environment.PORT), hostname: '127.0.0.1', silent: true })
    await server.ready()
    return () => server.close(true)
  },
}

const routes: Readonly<Record<string, EventHandler>> = {
  '/': ({ context }) => `Hello ${context.latchkey.user?.name ?? 'nobody'}`,
  '/theme': (event) => {
    event.res.headers.append('Set-Cookie', 'theme=dark')
    return ''
  },
  '/profile': async (event) => `Your profile, ${(await requireUser(event)).user.name}`,
  '/api/me': async (event) => {
    const { user } = await requireUser(event, { api: true })
    return { name: user.name }
  },
  '/fresh': async (event) => {
    await requireFresh(event, { maxAge: 300 })
    return 'Fresh'
  },
  '/api/fresh': async (event) => {
    await requireFresh(event, { maxAge: 300, api: true })
    return {}
  },
  '/admin': async (event) => {
    await requireRole(event, 'admin')
    return 'Everything'
  },
  '/api/admin': async (event) => {
    await requireUser(event, { api: true, allow: () => false })
    return {}
  },
  '/api/named': async (event) => {
    await requireUser(event, { api: true, allow: ({ name }) => name === personName })
    return {}
  },
  '/api/role': async (event) => {
    await requireRole(event, ['admin', 'staff'], { api: true })
    return {}
  },
  '/api/claim': async (event) => {
    await requireClaim(event, { name: 'groups', value: 'staff', api: true })
    return {}
  },
  '/stream': () => new Response(twoPartStream()),
  '/elsewhere': () => redirect('/', 302),
  '/throws': () => {
    throw new Error('broken on purpose')
  },
}
