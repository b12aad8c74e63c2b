// The application of the adapter suite as a plain function from Request to Response: on Node, Bun and workerd alike.
import {
  type Fetch,
  type FetchHandler,
  fetchLatchkey,
  requireBearer,
  requireClaim,
  requireFresh,
  requireRole,
  requireUser,
} from 'latchkey/fetch'
import { contractApi } from '../../../src/testing/contract/adapter/contract-api.ts'
import { contractAuth } from '../../../src/testing/contract/adapter/contract-auth.ts'
import { foreignAuth } from '../../../src/testing/contract/adapter/foreign-auth.ts'
import type { HostEnvironment } from '../../../src/testing/contract/adapter/stage.ts'
import { twoPartStream } from './two-part-stream.ts'

export function fetchApplication(environment: HostEnvironment): Fetch<[]> {
  const auth = contractAuth(environment)
  const api = contractApi(environment)
  const notes = requireBearer((_request, { subject }) => Response.json({ subject }), {
    resource: api,
    scopes: 'notes:read',
  })
  const routes: Readonly<Record<string, FetchHandler<[]>>> = {
    '/': (_request, { user }) => new Response(`Hello ${user?.name ?? 'nobody'}`),
    '/theme': () => new Response(null, { headers: { 'Set-Cookie': 'theme=dark' } }),
    '/profile': requireUser(auth, (_request, { user }) => new Response(`Your profile, ${user.name}`)),
    '/api/me': requireUser(auth, (_request, { user }) => Response.json({ name: user.name }), { api: true }),
    '/fresh': requireFresh(auth, () => new Response('Fresh'), { maxAge: 300 }),
    '/api/fresh': requireFresh(auth, () => Response.json({}), { maxAge: 300, api: true }),
    '/admin': requireRole(auth, () => new Response('Everything'), { role: 'admin' }),
    '/api/admin': requireUser(auth, () => Response.json({}), { api: true, allow: () => false }),
    '/api/named': requireUser(auth, () => Response.json({}), {
      api: true,
      allow: ({ name }) => name === 'Alex Lindqvist',
    }),
    '/api/role': requireRole(auth, () => Response.json({}), { role: ['admin', 'staff'], api: true }),
    '/api/claim': requireClaim(auth, () => Response.json({}), { name: 'groups', value: 'staff', api: true }),
    '/api/notes': (request) => notes(request),
    '/stream': () => new Response(twoPartStream()),
    '/elsewhere': (request) => Response.redirect(new URL('/', request.url), 302),
    // Without a framework, the application itself must turn errors into responses.
    '/throws': () => new Response('broken', { status: 500 }),
  }
  const fetch = fetchLatchkey(auth, (request, read) => {
    const current = request.headers.has('x-foreign') ? (foreignAuth as never) : read
    const route = routes[new URL(request.url).pathname.slice(environment.PREFIX.length)]
    return route ? route(request, current) : new Response('nothing here', { status: 404 })
  })
  return async (request) => {
    const answer = api.handle(request) ?? (await fetch(request))
    const headers = new Headers(answer.headers)
    headers.set('X-First', '1')
    return new Response(answer.body, { status: answer.status, headers })
  }
}
