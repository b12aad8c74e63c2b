// Hosts whose application is a Node program: the program of a new project, and the lines for an existing one.
import type { Host } from '../host.ts'
import { versionsOf } from '../package-versions.ts'
import { serverHost } from '../server-host.ts'

const ready = `const port = Number(process.env.PORT ?? 3000)
await auth.ready()
`
// biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a program.
const opened = 'console.log(`Open http://localhost:${port} and sign in.`)'

export const serverHosts: readonly Host[] = [
  serverHost({
    id: 'express',
    name: 'Express',
    knownBy: ['express'],
    dependencies: versionsOf('express'),
    devDependencies: versionsOf('@types/express'),
    server: `import express from 'express'
import { expressLatchkey, requireUser, signedIn } from 'latchkey/express'
import { auth } from './auth.ts'
import { homePage, profilePage } from './pages.ts'

const app = express()
app.use(expressLatchkey(auth)) // serves /auth/*, and sets req.latchkey
app.get('/', (req, res) => {
  res.send(homePage(req.latchkey.user))
})
app.get('/profile', requireUser(), (req, res) => {
  res.send(profilePage(signedIn(req).user))
})

${ready}app.listen(port, (error) => {
  if (error) throw error
  ${opened}
})
`,
    edit: {
      imports: ["import { expressLatchkey } from 'latchkey/express'"],
      anchor: /^[ \t]*(?:export )?(?:const|let|var) (?<app>\w+)(?::[^=]+)? = express\(\);?[ \t]*$/m,
      line: '{app}.use(expressLatchkey(auth)) // serves /auth/*, and sets req.latchkey',
      mark: /expressLatchkey\(/,
    },
    example: "app.get('/profile', requireUser(), …) with requireUser from 'latchkey/express'",
  }),
  serverHost({
    id: 'fastify',
    name: 'Fastify',
    knownBy: ['fastify'],
    dependencies: versionsOf('fastify'),
    devDependencies: {},
    server: `import { fastify } from 'fastify'
import { fastifyLatchkey, requireUser, signedIn } from 'latchkey/fastify'
import { auth } from './auth.ts'
import { homePage, profilePage } from './pages.ts'

const app = fastify()
await app.register(fastifyLatchkey(auth)) // serves /auth/*, and sets request.latchkey
app.get('/', (request, reply) => reply.type('text/html').send(homePage(request.latchkey.user)))
app.get('/profile', { onRequest: requireUser() }, (request, reply) =>
  reply.type('text/html').send(profilePage(signedIn(request).user)),
)

${ready}await app.listen({ port })
${opened}
`,
    edit: {
      imports: ["import { fastifyLatchkey } from 'latchkey/fastify'"],
      anchor: /^[ \t]*(?:export )?(?:const|let|var) (?<app>\w+)(?::[^=]+)? = [fF]astify\([^\n]*\);?[ \t]*$/m,
      line: 'await {app}.register(fastifyLatchkey(auth)) // serves /auth/*, and sets request.latchkey',
      mark: /fastifyLatchkey\(/,
    },
    example: "app.get('/profile', { onRequest: requireUser() }, …) with requireUser from 'latchkey/fastify'",
  }),
  serverHost({
    id: 'koa',
    name: 'Koa',
    knownBy: ['koa'],
    dependencies: versionsOf('koa', '@koa/router'),
    devDependencies: versionsOf('@types/koa'),
    server: `import Router from '@koa/router'
import Koa from 'koa'
import { koaLatchkey, requireUser, signedIn } from 'latchkey/koa'
import { auth } from './auth.ts'
import { homePage, profilePage } from './pages.ts'

const app = new Koa()
const router = new Router()
app.use(koaLatchkey(auth)) // serves /auth/*, and sets ctx.state.latchkey
router.get('/', (ctx) => {
  ctx.type = 'html'
  ctx.body = homePage(ctx.state.latchkey.user)
})
router.get('/profile', requireUser(), (ctx) => {
  ctx.type = 'html'
  ctx.body = profilePage(signedIn(ctx).user)
})
app.use(router.routes())

${ready}app.listen(port, () => ${opened})
`,
    edit: {
      imports: ["import { koaLatchkey } from 'latchkey/koa'"],
      anchor: /^[ \t]*(?:export )?(?:const|let|var) (?<app>\w+)(?::[^=]+)? = new Koa\([^\n]*\);?[ \t]*$/m,
      line: '{app}.use(koaLatchkey(auth)) // serves /auth/*, and sets ctx.state.latchkey',
      mark: /koaLatchkey\(/,
    },
    example: "router.get('/profile', requireUser(), …) with requireUser from 'latchkey/koa'",
  }),
  serverHost({
    id: 'h3',
    name: 'h3',
    knownBy: ['h3'],
    dependencies: versionsOf('h3'),
    devDependencies: {},
    server: `import { H3, serve } from 'h3'
import { h3Latchkey, requireUser } from 'latchkey/h3'
import { auth } from './auth.ts'
import { homePage, profilePage } from './pages.ts'

const html = { headers: { 'Content-Type': 'text/html; charset=utf-8' } }
const app = new H3()
app.use(h3Latchkey(auth)) // serves /auth/*, and sets event.context.latchkey
app.get('/', (event) => new Response(homePage(event.context.latchkey.user), html))
app.get('/profile', async (event) => {
  const { user } = await requireUser(event)
  return new Response(profilePage(user), html)
})

${ready}serve(app, { port })
`,
    edit: {
      imports: ["import { h3Latchkey } from 'latchkey/h3'"],
      anchor:
        /^[ \t]*(?:export )?(?:const|let|var) (?<app>\w+)(?::[^=]+)? = (?:new H3|createApp)\([^\n]*\);?[ \t]*$/m,
      line: '{app}.use(h3Latchkey(auth)) // serves /auth/*, and sets event.context.latchkey',
      mark: /h3Latchkey\(/,
    },
    example: "const { user } = await requireUser(event) with requireUser from 'latchkey/h3'",
  }),
  serverHost({
    id: 'elysia',
    name: 'Elysia',
    knownBy: ['elysia'],
    dependencies: versionsOf('elysia', '@elysiajs/node'),
    devDependencies: {},
    server: `import { node } from '@elysiajs/node'
import { Elysia } from 'elysia'
import { elysiaLatchkey } from 'latchkey/elysia'
import { auth } from './auth.ts'
import { homePage, profilePage } from './pages.ts'

const html = { headers: { 'Content-Type': 'text/html; charset=utf-8' } }
${ready}new Elysia({ adapter: node() })
  .use(elysiaLatchkey(auth)) // serves /auth/*, and puts latchkey into every context
  .get('/', ({ latchkey }) => new Response(homePage(latchkey.user), html))
  .get('/profile', ({ latchkey }) => new Response(profilePage(latchkey.user), html), { requireUser: true })
  .listen(port)
${opened}
`,
    edit: {
      imports: ["import { elysiaLatchkey } from 'latchkey/elysia'"],
      anchor: /^[ \t]*(?:export )?(?:const|let|var) (?<app>\w+) = new Elysia\([^\n]*\);?[ \t]*$/m,
      line: '{app}.use(elysiaLatchkey(auth)) // serves /auth/*, and puts latchkey into every context',
      mark: /elysiaLatchkey\(/,
    },
    example: "app.get('/profile', ({ latchkey }) => …, { requireUser: true })",
  }),
  serverHost({
    id: 'hono',
    name: 'Hono',
    knownBy: ['hono'],
    dependencies: versionsOf('hono', '@hono/node-server'),
    devDependencies: {},
    server: `import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { honoLatchkey, type LatchkeyVariables, requireUser } from 'latchkey/hono'
import { auth } from './auth.ts'
import { homePage, profilePage } from './pages.ts'

const app = new Hono<LatchkeyVariables>()
app.use(honoLatchkey(auth)) // serves /auth/*, and sets c.var.latchkey
app.get('/', (c) => c.html(homePage(c.var.latchkey.user)))
app.get('/profile', requireUser(), (c) => c.html(profilePage(c.var.latchkey.user)))

${ready}serve({ fetch: app.fetch, port }, () => ${opened})
`,
    edit: {
      imports: ["import { honoLatchkey } from 'latchkey/hono'"],
      anchor:
        /^[ \t]*(?:export )?(?:const|let|var) (?<app>\w+)(?::[^=]+)? = new Hono(?:<[^\n]*>)?\([^\n]*\);?[ \t]*$/m,
      line: '{app}.use(honoLatchkey(auth)) // serves /auth/*, and sets c.var.latchkey',
      mark: /honoLatchkey\(/,
    },
    example: "app.get('/profile', requireUser(), …) with requireUser from 'latchkey/hono'",
  }),
  serverHost({
    id: 'fetch',
    name: 'Request and Response (Bun, Deno, and Node through @hono/node-server)',
    // Nothing in package.json shows it.
    knownBy: [],
    dependencies: versionsOf('@hono/node-server', 'hono'),
    devDependencies: {},
    server: `import { serve } from '@hono/node-server'
import { fetchLatchkey, requireUser } from 'latchkey/fetch'
import { auth } from './auth.ts'
import { homePage, profilePage } from './pages.ts'

const html = { headers: { 'Content-Type': 'text/html; charset=utf-8' } }
const profile = requireUser(auth, (_request, { user }) => new Response(profilePage(user), html))

/** The whole application: \`Bun.serve({ fetch })\` and \`Deno.serve(fetch)\` take it too. */
export const fetch = fetchLatchkey(auth, (request, current) => {
  const { pathname } = new URL(request.url)
  if (pathname === '/') return new Response(homePage(current.user), html)
  if (pathname === '/profile') return profile(request, current)
  return new Response('Not found', { status: 404 })
})

${ready}serve({ fetch, port }, () => ${opened})
`,
    edit: null,
    example: null,
  }),
  serverHost({
    id: 'node',
    name: 'node:http',
    knownBy: [],
    dependencies: {},
    devDependencies: {},
    server: `import { createServer } from 'node:http'
import { nodeLatchkey, requireUser } from 'latchkey/node'
import { auth } from './auth.ts'
import { homePage, profilePage } from './pages.ts'

const html = { 'Content-Type': 'text/html; charset=utf-8' }
const profile = requireUser(auth, (req, res) => res.writeHead(200, html).end(profilePage(req.latchkey.user)))
const server = createServer(
  // Serves /auth/*, and sets req.latchkey.
  nodeLatchkey(auth, (req, res) => {
    if (req.url === '/') return res.writeHead(200, html).end(homePage(req.latchkey.user))
    if (req.url === '/profile') return profile(req, res)
    return res.writeHead(404).end('Not found')
  }),
)

${ready}server.listen(port, () => ${opened})
`,
    edit: null,
    example: null,
  }),
]
