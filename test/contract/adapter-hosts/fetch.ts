// The application of the adapter suite as a plain function from Request to Response, here served by Node.
import { serve } from '@hono/node-server'
import { type FetchHandler, fetchLatchkey, requireFresh, requireUser } from 'latchkey/fetch'
import type { AdapterHost, HostEnvironment } from '../adapter-stage.ts'
import { configuredAuth } from './configured-auth.ts'
import { twoPartStream } from './two-part-stream.ts'

export const fetchHost: AdapterHost = {
  name: 'fetch',
  async start(environment) {
    const fetch = application(environment)
    const server = serve({
      fetch: (request) => fetch(request),
      port: Number(environment.PORT),
      hostname: '127.0.0.1',
    })
    await new Promise((resolve) => server.once('listening', resolve))
    return () => new Promise((resolve) => server.close(() => resolve()))
  },
}

function application(environment: HostEnvironment) {
  const auth = configuredAuth(environment)
  const routes: Readonly<Record<string, FetchHandler<[]>>> = {
    '/': (_request, { user }) =>
      new Response(`Hello ${user?.name ?? 'nobody'}`, { headers: { 'Set-Cookie': 'theme=dark' } }),
    '/profile': requireUser(auth, (_request, { user }) => new Response(`Your profile, ${user.name}`)),
    '/api/me': requireUser(auth, (_request, { user }) => Response.json({ name: user.name }), { api: true }),
    '/fresh': requireFresh(auth, () => new Response('Fresh'), { maxAge: 300 }),
    '/api/fresh': requireFresh(auth, () => Response.json({}), { maxAge: 300, api: true }),
    '/stream': () => new Response(twoPartStream()),
    '/elsewhere': (request) => Response.redirect(new URL('/', request.url), 302),
    // What an application without a framework has to do for itself.
    '/throws': () => new Response('broken', { status: 500 }),
  }
  return fetchLatchkey(auth, (request, current) => {
    const route = routes[new URL(request.url).pathname.slice(environment.PREFIX.length)]
    return route ? route(request, current) : new Response('nothing here', { status: 404 })
  })
}
