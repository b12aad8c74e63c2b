// What must and must not compile for an application. Nothing here runs: `npm run check` compiles it, and each
// `@ts-expect-error` fails if its line compiles.
import express from 'express'
import { Hono } from 'hono'
import { type Auth, type ErrorCode, LatchkeyError, latchkey, type User } from 'latchkey'
import { expressLatchkey, requireUser } from 'latchkey/express'
import { honoLatchkey, type LatchkeyVariables, requireUser as requireHonoUser } from 'latchkey/hono'
import { google } from 'latchkey/providers/google'
import { oidc } from 'latchkey/providers/oidc'
import { memory } from 'latchkey/stores/memory'
import { sqlite } from 'latchkey/stores/sqlite'

/** Accepts a value that fits this type. */
declare function expectType<Expected>(value: Expected): void

// Options.

const auth = latchkey({ providers: [google()], store: sqlite('app.db') })
expectType<Auth>(auth)
latchkey({ providers: [] })
latchkey({ providers: [google()], store: memory(), origin: 'https://app.example', secret: ['new', 'old'] })
// @ts-expect-error: without providers there is nothing to sign in with.
latchkey({})
// @ts-expect-error: a misspelled option is an error, not a default.
latchkey({ providers: [], basepath: '/login' })
// @ts-expect-error: a store is a value, not a URL.
latchkey({ providers: [], store: 'sqlite:app.db' })

// A provider's type has the id that it was given.

expectType<'google'>(google().id)
expectType<'work'>(google({ id: 'work' }).id)
expectType<'acme'>(oidc({ id: 'acme', issuer: 'https://id.acme.example' }).id)
// @ts-expect-error: an OpenID Connect provider needs an issuer.
oidc({ id: 'acme' })
// @ts-expect-error: a provider is frozen.
google().issuer = 'https://elsewhere.example'

// Sessions: read from whatever the host has, synchronously or not.

const { user, session, setCookies } = await auth.session('latchkey-3000=…')
expectType<User | null>(user)
expectType<readonly string[]>(setCookies)
await auth.session(new Request('https://app.example/'))
await auth.session(new Headers())
await auth.session({ headers: { cookie: 'latchkey-3000=…' } })
// @ts-expect-error: the visitor may be signed out.
user.id
// @ts-expect-error: an anonymous visitor has no session.
session.endsAt
if (user) {
  // @ts-expect-error: a person may have no e-mail address.
  expectType<string>(user.email)
  // @ts-expect-error: a user is read-only.
  user.name = 'somebody else'
}

// Errors: the codes are a closed list.

const { code } = new LatchkeyError('session_required')
expectType<ErrorCode>(code)
// @ts-expect-error: no such code.
new LatchkeyError('session_requird')

// Express: `req.latchkey` without a cast.

const app = express()
app.use(expressLatchkey(auth))
app.get('/', (request, response) => response.json(request.latchkey.user))
app.get('/api', requireUser({ api: true }), (request, response) => response.json(request.latchkey.session))
// @ts-expect-error: the middleware needs the value that latchkey() returned.
app.use(expressLatchkey({ providers: [] }))

// Hono: the variables know the user, and behind the guard there is one.

const hono = new Hono<LatchkeyVariables>()
hono.use(honoLatchkey(auth))
hono.get('/', (context) => context.json(context.var.latchkey.user?.name ?? null))
hono.get('/profile', requireHonoUser(), (context) => context.json(context.var.latchkey.user.name))
// @ts-expect-error: without the guard the user may be null.
hono.get('/open', (context) => context.json(context.var.latchkey.user.name))
