// The application's own users: inferred from the options of latchkey(), without module augmentation. Nothing here runs:
// `npm run check` compiles it, and each `@ts-expect-error` fails if its line compiles.
import express from 'express'
import { Hono } from 'hono'
import { type Auth, latchkey, type OwnUsers, type StandardSchema, type User } from 'latchkey'
import { createClient } from 'latchkey/client'
import { expressLatchkey } from 'latchkey/express'
import { honoLatchkey, type LatchkeyVariables } from 'latchkey/hono'
import { google } from 'latchkey/providers/google'
import { memory } from 'latchkey/stores/memory'
import * as v from 'valibot'

/** Exactly the same type: neither wider nor narrower. */
type IsSame<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
declare function expectSame<A, B>(...same: IsSame<A, B> extends true ? [] : ['these types differ']): void
declare function expectType<Expected>(value: Expected): void

const base = { providers: [google()], store: memory() }

// A schema from any library that follows Standard Schema.

interface Own {
  role: 'member' | 'admin'
  nickname?: string | undefined
}
const userFields = v.object({
  role: v.optional(v.picklist(['member', 'admin']), 'member'),
  nickname: v.optional(v.string()),
})
const auth = latchkey({ ...base, userFields })
expectType<Auth<User & Own>>(auth)

const { user, session } = await auth.session('latchkey-3000=…')
expectType<'member' | 'admin' | undefined>(user?.role)
expectType<string | null | undefined>(user?.email)
expectType<User | undefined>(session?.user)
// @ts-expect-error: no such field.
user?.rolle
// @ts-expect-error: the visitor may be signed out.
user.role

expectType<(User & Own) | null>(await auth.users.find('id'))
expectType<User & Own>(await auth.users.update('id', { role: 'admin', name: 'Ada' }))
// @ts-expect-error: no such role.
await auth.users.update('id', { role: 'owner' })
// @ts-expect-error: an id never changes.
await auth.users.update('id', { id: 'other' })

// A schema written by hand.

declare const handmade: StandardSchema<{ readonly plan: 'free' | 'paid' }>
const withPlan = latchkey({ ...base, userFields: handmade })
expectSame<typeof withPlan, Auth<User & { readonly plan: 'free' | 'paid' }>>()
// @ts-expect-error: a schema is a value of a schema library.
latchkey({ ...base, userFields: { role: 'text' } })

// The gate has the same user type.

latchkey({
  ...base,
  userFields,
  async allow(identity, { findUser }) {
    const known = await findUser()
    expectType<'member' | 'admin' | undefined>(known?.role)
    return identity.emailVerified && known?.role !== 'member'
  },
})

// The application's own table.

interface Customer {
  readonly id: string
  readonly number: number
  readonly createdAt: Date
}
declare const customers: OwnUsers<Customer>
const shop = latchkey({ ...base, users: customers })
expectSame<typeof shop, Auth<Customer>>()
const customer = (await shop.session(null)).user
expectType<number | undefined>(customer?.number)
// @ts-expect-error: the application's own user has only its own fields.
customer?.email
// @ts-expect-error: find and create are required.
latchkey({ ...base, users: { find: () => null } })

// Without either, users are Latchkey's own.

const plain = latchkey(base)
expectSame<typeof plain, Auth>()
expectSame<typeof plain, Auth<User>>()

// Requests carry the base user; `auth.userOf` returns the application's own.

const app = express()
app.use(expressLatchkey(auth))
app.use(expressLatchkey(shop))
app.get('/', (request, response) => {
  expectType<User | null>(request.latchkey.user)
  // @ts-expect-error: the request carries the base user.
  request.latchkey.user?.role
  expectType<'member' | 'admin' | undefined>(auth.userOf(request)?.role)
  expectType<number | undefined>(shop.userOf(request)?.number)
  response.end()
})

const hono = new Hono<LatchkeyVariables>()
hono.use(honoLatchkey(auth))
hono.get('/', (context) => context.json(auth.userOf(context.var)?.role ?? null))

// Events differ by their type, and each hook receives its own kind.

latchkey({
  ...base,
  on: {
    signed_in(event) {
      expectType<'signed_in'>(event.type)
      expectType<string>(event.sessionId)
      expectType<Date>(event.at)
    },
    refused: async ({ code, userId }) => {
      expectType<string | null>(userId)
      // @ts-expect-error: no such code.
      return code === 'no_such_code'
    },
  },
})
latchkey({
  ...base,
  on(event) {
    if (event.type === 'session_moved') expectType<string | null>(event.after.clientAddress)
    // @ts-expect-error: not every event has a session.
    event.sessionId
  },
})
// @ts-expect-error: no such event.
latchkey({ ...base, on: { signed_inn() {} } })

// A front end gets the server's user type; the server decides which of the own fields it exposes.

const client = createClient<typeof auth>()
const known = await client.session()
expectType<string | undefined>(known?.user.id)
expectType<'member' | 'admin' | undefined>(known?.user.role)
// @ts-expect-error: not every field is exposed.
expectType<'member' | 'admin'>(known?.user.role)
// @ts-expect-error: no such field.
known?.user.secret
const shopClient = createClient<typeof shop>({ session: shop.clientSession(await shop.session(null)) })
expectType<string | undefined>(shopClient.current?.user.id)
expectType<number | undefined>(shopClient.current?.user.number)
expectType<'finished' | 'cancelled'>(await client.signIn('google', { popup: true }))
// @ts-expect-error: a misspelled option is an error.
client.signIn('google', { popUp: true })
latchkey({ ...base, userFields: v.object({ role: v.optional(v.string(), '') }), clientFields: ['role'] })
// @ts-expect-error: base fields are always included.
latchkey({ ...base, userFields: v.object({ role: v.optional(v.string(), '') }), clientFields: ['email'] })
