// The application of the adapter suite as a plain function from Request to Response: on Node, Bun and workerd alike.
import { type Fetch, type FetchHandler, fetchLatchkey, requireFresh, requireUser } from 'latchkey/fetch'
import type { HostEnvironment } from '../adapter-stage.ts'
import { configuredAuth } from './configured-auth.ts'
import { twoPartStream } from './two-part-stream.ts'

export function fetchApplication(environment: HostEnvironment): Fetch<[]> {
  const auth = configuredAuth(environment)
  const routes: Readonly<Record<string, FetchHandler<[]>>> = {
    '/': (_request, { user }) => new Response(`Hello ${user?.name ?? 'nobody'}`),
    '/theme': () => new Response(null, { headers: { 'Set-Cookie': 'theme=dark' } }),
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
