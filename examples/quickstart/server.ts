// The reference application: configured entirely by environment variables (see docs/environment.md), not by code.
import type { ServerResponse } from 'node:http'
import { Server } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { latchkey } from 'latchkey'
import { optionsFromEnvironment } from 'latchkey/environment'
import { honoLatchkey, type LatchkeyVariables, requireUser } from 'latchkey/hono'
import { loadEnvironment } from './environment.ts'
import { areaPage, homePage, notFoundPage, profilePage } from './pages.ts'
import { icon } from './style.ts'

const environment = loadEnvironment()
const options = await optionsFromEnvironment(environment)
const auth = latchkey({ ...options, siteName: options.siteName ?? 'Latchkey quickstart' })

const app = new Hono<LatchkeyVariables>()
app.use(honoLatchkey(auth))
app.get('/favicon.ico', (c) => c.body(icon, 200, { 'Content-Type': 'image/svg+xml' }))
// Depends on the visitor, even without a session, so that no shared cache may keep it.
app.get('/', (c) => c.html(homePage(c.var.latchkey.user), 200, { 'Cache-Control': 'no-store' }))
app.get('/profile', requireUser(), (c) => c.html(profilePage(c.var.latchkey.user, c.var.latchkey.session)))
app.get('/area/*', requireUser(), (c) => c.html(areaPage(c.req.path)))
// Front ends on other origins may read the API, with cookies; the same list as for the routes of sign-in.
const frontEnds = (environment.ORIGINS ?? '').split(/[\s,]+/).filter(Boolean)
if (frontEnds.length > 0) app.use('/api/*', cors({ origin: frontEnds, credentials: true }))
app.get('/api/me', requireUser({ api: true }), (c) => {
  const { user, session } = c.var.latchkey
  const { id, email, emailVerified, name, picture } = user
  return c.json({
    id,
    sub: session.identity.subject,
    provider: session.identity.provider,
    email,
    emailVerified,
    name,
    picture,
  })
})
app.notFound((c) => c.html(notFoundPage(), 404))

await auth.ready()
const port = Number(environment.PORT || 3000)
const server = serve({ fetch: app.fetch, port, overrideGlobalObjects: false })
server.on('listening', () => console.log(`Open http://localhost:${port} and sign in.`))

/** Lets requests in progress finish, but does not wait forever for a client that never completes its request. */
function shutDown(): void {
  // Keeps connections open, since a proxy may just be using one. The next response on each is sent with `Connection: close`.
  Server.prototype.close.call(server, async () => {
    await auth.close()
    // The process would not exit while a store is unreachable: its connections stay open until the system gives them up.
    process.exit()
  })
  server.prependListener('request', (_: unknown, response: ServerResponse) =>
    response.setHeader('Connection', 'close'),
  )
  if (!('closeIdleConnections' in server)) return
  setInterval(() => server.closeIdleConnections(), 200).unref()
  setTimeout(() => server.closeAllConnections(), 10_000).unref()
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, shutDown)
