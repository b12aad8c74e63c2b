// The application's own users over HTTP: fields from a schema, and rows of its own table.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, afterEach, before, test } from 'node:test'
import { type Auth, type Identity, latchkey, type OwnUsers } from 'latchkey'
import { nodeLatchkey } from 'latchkey/node'
import { memory } from 'latchkey/stores/memory'
import * as v from 'valibot'
import type { AnyUser } from '../../../src/contracts/user.ts'
import { Browser } from '../../support/browser.ts'
import { describeProvider } from '../../support/in-process-application.ts'
import { newPerson, signIn } from '../../support/journeys.ts'
import { startProvider, type TestProvider } from '../../support/provider.ts'
import { rememberSecret } from '../../support/secrets.ts'

let h: TestProvider
let e: TestProvider
before(async () => {
  ;[h, e] = await Promise.all([startProvider(), startProvider()])
})
afterEach(() => {
  h.reset()
  e.reset()
})
after(() => Promise.all([h.stop(), e.stop()]))

const secret = 'a secret of at least thirty-two bytes'
rememberSecret('LATCHKEY_SECRET', secret)

/** A server whose `/me` returns `auth.userOf(request)` and `request.latchkey.user`. */
async function serve<U extends AnyUser>(
  makeAuth: (origin: string) => Auth<U>,
  use: (origin: string, auth: Auth<U>) => Promise<void>,
): Promise<void> {
  const server = createServer((request, response) => listener(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const auth = makeAuth(origin)
  const listener = nodeLatchkey(auth, (request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ own: auth.userOf(request), base: request.latchkey.user }))
  })
  try {
    await use(origin, auth)
  } finally {
    server.closeAllConnections()
    server.close()
    await auth.close()
  }
}

function baseOptions(origin: string) {
  return {
    origin,
    secret,
    store: memory(),
    environment: {},
    log: () => {},
    providers: [describeProvider('h', h), describeProvider('e', e)],
  }
}

async function look(browser: Browser, origin: string) {
  const { body } = await browser.tab(`${origin}/`).fetch('/me')
  return JSON.parse(body) as { own: Record<string, unknown> | null; base: Record<string, unknown> | null }
}

const userFields = v.object({ role: v.optional(v.picklist(['member', 'admin']), 'member') })

test('P15 a new user has the defaults; an update is in the next check, and only in the application’s own user', async () => {
  await serve(
    (origin) => latchkey({ ...baseOptions(origin), userFields }),
    async (origin, auth) => {
      const browser = new Browser()
      await signIn(browser, { origin }, 'h', { at: h, as: newPerson() })
      const { own, base } = await look(browser, origin)
      assert.equal(own?.role, 'member')
      assert.deepEqual({ ...base, role: 'member' }, own)
      assert.ok(!Object.hasOwn(base ?? {}, 'role'))
      const userId = String(own?.id)
      assert.equal((await auth.users.update(userId, { role: 'admin', name: 'Ada' })).role, 'admin')
      const later = await look(browser, origin)
      assert.deepEqual([later.own?.role, later.own?.name, later.base?.name], ['admin', 'Ada', 'Ada'])
      assert.equal((await auth.users.find(userId))?.role, 'admin')
      // Scripts in the browser can read only the base user.
      const { body } = await browser.tab(`${origin}/`).fetch('/auth/session')
      assert.ok(!body.includes('admin'))
      assert.deepEqual(await look(new Browser(), origin), { own: null, base: null })
    },
  )
})

test('fields cannot take the place of what identifies a user', async () => {
  const greedy = v.object({
    id: v.optional(v.string(), 'root'),
    email: v.optional(v.string(), 'root@x.example'),
  })
  await serve(
    (origin) => latchkey({ ...baseOptions(origin), userFields: greedy }) as Auth<AnyUser>,
    async (origin) => {
      const browser = new Browser()
      await signIn(browser, { origin }, 'h', { at: h, as: newPerson() })
      const { own, base } = await look(browser, origin)
      assert.notEqual(own?.id, 'root')
      assert.deepEqual(own, base)
    },
  )
})

test('two updates at once both hold', async () => {
  const counters = v.object(
    Object.fromEntries([...'abcdefgh'].map((name) => [name, v.optional(v.number(), 0)])),
  )
  await serve(
    (origin) => latchkey({ ...baseOptions(origin), userFields: counters }),
    async (origin, auth) => {
      const browser = new Browser()
      await signIn(browser, { origin }, 'h', { at: h, as: newPerson() })
      const userId = String((await look(browser, origin)).own?.id)
      await Promise.all([...'abcdefgh'].map((name) => auth.users.update(userId, { [name]: 1 })))
      const { own } = await look(browser, origin)
      for (const name of 'abcdefgh') assert.equal(own?.[name], 1, name)
    },
  )
})

test('a request that another auth has read is not answered with a guess', async () => {
  await serve(
    (origin) => latchkey({ ...baseOptions(origin), userFields }),
    async (origin, auth) => {
      const other = latchkey({ ...baseOptions(origin), userFields })
      const browser = new Browser()
      await signIn(browser, { origin }, 'h', { at: h, as: newPerson() })
      const cookie = browser.jar.all().map(({ name, value }) => `${name}=${value}`)
      const { session } = await auth.session(cookie.join('; '))
      assert.ok(session)
      assert.equal(auth.userOf({ latchkey: { session } })?.role, 'member')
      assert.throws(() => other.userOf({ latchkey: { session } }), TypeError)
      assert.throws(() => auth.userOf({}), TypeError)
      assert.equal(auth.userOf({ latchkey: { session: null } }), null)
      await other.close()
    },
  )
})

interface Customer {
  readonly id: string
  readonly customerNumber: number
  readonly label: string | null
}

/** The application's own table, which records the calls. */
function customerTable() {
  const rows = new Map<string, Customer>()
  const calls: string[] = []
  const users: OwnUsers<Customer> = {
    find: (userId) => rows.get(userId) ?? null,
    async create(identity: Identity) {
      calls.push('create')
      await new Promise((resolve) => setImmediate(resolve))
      const customerNumber = rows.size + 1
      const id = `customer-${customerNumber}-${identity.subject}`
      rows.set(id, { id, customerNumber, label: identity.name })
      return id
    },
    update(userId, { name }) {
      calls.push('update')
      const row = rows.get(userId)
      if (row) rows.set(userId, { ...row, label: name })
    },
    delete(userId) {
      calls.push('delete')
      rows.delete(userId)
    },
  }
  return { rows, calls, users }
}

test('P19 users are rows of the application’s own table, found at each check', async () => {
  const { rows, users } = customerTable()
  await serve(
    (origin) => latchkey({ ...baseOptions(origin), users }),
    async (origin) => {
      const person = newPerson()
      const browser = new Browser()
      await signIn(browser, { origin }, 'h', { at: h, as: person })
      const { own, base } = await look(browser, origin)
      assert.deepEqual(own, { id: `customer-1-${person.sub}`, customerNumber: 1, label: person.name })
      assert.equal(base?.id, own?.id)
      rows.set(String(own?.id), { id: String(own?.id), customerNumber: 7, label: 'changed' })
      assert.equal((await look(browser, origin)).own?.customerNumber, 7)
      await signIn(new Browser(), { origin }, 'h', { at: h, as: { ...person, name: 'New name' } })
      assert.equal((await look(browser, origin)).own?.label, 'New name', 'the profile follows')
      assert.equal(rows.size, 1)
      rows.clear()
      assert.deepEqual(await look(browser, origin), { own: null, base: null }, 'a deleted row is nobody')
      const account = await browser.tab().open(`${origin}/auth/account`)
      assert.equal(account.url.pathname, '/auth/login', 'on our pages too')
      const again = await signIn(browser, { origin }, 'h', { at: h, as: person })
      assert.equal(again.status, 403)
      assert.equal(rows.size, 0)
    },
  )
})

test('F9 auth.users.delete deletes the row too, after its sessions', async () => {
  const { rows, calls, users } = customerTable()
  await serve(
    (origin) => latchkey({ ...baseOptions(origin), users }),
    async (origin, auth) => {
      const browser = new Browser()
      await signIn(browser, { origin }, 'h', { at: h, as: newPerson() })
      const { own } = await look(browser, origin)
      assert.equal(await auth.users.delete(String(own?.id)), true)
      assert.equal(rows.size, 0)
      assert.deepEqual(calls, ['create', 'delete'])
      assert.equal((await look(browser, origin)).own, null)
      await assert.rejects(auth.users.update('x', {}), { code: 'config_option_invalid' })
    },
  )
})

test('F1 first sign-ins of one person at once end as one row', async () => {
  const { rows, calls, users } = customerTable()
  await serve(
    (origin) => latchkey({ ...baseOptions(origin), users }),
    async (origin) => {
      h.person = newPerson()
      const browsers = Array.from({ length: 6 }, () => new Browser())
      await Promise.all(browsers.map((browser) => signIn(browser, { origin }, 'h')))
      const seen = await Promise.all(browsers.map((browser) => look(browser, origin)))
      assert.equal(new Set(seen.map(({ own }) => own?.id)).size, 1)
      assert.equal(rows.size, 1)
      const count = (name: string) => calls.filter((call) => call === name).length
      assert.equal(count('delete'), count('create') - 1)
    },
  )
})

for (const [name, answer] of [
  ['an empty id', ''],
  ['an id that is too long', 'x'.repeat(256)],
  ['neither text nor an integer', 7.5],
] as const) {
  test(`a table that answers ${name} makes nobody`, async () => {
    const store = memory()
    await serve(
      (origin) =>
        latchkey({ ...baseOptions(origin), store, users: { find: () => null, create: () => answer } }),
      async (origin) => {
        const person = newPerson()
        const page = await signIn(new Browser(), { origin }, 'h', { at: h, as: person })
        assert.ok(page.status >= 400)
        assert.equal(await store.users.findAccount({ issuer: h.issuer, subject: person.sub }), null)
      },
    )
  })
}

test('an id that somebody has already joins nobody to them', async () => {
  const store = memory()
  const users: OwnUsers<AnyUser> = { find: (id) => ({ id }), create: () => 'the-only-one' }
  await serve(
    (origin) => latchkey({ ...baseOptions(origin), store, users }),
    async (origin) => {
      await signIn(new Browser(), { origin }, 'h', { at: h, as: newPerson() })
      const stranger = newPerson()
      const page = await signIn(new Browser(), { origin }, 'e', { at: e, as: stranger })
      assert.ok(page.status >= 400)
      assert.equal(await store.users.findAccount({ issuer: e.issuer, subject: stranger.sub }), null)
      assert.equal((await store.users.listAccounts('the-only-one')).length, 1)
    },
  )
})
