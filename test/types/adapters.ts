// Who is signed in reaches every host's own types without a cast. Nothing here runs: `npm run check` compiles it, and each
// `@ts-expect-error` fails when its line becomes legal. SvelteKit and Next.js are compiled by `npm run test:frameworks`.
import express4 from 'express4'
import { fastify } from 'fastify'
import type { Auth, User } from 'latchkey'
import { expressLatchkey, requireUser as requireExpressUser } from 'latchkey/express'
import { fastifyLatchkey, requireUser as requireFastifyUser } from 'latchkey/fastify'
import { fetchLatchkey, requireFresh, requireUser } from 'latchkey/fetch'
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
// @ts-expect-error: the value that latchkey() answered, not a function that makes it.
app.register(fastifyLatchkey(() => auth))

// node:http: behind the guard there is somebody.

const profile = requireNodeUser(auth, (request) => expectType<User>(request.latchkey.user))
nodeLatchkey(auth, (request, response) => {
  expectType<User | null>(request.latchkey.user)
  return profile(request, response)
})

// Plain fetch handlers: what the host adds arrives behind the answer to "who".

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
// @ts-expect-error: what the handler takes from its host must be given.
fetch(new Request('https://app.example/'))
// @ts-expect-error: without a demand, `requireUser` is meant.
requireFresh(auth, () => new Response())
