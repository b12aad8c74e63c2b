// One secret, several applications: what one application sealed or stored is invalid at another, and their cookies stay
// apart on one host. Seals from before they named their application are accepted only where that admits no additional people.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Auth, type LatchkeyOptions, latchkey, type Store } from 'latchkey'
import { oidc } from 'latchkey/providers/oidc'
import { memory } from 'latchkey/stores/memory'
import { issueTestSession } from 'latchkey/testing'
import { platform } from '../../src/crypto/platform.ts'
import { createSeal } from '../../src/crypto/seal.ts'
import { sealedSessions } from '../../src/sessions/sealed-sessions.ts'
import { lifetimesOf } from '../../src/sessions/sessions.ts'
import { storedSessions } from '../../src/sessions/stored-sessions.ts'
import { cookieNames } from '../../src/web/cookies.ts'

const secret = 'one secret that several deployments share by one .env'
const provider = oidc({ id: 'id', issuer: 'https://id.example', clientId: 'client', clientSecret: 'secret' })
const lifetimes = lifetimesOf({ idleSeconds: 7 * 86_400, absoluteSeconds: 30 * 86_400 })
const person = { id: 'user-1', name: 'A', email: null, emailVerified: false, picture: null, createdAt: 0 }

function application(options: Partial<LatchkeyOptions> & { readonly origin: string }): Auth {
  return latchkey({ secret, providers: [provider], log: () => {}, environment: {}, ...options })
}

/** The session cookie's value alone; the tests present it under names that do not belong to it. */
async function sessionOf(auth: Auth, origin: string): Promise<string> {
  const { cookie } = await issueTestSession(auth, { subject: 'user-1' }, { origin })
  return cookie.value
}

/** The value under every cookie name that the application may look for. */
function headerOf(value: string, origin: string, basePath?: string): string {
  const { session, formerSession } = cookieNames(new URL(origin), basePath)
  return [session, formerSession]
    .filter((name) => name !== undefined)
    .map((name) => `${name}=${value}`)
    .join('; ')
}

async function userAt(auth: Auth, cookie: string): Promise<string | null> {
  return (await auth.session(cookie)).user?.id ?? null
}

const stores: readonly (readonly [name: string, make: () => Store | undefined])[] = [
  ['sealed', () => undefined],
  ['stored', () => memory()],
]

for (const [kind, makeStore] of stores) {
  test(`NF5 a ${kind} session of one origin is nobody at another one with the same secret`, async () => {
    const store = makeStore()
    const [open, closed] = ['http://localhost:3001', 'http://localhost:3002'] as const
    const atOpen = application({ origin: open, store })
    const atClosed = application({ origin: closed, store, allow: () => false })
    const value = await sessionOf(atOpen, open)
    assert.ok(await userAt(atOpen, headerOf(value, open)))
    assert.equal(await userAt(atClosed, headerOf(value, closed)), null)
    assert.equal(await userAt(application({ origin: closed, store }), headerOf(value, closed)), null)
    // Another server of the same application accepts it.
    assert.ok(await userAt(application({ origin: open, store }), headerOf(value, open)))
  })

  test(`NF10 a ${kind} session of one latchkey() is nobody at another one of the same origin`, async () => {
    const store = makeStore()
    const origin = 'http://localhost:3001'
    const customers = application({ origin, store })
    const staff = application({ origin, store, basePath: '/staff/auth' })
    const customer = await sessionOf(customers, origin)
    const member = await sessionOf(staff, origin)
    assert.ok(await userAt(customers, headerOf(customer, origin)))
    assert.ok(await userAt(staff, headerOf(member, origin, '/staff/auth')))
    assert.equal(await userAt(staff, headerOf(customer, origin, '/staff/auth')), null)
    assert.equal(await userAt(customers, headerOf(member, origin)), null)
    // Both sessions in one browser, each in its own cookie.
    const both = `${headerOf(customer, origin)}; ${cookieNames(new URL(origin), '/staff/auth').session}=${member}`
    assert.ok(await userAt(customers, both))
    assert.ok(await userAt(staff, both))
  })

  test(`NF10 a name may be given, under which ${kind} sessions outlive a change of the address`, async () => {
    const store = makeStore()
    const before = application({ origin: 'http://localhost:3001', store, audience: 'shop' })
    const after = application({
      origin: 'http://localhost:3002',
      store,
      audience: 'shop',
      basePath: '/api/auth',
    })
    const value = await sessionOf(before, 'http://localhost:3001')
    assert.ok(await userAt(after, headerOf(value, 'http://localhost:3002', '/api/auth')))
    const other = application({ origin: 'http://localhost:3002', store, audience: 'blog' })
    assert.equal(await userAt(other, headerOf(value, 'http://localhost:3002')), null)
  })

  test(`NF5 a ${kind} session of an older release stays signed in, and is bound where a gate is not passed by`, async () => {
    const store = makeStore()
    const origin = 'https://app.example'
    const value = await sessionOfOlderRelease(store, 'id')
    const cookie = headerOf(value, origin)
    assert.equal(await userAt(application({ origin, store }), cookie), 'user-1')
    // The old session does not say which gate admitted the person, so this application's gate must decide at a new sign-in.
    const gated = { origin, store, allow: () => true }
    assert.equal(await userAt(application(gated), cookie), null)
    assert.equal(
      await userAt(application({ ...gated, session: { acceptUnbound: true } }), cookie),
      'user-1',
      'unless it is said that nothing else has this secret',
    )
    const ended = application({ origin, store, session: { acceptUnbound: false } })
    assert.equal(await userAt(ended, cookie), null)
    const elsewhere = await sessionOfOlderRelease(store, 'another')
    assert.equal(await userAt(application({ origin, store }), headerOf(elsewhere, origin)), null)
  })
}

test('NF5 a sealed session of an older release is sealed for its application at once', async () => {
  const origin = 'https://app.example'
  const auth = application({ origin })
  const old = headerOf(await sessionOfOlderRelease(undefined, 'id'), origin)
  const [renewed = ''] = (await auth.session(old)).setCookies
  const [cookie = ''] = renewed.split(';')
  assert.notEqual(cookie, old)
  const strict = application({ origin, session: { acceptUnbound: false } })
  assert.equal(await userAt(strict, cookie), 'user-1')
  const value = cookie.slice(cookie.indexOf('=') + 1)
  const other = application({ origin: 'https://other.example' })
  assert.equal(await userAt(other, headerOf(value, 'https://other.example')), null)
})

test('NF5 a session moves to the name that tells ports and base paths apart', async () => {
  for (const store of [undefined, memory()]) {
    const origin = 'https://app.example:8443'
    const auth = application({ origin, store })
    const value = await sessionOfOlderRelease(store, 'id')
    const { setCookies, user } = await auth.session(`__Host-latchkey=${value}`)
    assert.equal(user?.id, 'user-1')
    assert.match(setCookies[0] ?? '', /^__Host-latchkey-8443=[\w.-]+; Max-Age=[1-9]/)
    assert.match(setCookies[1] ?? '', /^__Host-latchkey=; Max-Age=0/)
    assert.equal(await userAt(auth, setCookies[0]?.split(';')[0] ?? ''), 'user-1')
  }
})

test('NF5 cookie names tell ports and base paths of one host apart', () => {
  const name = (origin: string, basePath?: string) => cookieNames(new URL(origin), basePath).session
  assert.equal(name('https://app.example'), '__Host-latchkey')
  assert.equal(name('https://app.example:443'), '__Host-latchkey')
  assert.equal(name('https://app.example:8443'), '__Host-latchkey-8443')
  assert.equal(name('http://localhost:3000'), 'latchkey-3000')
  const all = ['/auth', '/staff/auth', '/staff-auth', '/link', '/auth-link', '/auth.x', '/api/auth']
    .map((basePath) => cookieNames(new URL('https://app.example'), basePath))
    .flatMap(({ secure, formerSession, ...names }) => Object.values(names))
  assert.equal(new Set(all).size, all.length)
  const prefixes = all.filter((each) => each.endsWith('.'))
  for (const prefix of prefixes) {
    assert.deepEqual(
      all.filter((each) => each !== prefix && each.startsWith(prefix)),
      [],
      prefix,
    )
  }
})

test('NF5 only sessions of an older release are read: its other seals are not', async () => {
  const seal = createSeal([secret], platform, 'https://app.example/auth')
  const older = createSeal([secret], platform)
  const expiresAt = Date.now() + 60_000
  for (const purpose of ['attempt', 'handoff', 'pending-link', 'authorization', 'logout'] as const) {
    const token = await older.seal(purpose, {}, { expiresAt })
    assert.equal((await seal.open(purpose, token, { now: Date.now() })).state, 'invalid', purpose)
  }
  // Tokens at rest are bound to their row in the store, not to the application's address.
  for (const purpose of ['access-token', 'refresh-token', 'id-token'] as const) {
    const token = await seal.seal(purpose, 'kept', { expiresAt })
    assert.equal((await older.open(purpose, token, { now: Date.now() })).state, 'valid', purpose)
  }
})

test('NF10 an audience that cannot be a name stops the start', () => {
  for (const audience of ['', 'a\nb', 'x'.repeat(201)]) {
    assert.throws(() => application({ origin: 'https://app.example', audience }), {
      code: 'config_option_invalid',
      message: /audience/,
    })
  }
})

/** A session in the format of releases before 0.2, which does not name its application. */
async function sessionOfOlderRelease(store: Store | undefined, providerId: string): Promise<string> {
  const now = Date.now
  const sessions = store
    ? storedSessions({ store, platform, lifetimes, now, cacheSeconds: 0, onRenewalError: () => {} })
    : sealedSessions({ seal: createSeal([secret], platform), platform, lifetimes, now })
  if (store && !(await store.users.find(person.id))) {
    const account = { id: 'a', userId: person.id, provider: 'id', issuer: 'https://id.example', subject: 's' }
    await store.users.create(person, { ...account, linkedAt: 0 } as never)
  }
  const { token } = await sessions.start({
    user: person,
    identity: { provider: providerId, issuer: 'https://id.example', subject: 's', providerSessionId: null },
    acr: null,
    sealedIdToken: null,
    userAgent: null,
    clientAddress: null,
    authenticatedAt: now(),
  })
  return token
}
