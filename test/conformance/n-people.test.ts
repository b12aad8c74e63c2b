// NF14, NH9, NH15, NP2, NP8, NP12: what unlinking ends, subjects that are reissued, fields that follow the provider,
// customers from before Latchkey, and an application's own login.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { type Auth, latchkey, type OwnUsers, refuseSignIn, type StandardSchema, type User } from 'latchkey'
import { memory } from 'latchkey/stores/memory'
import { issueTestSession } from 'latchkey/testing'
import type { Browser } from '../support/browser.ts'
import { readForms } from '../support/html-forms.ts'
import {
  describeProvider,
  type InProcessApplication,
  type InProcessOptions,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import type { TestPerson } from '../support/provider-behaviour.ts'

let h: TestProvider
let e: TestProvider

before(async () => {
  ;[h, e] = await Promise.all([startProvider({ revocation: true }), startProvider({ revocation: true })])
})
afterEach(() => {
  for (const provider of [h, e]) provider.reset()
})
after(() => Promise.all([h, e].map((provider) => provider.stop())))

type Options = Partial<InProcessOptions> & Record<string, unknown>

async function withApp(
  options: Options,
  use: (app: InProcessApplication, store: ReturnType<typeof memory>) => Promise<void>,
): Promise<void> {
  const store = memory()
  const providers = [
    describeProvider('h', h),
    describeProvider('e', e, { authoritativeDomains: ['corp.example'] }),
  ]
  const app = await startInProcess({ providers, store, ...options })
  for (const provider of [h, e]) provider.now = () => app.clock
  try {
    await use(app, store)
  } finally {
    await app.stop()
  }
}

async function comes(app: InProcessApplication, id: 'h' | 'e', person: TestPerson, browser = app.browser()) {
  const page = await signIn(browser, app, id, { at: id === 'h' ? h : e, as: person })
  return { browser, page, me: await whoIs(browser, app) }
}

async function sessionOf(auth: InProcessApplication['auth'], app: InProcessApplication, browser: Browser) {
  const cookie = browser.jar.header({
    url: new URL(app.origin),
    method: 'GET',
    crossSite: false,
    topLevel: true,
  })
  return auth.session({ headers: { cookie: cookie ?? '' } })
}

// NF14

test('NF14 unlinking an account ends the sessions that it started, revokes its tokens, and says so', async () => {
  await withApp({ keepTokens: true }, async (app, store) => {
    const [atH, atE] = [newPerson(), newPerson()]
    const { browser, me } = await comes(app, 'h', atH)
    e.person = atE
    const tab = browser.tab()
    await tab.open(app.url('/auth/account'))
    await tab.submit({ action: '/auth/link/e' })
    const elsewhere = await comes(app, 'e', atE)
    const kept = await comes(app, 'h', atH)
    assert.equal(elsewhere.me?.id, me?.id)
    await tab.open(app.url('/auth/account'))
    const form = readForms(tab.page?.html ?? '').findLast(({ action }) => action.includes('/auth/unlink'))
    const page = await tab.post('/auth/unlink', { account: form?.fields[0]?.[1] ?? '' })
    assert.match(page.text, /removed.*signed out/s)
    assert.equal(await whoIs(elsewhere.browser, app), null, 'started by the account')
    assert.ok(await whoIs(kept.browser, app), 'twin: started by the other one')
    assert.ok(await whoIs(browser, app), 'and this browser, too')
    assert.equal(e.count('revoke'), 1)
    assert.equal(await store.users.findAccount({ issuer: e.issuer, subject: atE.sub }), null)
  })
})

test('NF14 who unlinks the account that signed this browser in is told, and signs in another way', async () => {
  await withApp({}, async (app) => {
    const { browser } = await comes(app, 'h', newPerson())
    e.person = newPerson()
    const tab = browser.tab()
    await tab.open(app.url('/auth/account'))
    await tab.submit({ action: '/auth/link/e' })
    await tab.open(app.url('/auth/account'))
    const page = await tab.submit({ action: '/auth/unlink' })
    assert.equal(page.url.pathname, '/auth/login')
    assert.match(page.text, /removed/)
    assert.equal(await whoIs(browser, app), null)
    assert.ok((await comes(app, 'e', e.person, browser)).me)
  })
})

// NH9

test('NH9 a subject issued anew gets no offer that only the same provider could fulfil', async () => {
  await withApp({}, async (app) => {
    const person = newPerson({ email: 'same@corp.example' })
    const first = await comes(app, 'e', person)
    const again = await comes(app, 'e', newPerson({ email: person.email }))
    assert.equal(again.page.url.pathname, '/', 'no page that leads back to itself')
    assert.notEqual(again.me?.id, first.me?.id, 'and nobody is taken over')
  })
})

test('NH9 twin: another account of the same user is offered, also one with another address', async () => {
  await withApp({}, async (app) => {
    const { browser } = await comes(app, 'e', newPerson({ email: 'two@corp.example' }))
    h.person = newPerson()
    const tab = browser.tab()
    await tab.open(app.url('/auth/account'))
    await tab.submit({ action: '/auth/link/h' })
    const { page } = await comes(app, 'e', newPerson({ email: 'two@corp.example' }))
    assert.equal(page.url.pathname, '/auth/pending-link')
    assert.match(page.html, /\/auth\/login\/h/)
    assert.doesNotMatch(page.html, /\/auth\/login\/e/)
  })
})

test('NH9 the application binds a new identity to a user, and to nobody twice', async () => {
  await withApp({}, async (app) => {
    const { me } = await comes(app, 'h', newPerson())
    const moved = newPerson()
    assert.equal(await app.auth.users.link(me?.id ?? '', { provider: 'e', subject: moved.sub }), true)
    assert.equal(await app.auth.users.link(me?.id ?? '', { provider: 'e', subject: moved.sub }), false)
    assert.equal((await comes(app, 'e', moved)).me?.id, me?.id)
    const other = await comes(app, 'h', newPerson())
    const wrong = [
      [other.me?.id, { provider: 'e', subject: moved.sub }, 'account_linked_elsewhere'],
      ['nobody', { provider: 'e', subject: 'x' }, 'user_not_found'],
      [other.me?.id, { provider: 'x', subject: 'x' }, 'provider_unknown'],
      [other.me?.id, { provider: 'e', subject: 'a\u0000' }, 'config_option_invalid'],
    ] as const
    for (const [userId, account, code] of wrong) {
      await assert.rejects(app.auth.users.link(userId ?? '', account), { code })
    }
  })
})

/** Creates 100 users of an old issuer, and returns each with the person who comes from the new one. */
async function hundred(app: InProcessApplication, store: ReturnType<typeof memory>) {
  const people = Array.from({ length: 100 }, (_, index) => ({
    userId: `user-${index}`,
    person: newPerson({ oid: `oid-${index}`, ...(index % 10 === 0 && { email: undefined }) }),
  }))
  for (const { userId, person } of people) {
    const profile = { email: null, emailVerified: false, name: null, picture: null }
    await store.users.create(
      { id: userId, ...profile, createdAt: app.clock },
      {
        id: `account-${userId}`,
        userId,
        provider: 'h',
        issuer: 'https://old.example',
        subject: `old-${String(person.oid)}`,
        ...profile,
        linkedAt: app.clock,
        lastUsedAt: app.clock,
      },
    )
  }
  return people
}

const bySubject = (until: string) => ({
  migrations: {
    h: {
      issuer: 'https://old.example',
      subject: ({ oid }: Readonly<Record<string, unknown>>) =>
        oid === undefined ? null : `old-${String(oid)}`,
      until,
    },
  },
})

test('NH9 a migration window keeps 100 of 100 users, and takes over none', async () => {
  await withApp(bySubject('2999-12-31'), async (app, store) => {
    const people = await hundred(app, store)
    for (const { userId, person } of people) assert.equal((await comes(app, 'h', person)).me?.id, userId)
    // A second person who claims a key that was already migrated, and a new person.
    const second = await comes(app, 'h', newPerson({ oid: 'oid-7' }))
    assert.ok(second.me && second.me.id !== 'user-7')
    const fresh = await comes(app, 'h', newPerson())
    assert.ok(fresh.me && !fresh.me.id.startsWith('user-'))
    const again = people[3]
    assert.ok(again)
    assert.equal((await comes(app, 'h', again.person)).me?.id, again.userId)
  })
})

test('NH9 after its last day a window moves nobody', async () => {
  await withApp(bySubject('2001-01-01'), async (app, store) => {
    const [first] = await hundred(app, store)
    assert.ok(first)
    assert.notEqual((await comes(app, 'h', first.person)).me?.id, first.userId)
  })
})

test('NH9 where only a sign-in with the old registration can say who it is, the person is asked once', async () => {
  await withApp({ migrations: { e: { provider: 'h', until: '2999-12-31' } } }, async (app) => {
    const before = newPerson()
    h.person = before
    const old = app.browser()
    // Before the move, the old provider had its button.
    await old.tab(app.url('/')).post('/auth/login/h')
    const me = await whoIs(old, app)
    const moved = newPerson({ email: undefined })
    app.advance(5)
    const { browser, page } = await comes(app, 'e', moved)
    assert.equal(page.url.pathname, '/auth/pending-link')
    app.advance(5)
    h.person = before
    const tab = browser.tab()
    await tab.open(page.url)
    await tab.submit({ action: '/auth/login/h' })
    await tab.submit({ action: '/auth/pending-link/confirm' })
    assert.equal((await comes(app, 'e', moved)).me?.id, me?.id)
    const stranger = await comes(app, 'e', newPerson())
    await stranger.browser.tab(String(stranger.page.url)).post('/auth/pending-link/separate')
    assert.notEqual((await whoIs(stranger.browser, app))?.id, me?.id, 'twin: somebody new')
    const signInPage = await app.browser().tab().open(app.url('/auth/login'))
    assert.doesNotMatch(signInPage.html, /\/auth\/login\/h/, 'the old registration has no button of its own')
  })
})

test('NH9 a window that could match nobody is an error at start', () => {
  const providers = [describeProvider('h', h), describeProvider('e', e)]
  for (const migrations of [
    { x: { issuer: 'https://old.example', until: '2999-01-01' } },
    { h: { until: '2999-01-01' } },
    { h: { issuer: h.issuer, until: '2999-01-01' } },
    { h: { provider: 'h', until: '2999-01-01' } },
    { h: { provider: 'x', until: '2999-01-01' } },
    { h: { issuer: 'https://old.example', until: 'soon' } },
  ]) {
    const options = { providers, store: memory(), migrations, environment: {}, log: () => {} }
    assert.throws(() => latchkey(options), /migrations\.[hx]/)
  }
})

// NH15

/** A schema without a library: a role, `member` by default. */
const withRole: StandardSchema<{ role: string }> = {
  '~standard': {
    version: 1,
    vendor: 'test',
    validate: (value) => ({ value: { role: String((value as { role?: unknown }).role ?? 'member') } }),
  },
}

const byGroups = {
  userFields: withRole,
  fieldsFrom: ({ claims }: { claims: Readonly<Record<string, unknown>> }) => ({
    role: Array.isArray(claims.groups) && claims.groups.includes('admins') ? 'admin' : 'member',
  }),
}

for (const kind of ['stored', 'sealed'] as const) {
  test(`NH15 the role of the provider's groups holds from the first ${kind} session on, and goes with the group`, async () => {
    await withApp({ ...byGroups, ...(kind === 'sealed' && { store: undefined }) } as Options, async (app) => {
      const admin = newPerson({ groups: ['admins'] })
      const roleOf = async (browser: Browser) =>
        ((await sessionOf(app.auth, app, browser)).user as unknown as { role?: string } | null)?.role
      const { browser } = await comes(app, 'h', admin)
      assert.equal(await roleOf(browser), 'admin')
      await comes(app, 'h', { ...admin, groups: [] }, browser)
      assert.equal(await roleOf(browser), 'member', 'removed from the group')
      assert.equal(await roleOf((await comes(app, 'h', newPerson())).browser), 'member')
    })
  })
}

test('NH15 fields that the schema refuses sign nobody in', async () => {
  const schema: StandardSchema<{ role: string }> = {
    '~standard': {
      version: 1,
      vendor: 'test',
      validate: (value) =>
        'role' in (value as object)
          ? { issues: [{ message: 'no such role' }] }
          : { value: { role: 'member' } },
    },
  }
  await withApp({ ...byGroups, userFields: schema } as Options, async (app) => {
    const { me, page } = await comes(app, 'h', newPerson())
    assert.equal(me, null)
    assert.equal(page.status, 500)
  })
})

// NP2

interface Customer {
  readonly id: number
  readonly mail: string | null
}

/** A customers table as applications have it, with integer ids and a unique address. */
function customers(rows: Customer[], more: Partial<OwnUsers<Customer>> = {}): OwnUsers<Customer> {
  return {
    find: (id) => rows.find((row) => row.id === Number(id)) ?? null,
    create({ email }) {
      if (email !== null && rows.some(({ mail }) => mail === email)) throw new Error('unique: customers.mail')
      rows.push({ id: rows.length + 1, mail: email })
      return rows.length
    },
    delete(id) {
      rows.splice(
        rows.findIndex((row) => row.id === Number(id)),
        1,
      )
    },
    ...more,
  }
}

const adopting = (rows: Customer[]): Partial<OwnUsers<Customer>> => ({
  adopt: ({ email }) => rows.find(({ mail }) => mail === email)?.id ?? null,
})

test('NP2 an existing customer keeps their row where the provider runs the mailbox', async () => {
  const rows = [{ id: 1, mail: 'ada@corp.example' }]
  await withApp({ users: customers(rows, adopting(rows)) } as Options, async (app, store) => {
    const { browser } = await comes(app, 'e', newPerson({ email: 'ada@corp.example' }))
    const { user } = await sessionOf(app.auth, app, browser)
    assert.equal(user?.id as unknown, 1)
    assert.equal(rows.length, 1)
    assert.equal((await store.users.listAccounts('1')).length, 1)
  })
})

test('NP2 any other word about the address adopts nothing, and is refused in words for the person', async () => {
  const rows = [{ id: 1, mail: 'ada@corp.example' }]
  await withApp({ users: customers(rows, adopting(rows)) } as Options, async (app, store) => {
    for (const [id, claims] of [
      ['h', { email: 'ada@corp.example', email_verified: true }],
      ['e', { email: 'ada@corp.example', email_verified: false }],
    ] as const) {
      const { me, page } = await comes(app, id, newPerson(claims))
      assert.equal(me, null)
      assert.equal(page.status, 403, page.text)
      assert.doesNotMatch(page.text, /unique|report/)
    }
    assert.equal(app.log.filter(({ code }) => code === 'account_not_created').length, 2)
    assert.deepEqual(await store.users.listAccounts('1'), [])
    assert.equal(rows.length, 1)
  })
})

test("NP2 the application's own words reach the person", async () => {
  const create = (): never => {
    throw refuseSignIn('Customers with a password sign in with it first.')
  }
  await withApp({ users: customers([], { create }) } as Options, async (app) => {
    const { me, page } = await comes(app, 'h', newPerson())
    assert.equal(me, null)
    assert.equal(page.status, 403)
    assert.match(page.text, /Customers with a password sign in with it first/)
  })
})

test('NP2 a row whose user has accounts is not taken over: they sign in with one of them once', async () => {
  const rows: Customer[] = []
  await withApp({ users: customers(rows, adopting(rows)) } as Options, async (app, store) => {
    await comes(app, 'h', newPerson({ email: 'bob@corp.example', email_verified: false }))
    const { me, page } = await comes(app, 'e', newPerson({ email: 'bob@corp.example' }))
    assert.equal(page.url.pathname, '/auth/pending-link')
    assert.equal(me, null)
    assert.equal((await store.users.listAccounts('1')).length, 1)
  })
})

test('NP2 a row that create made is taken back when the store fails after it', async () => {
  const rows: Customer[] = []
  const behind = memory()
  let isBroken = true
  const store = {
    ...behind,
    users: {
      ...behind.users,
      create: (...given: Parameters<typeof behind.users.create>) =>
        isBroken ? Promise.reject(new Error('gone')) : behind.users.create(...given),
    },
  }
  await withApp({ store, users: customers(rows) } as Options, async (app) => {
    const person = newPerson()
    assert.equal((await comes(app, 'h', person)).me, null)
    assert.deepEqual(rows, [])
    isBroken = false
    assert.ok((await comes(app, 'h', person)).browser)
    assert.equal(rows.length, 1)
  })
})

test('NP2 after a login of the old kind a provider is linked, and the password may go', async () => {
  const rows = [{ id: 7, mail: 'old@example.test' }]
  await withApp({ users: customers(rows), production: false } as Options, async (app, store) => {
    const browser = app.browser()
    const { setCookies, session } = await app.auth.sessions.start({ id: 7, email: 'old@example.test' })
    assert.equal(session.user.id, '7')
    const at = { url: new URL(app.origin), method: 'GET', crossSite: false, topLevel: true }
    for (const cookie of setCookies) browser.jar.store(cookie, at)
    h.person = newPerson()
    const tab = browser.tab()
    await tab.open(app.url('/auth/account'))
    await tab.submit({ action: '/auth/link/h' })
    const accounts = await store.users.listAccounts('7')
    assert.deepEqual(accounts.map(({ provider }) => provider).sort(), ['h', 'password'])
    const { browser: next } = await comes(app, 'h', h.person)
    assert.equal((await sessionOf(app.auth, app, next)).user?.id as unknown, 7)
    await assert.rejects(app.auth.sessions.start({ id: 8 }), { code: 'user_not_found' })
    await assert.rejects(app.auth.sessions.start({ id: 7 }, { login: 'h' }), {
      code: 'config_option_invalid',
    })
  })
})

// NP8, NP12

test('NP8 people of tests are people of their own, and rows of an own table', async () => {
  const rows: Customer[] = []
  const origin = 'http://localhost:4000'
  const auth: Auth<Customer> = latchkey({
    providers: [describeProvider('h', h)],
    store: memory(),
    users: customers(rows),
    origin,
    secret: 's'.repeat(32),
    environment: {},
    log: () => {},
  })
  const [one, two] = [
    await issueTestSession(auth, {}, { origin }),
    await issueTestSession(auth, {}, { origin }),
  ]
  assert.deepEqual([one.user.id, two.user.id], [1, 2])
  assert.equal((await auth.session(one.cookieHeader)).user?.id, 1)
  await auth.close()
})

for (const kind of ['stored', 'sealed'] as const) {
  test(`NP12 the claims that the application names are in the ${kind} session, and no others`, async () => {
    const options = { session: { claims: ['groups', 'tid'] }, ...(kind === 'sealed' && { store: undefined }) }
    await withApp(options as Options, async (app) => {
      const { browser } = await comes(app, 'h', newPerson({ groups: ['a', 'b'], secretive: 'x' }))
      const { session } = await sessionOf(app.auth, app, browser)
      assert.deepEqual(session?.claims, { groups: ['a', 'b'] })
      assert.ok(Object.isFrozen(session?.claims.groups))
      const { user } = await sessionOf(app.auth, app, browser)
      assert.equal((user as User & { groups?: unknown })?.groups, undefined)
    })
  })
}

test('NP12 claims about the token are refused at start', () => {
  const options = { providers: [describeProvider('h', h)], environment: {}, log: () => {} }
  for (const claims of [['nonce'], [''], ['x'.repeat(256)]]) {
    assert.throws(() => latchkey({ ...options, session: { claims } }), /session\.claims/)
  }
})
