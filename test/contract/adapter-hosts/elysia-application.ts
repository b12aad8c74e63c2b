// The application of the adapter suite on Elysia: on Node and on Bun.
import { type AnyElysia, type Elysia, redirect } from 'elysia'
import { accessToken, elysiaLatchkey, requireBearer } from 'latchkey/elysia'
import { contractApi } from '../../../src/testing/contract/adapter/contract-api.ts'
import { contractAuth } from '../../../src/testing/contract/adapter/contract-auth.ts'
import { leaveForeignAuth } from '../../../src/testing/contract/adapter/foreign-auth.ts'
import type { HostEnvironment } from '../../../src/testing/contract/adapter/stage.ts'
import { twoPartStream } from './two-part-stream.ts'

/** Not yet listening. `beginning` carries the host's adapter. */
export function elysiaApplication(environment: HostEnvironment, beginning: Elysia): AnyElysia {
  const api = contractApi(environment)
  const readers = requireBearer({ resource: api, scopes: 'notes:read' })
  return beginning
    .onRequest(({ set }) => {
      set.headers['x-first'] = '1'
    })
    .onError(({ code }) => (code === 'NOT_FOUND' ? undefined : new Response('broken', { status: 500 })))
    .use(elysiaLatchkey(contractAuth(environment)))
    .onTransform((context) => leaveForeignAuth(context, context.request.headers.has('x-foreign')))
    .get(api.metadataPath ?? '/none', () => api.metadata())
    .group(environment.PREFIX, (routes) =>
      routes
        .get('/', ({ latchkey }) => `Hello ${latchkey.user?.name ?? 'nobody'}`)
        .get('/theme', ({ cookie: { theme } }) => {
          theme?.set({ value: 'dark' })
          return ''
        })
        .get('/profile', ({ latchkey: { user } }) => `Your profile, ${user.name}`, { requireUser: true })
        .get('/api/me', ({ latchkey: { user } }) => ({ name: user.name }), { requireUser: { api: true } })
        .get('/fresh', () => 'Fresh', { requireFresh: { maxAge: 300 } })
        .get('/api/fresh', () => ({}), { requireFresh: { maxAge: 300, api: true } })
        .get('/admin', () => 'Everything', { requireRole: { role: 'admin' } })
        .get('/api/admin', () => ({}), { requireUser: { api: true, allow: () => false } })
        .get('/api/named', () => ({}), {
          requireUser: { api: true, allow: ({ name }) => name === 'Alex Lindqvist' },
        })
        .get('/api/role', () => ({}), { requireRole: { role: ['admin', 'staff'], api: true } })
        .get('/api/claim', () => ({}), {
          requireClaim: { name: 'groups', value: 'staff', api: true },
        })
        .get('/api/notes', ({ request }) => ({ subject: accessToken(request).subject }), {
          beforeHandle: readers,
        })
        .get('/stream', () => new Response(twoPartStream()))
        .get('/elsewhere', () => redirect('/', 302))
        .get('/throws', () => {
          throw new Error('broken on purpose')
        }),
    )
}
