// Every host's own types include the signed-in user without a cast. Nothing here runs: `npm run check` compiles it, and
// each `@ts-expect-error` fails if its line compiles. `npm run test:frameworks` compiles SvelteKit and Next.js.
import { Elysia } from 'elysia'
import express4 from 'express4'
import { fastify } from 'fastify'
import { defineHandler } from 'h3'
import Koa from 'koa'
import type { Auth, User } from 'latchkey'
import { elysiaLatchkey } from 'latchkey/elysia'
import { expressLatchkey, requireUser as requireExpressUser } from 'latchkey/express'
import { fastifyLatchkey, requireUser as requireFastifyUser } from 'latchkey/fastify'
import { fetchLatchkey, requireFresh, requireUser } from 'latchkey/fetch'
import { requireUser as requireH3User } from 'latchkey/h3'
import { koaLatchkey, requireUser as requireKoaUser, signedIn as signedInOnKoa } from 'latchkey/koa'
import { lambdaHandler } from 'latchkey/lambda'
import { nodeLatchkey, requireUser as requireNodeUser } from 'latchkey/node'

/** Accepts a value that fits this type. */
declare function expectType<Expected>(value: Expected): void
declare const auth: Auth

// Express 4, with its own types.

const app4 = express4()
app4.use(expressLatchkey(auth))
app4.get('/', requireExpressUser(), (request) => expectType<User | null>(request.latchkey.user))

// Fastify.

const app = fastify()
app.register(fastifyLatchkey(auth))
app.get('/', (request) => expectType<User | null>(request.latchkey.user))
app.get('/profile', { onRequest: requireFastifyUser() }, (request) => request.latchkey.session?.id)
// @ts-expect-error: this takes the value that latchkey() returned, not a function that creates it.
app.register(fastifyLatchkey(() => auth))

// node:http: behind the guard there is a user.

const profile = requireNodeUser(auth, (request) => expectType<User>(request.latchkey.user))
nodeLatchkey(auth, (request, response) => {
  expectType<User | null>(request.latchkey.user)
  return profile(request, response)
})

// Koa: the state is typed, and behind a guard there is a user.

const koa = new Koa()
koa.use(koaLatchkey(auth))
koa.use(requireKoaUser())
koa.use((context) => {
  expectType<User | null>(context.state.latchkey.user)
  expectType<User>(signedInOnKoa(context).user)
})

// h3: the guard returns the user.

defineHandler(async (event) => {
  expectType<User | null>(event.context.latchkey.user)
  expectType<User>((await requireH3User(event)).user)
  // @ts-expect-error: without the guard the user may be null.
  expectType<User>(event.context.latchkey.user)
})

// Elysia: a macro changes the type of its own route.

new Elysia()
  .use(elysiaLatchkey(auth))
  .get('/profile', ({ latchkey }) => expectType<User>(latchkey.user), { requireUser: true })
  // @ts-expect-error: without the guard the user may be null.
  .get('/', ({ latchkey }) => expectType<User>(latchkey.user))
  // @ts-expect-error: a role is missing.
  .get('/admin', () => 'Everything', { requireRole: {} })

// Plain fetch handlers: the host's extra arguments come after the result of the session check.

interface Bindings {
  readonly ORIGIN: string
}
const guarded = requireUser(auth, (_request, { user }, environment: Bindings) => {
  expectType<User>(user)
  return new Response(environment.ORIGIN)
})
const fetch = fetchLatchkey(auth, (request, current, environment: Bindings) => {
  expectType<User | null>(current.user)
  return guarded(request, current, environment)
})
fetch(new Request('https://app.example/'), { ORIGIN: 'https://app.example' })
lambdaHandler(fetchLatchkey(auth, (_request, { user }) => Response.json(user)))
// @ts-expect-error: the handler's extra arguments are required.
fetch(new Request('https://app.example/'))
// @ts-expect-error: without a demand, use `requireUser`.
requireFresh(auth, () => new Response())
