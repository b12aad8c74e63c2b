// The application of the adapter suite on h3 1, the basis of Nitro 2 and Nuxt 4.
import { once } from 'node:events'
import { createServer } from 'node:http'
import {
  createApp,
  createRouter,
  defineEventHandler,
  type EventHandler,
  sendRedirect,
  setCookie,
  setResponseHeader,
  toNodeListener,
} from 'h3v1'
import { h3Latchkey, requireBearer, requireClaim, requireFresh, requireRole, requireUser } from 'latchkey/h3'
import { contractApi } from '../../../src/testing/contract/adapter/contract-api.ts'
import { contractAuth } from '../../../src/testing/contract/adapter/contract-auth.ts'
import { leaveForeignAuth } from '../../../src/testing/contract/adapter/foreign-auth.ts'
import { type AdapterHost, personName } from '../../../src/testing/contract/adapter/stage.ts'
import { closeServer } from './close-server.ts'
import { twoPartStream } from './two-part-stream.ts'

export const h3v1Host: AdapterHost = {
  name: 'h3 1',
  hasApi: true,
  async start(environment) {
    const app = createApp()
    app.use(defineEventHandler((event) => setResponseHeader(event, 'X-First', '1')))
    app.use(h3Latchkey(contractAuth(environment)))
    app.use(defineEventHandler((event) => leaveForeignAuth(event.context, event.headers.has('x-foreign'))))
    const router = createRouter()
    for (const [path, handler] of Object.entries(routes)) router.use(`${environment.PREFIX}${path}`, handler)
    const api = contractApi(environment)
    const readers = requireBearer({ resource: api, scopes: 'notes:read' })
    const notes = defineEventHandler(async (event) => ({ subject: (await readers(event)).subject }))
    router.use(`${environment.PREFIX}/api/notes`, notes)
    if (api.metadataPath)
      router.use(
        api.metadataPath,
        defineEventHandler(() => api.metadata()),
      )
    app.use(router)
    const server = createServer(toNodeListener(app))
    server.listen(Number(environment.PORT), '127.0.0.1')
    await once(server, 'listening')
    return () => closeServer(server)
  },
}

const routes: Readonly<Record<string, EventHandler>> = {
  '/': defineEventHandler(({ context }) => `Hello ${context.latchkey.user?.name ?? 'nobody'}`),
  '/theme': defineEventHandler((event) => {
    setCookie(event, 'theme', 'dark')
    return ''
  }),
  '/profile': defineEventHandler(async (event) => `Your profile, ${(await requireUser(event)).user.name}`),
  '/api/me': defineEventHandler(async (event) => {
    const { user } = await requireUser(event, { api: true })
    return { name: user.name }
  }),
  '/fresh': defineEventHandler(async (event) => {
    await requireFresh(event, { maxAge: 300 })
    return 'Fresh'
  }),
  '/api/fresh': defineEventHandler(async (event) => {
    await requireFresh(event, { maxAge: 300, api: true })
    return {}
  }),
  '/admin': defineEventHandler(async (event) => {
    await requireRole(event, 'admin')
    return 'Everything'
  }),
  '/api/admin': defineEventHandler(async (event) => {
    await requireUser(event, { api: true, allow: () => false })
    return {}
  }),
  '/api/named': defineEventHandler(async (event) => {
    await requireUser(event, { api: true, allow: ({ name }) => name === personName })
    return {}
  }),
  '/api/role': defineEventHandler(async (event) => {
    await requireRole(event, ['admin', 'staff'], { api: true })
    return {}
  }),
  '/api/claim': defineEventHandler(async (event) => {
    await requireClaim(event, { name: 'groups', value: 'staff', api: true })
    return {}
  }),
  '/stream': defineEventHandler(() => twoPartStream()),
  '/elsewhere': defineEventHandler((event) => sendRedirect(event, '/', 302)),
  '/throws': defineEventHandler(() => {
    throw new Error('broken on purpose')
  }),
}
