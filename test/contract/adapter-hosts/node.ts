// The application of the adapter suite on node:http alone.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type NodeHandler,
  nodeLatchkey,
  requireBearer,
  requireClaim,
  requireFresh,
  requireRole,
  requireUser,
  sendResourceMetadata,
} from 'latchkey/node'
import { contractApi } from '../../../src/testing/contract/adapter/contract-api.ts'
import { contractAuth } from '../../../src/testing/contract/adapter/contract-auth.ts'
import { leaveForeignAuth } from '../../../src/testing/contract/adapter/foreign-auth.ts'
import {
  type AdapterHost,
  type HostEnvironment,
  personName,
} from '../../../src/testing/contract/adapter/stage.ts'
import { closeServer } from './close-server.ts'

export const nodeHost: AdapterHost = {
  name: 'node:http',
  hasApi: true,
  async start(environment) {
    const server = createServer(application(environment))
    server.listen(Number(environment.PORT), '127.0.0.1')
    await once(server, 'listening')
    return () => closeServer(server)
  },
}

function application(environment: HostEnvironment) {
  const auth = contractAuth(environment)
  const api = contractApi(environment)
  const routes: Readonly<Record<string, NodeHandler>> = {
    '/': (request, response) => response.end(`Hello ${request.latchkey.user?.name ?? 'nobody'}`),
    '/theme': (_request, response) => {
      response.appendHeader('Set-Cookie', 'theme=dark')
      response.end()
    },
    '/profile': requireUser(auth, (request, response) =>
      response.end(`Your profile, ${request.latchkey.user.name}`),
    ),
    '/api/me': requireUser(
      auth,
      (request, response) => response.end(JSON.stringify({ name: request.latchkey.user.name })),
      { api: true },
    ),
    '/fresh': requireFresh(auth, (_request, response) => response.end('Fresh'), { maxAge: 300 }),
    '/api/fresh': requireFresh(auth, (_request, response) => response.end('{}'), { maxAge: 300, api: true }),
    '/admin': requireRole(auth, (_request, response) => response.end('Everything'), { role: 'admin' }),
    '/api/admin': requireUser(auth, (_request, response) => response.end('{}'), {
      api: true,
      allow: () => false,
    }),
    '/api/named': requireUser(auth, (_request, response) => response.end('{}'), {
      api: true,
      allow: ({ name }) => name === personName,
    }),
    '/api/role': requireRole(auth, (_request, response) => response.end('{}'), {
      role: ['admin', 'staff'],
      api: true,
    }),
    '/api/claim': requireClaim(auth, (_request, response) => response.end('{}'), {
      name: 'groups',
      value: 'staff',
      api: true,
    }),
    '/api/notes': requireBearer(
      (_request, response, { subject }) => response.end(JSON.stringify({ subject })),
      { resource: api, scopes: 'notes:read' },
    ),
    '/stream': async (_request, response) => {
      response.write('first')
      await sleep(100)
      response.end('second')
    },
    '/elsewhere': (_request, response) => response.writeHead(302, { Location: '/' }).end(),
    // On bare node:http, the application itself must turn errors into responses.
    '/throws': (_request, response) => {
      response.statusCode = 500
      response.end('broken')
    },
  }
  const listener = nodeLatchkey(auth, (request, response) => {
    leaveForeignAuth(request, 'x-foreign' in request.headers)
    if (sendResourceMetadata(api, request, response)) return
    const [path = ''] = (request.url ?? '').slice(environment.PREFIX.length).split('?')
    const route = routes[path]
    if (route) return route(request, response)
    response.statusCode = 404
    return response.end('nothing here')
  })
  const withHeader: typeof listener = (request, response) => {
    response.setHeader('X-First', '1')
    return listener(request, response)
  }
  return withHeader
}
