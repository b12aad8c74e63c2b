// auth.users, auth.sessions and auth.audit as an application calls them, with real sign-ins over HTTP.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { type AuthEvent, LatchkeyError, latchkey } from 'latchkey'
import { memory } from 'latchkey/stores/memory'
import * as v from 'valibot'
import type { Browser } from '../../support/browser.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../../support/in-process-application.ts'
import { newPerson, signIn, whoIs } from '../../support/journeys.ts'
import { startProvider, type TestProvider } from '../../support/provider.ts'

let app: InProcessApplication
let h: TestProvider
const told: AuthEvent[] = []

before(async () => {
  h = await startProvider()
  app = await startInProcess({
    providers: [describeProvider('h', h)],
    on: (event) => told.push(event),
  })
})
afterEach(() => {
  h.reset()
  told.length = 0
})
after(async () => {
  await app.stop()
  await h.stop()
})

async function signedIn(): Promise<{ browser: Browser; userId: string }> {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  const me = await whoIs(browser, app)
  assert.ok(me)
  return { browser, userId: me.id }
}

const isCode = (code: string) => (error: unknown) => error instanceof LatchkeyError && error.code === code

test('find and accounts answer the user and what signs them in; nobody is null', async () => {
  const { userId } = await signedIn()
  const user = await app.auth.users.find(userId)
  assert.equal(user?.id, userId)
  const accounts = await app.auth.users.accounts(userId)
  assert.deepEqual(
    accounts.map(({ provider, issuer }) => [provider, issuer]),
    [['h', h.issuer]],
  )
  assert.equal(await app.auth.users.find('nobody'), null)
  assert.deepEqual(await app.auth.users.accounts('nobody'), [])
})

test('P11 an update is seen by the very next check of a living session', async () => {
  const { browser, userId } = await signedIn()
  const updated = await app.auth.users.update(userId, { name: 'Grace' })
  assert.equal(updated.name, 'Grace')
  assert.equal((await whoIs(browser, app))?.name, 'Grace')
  assert.deepEqual(
    told.filter(({ type }) => type === 'user_updated').map((event) => 'changed' in event && event.changed),
    [['name']],
  )
})

test('what was set here is not overwritten by the next sign-in; what was not, follows the provider', async () => {
  const person = newPerson()
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: person })
  const userId = (await whoIs(browser, app))?.id ?? ''
  await app.auth.users.update(userId, { name: 'Chosen here' })
  await signIn(browser, app, 'h', { at: h, as: { ...person, name: 'New there', email: 'new@example.test' } })
  const user = await app.auth.users.find(userId)
  assert.deepEqual([user?.name, user?.email], ['Chosen here', 'new@example.test'])
})

test('a new address is not verified, unless the application says so', async () => {
  const { userId } = await signedIn()
  const { users } = app.auth
  assert.equal((await users.update(userId, { email: 'a@example.test' })).emailVerified, false)
  const proved = await users.update(userId, { email: 'b@example.test', emailVerified: true })
  assert.equal(proved.emailVerified, true)
  assert.equal((await users.update(userId, { name: 'Ada' })).emailVerified, true)
})

test('an update of nobody, of the id, or of fields that do not exist is refused', async () => {
  const { userId } = await signedIn()
  const { users } = app.auth
  const surprising = (changes: object) => users.update(userId, changes)
  await assert.rejects(users.update('nobody', { name: 'x' }), isCode('user_not_found'))
  await assert.rejects(surprising({ id: 'other' }), isCode('user_fields_invalid'))
  await assert.rejects(surprising({ name: 'x', role: 'admin' }), isCode('user_fields_invalid'))
  assert.notEqual((await users.find(userId))?.name, 'x', 'a refused change changes nothing')
})

test('F9 a deleted user is signed out everywhere at once, and may begin anew', async () => {
  const person = newPerson()
  const browsers = [app.browser(), app.browser()]
  for (const browser of browsers) await signIn(browser, app, 'h', { at: h, as: person })
  const userId = (await whoIs(browsers[0] as Browser, app))?.id ?? ''
  assert.equal(await app.auth.users.delete(userId), true)
  for (const browser of browsers) assert.equal(await whoIs(browser, app), null)
  assert.equal(await app.auth.users.find(userId), null)
  assert.equal(await app.auth.users.delete(userId), false)
  const deletions = told.filter(({ type }) => type === 'user_deleted')
  assert.equal(deletions.length, 1)
  await signIn(browsers[0] as Browser, app, 'h', { at: h, as: person })
  const again = await whoIs(browsers[0] as Browser, app)
  assert.ok(again)
  assert.notEqual(again.id, userId)
})

test('U37 sessions are listed by handle and device, and one, the others or all are ended', async () => {
  const person = newPerson()
  const [one, two, three] = [app.browser(), app.browser(), app.browser()]
  for (const browser of [one, two, three]) {
    await signIn(browser, app, 'h', { at: h, as: person })
    app.advance(1)
  }
  const userId = (await whoIs(one, app))?.id ?? ''
  const { sessions } = app.auth
  const listed = await sessions.list(userId)
  const [newest, middle, oldest] = listed
  assert.equal(listed.length, 3)
  assert.deepEqual(
    [newest?.provider, newest?.device, newest?.clientAddress],
    ['h', 'LatchkeyTest', '127.0.0.1'],
  )
  assert.ok(Number(newest?.createdAt) > Number(oldest?.createdAt))
  for (const browser of [one, two, three]) {
    const cookie = browser.jar.all().find(({ name }) => name === `latchkey-${app.port}`)
    assert.ok(cookie && !JSON.stringify(listed).includes(cookie.value))
  }
  assert.equal(await sessions.end(oldest?.id ?? ''), true)
  assert.equal(await sessions.end(oldest?.id ?? ''), false)
  assert.equal(await whoIs(one, app), null)
  assert.ok(await whoIs(two, app))
  assert.deepEqual(await sessions.endAll(userId, { except: newest?.id }), [middle?.id])
  assert.equal(await whoIs(two, app), null)
  assert.ok(await whoIs(three, app))
  assert.deepEqual(await sessions.endAll(userId), [newest?.id])
  assert.equal(await whoIs(three, app), null)
  assert.deepEqual(await sessions.list(userId), [])
  assert.deepEqual(
    told.filter(({ type }) => type.startsWith('session')).map(({ type }) => type),
    ['session_ended', 'sessions_ended', 'sessions_ended'],
  )
})

test('N20 the audit trail tells a life, newest first and in parts, with reasons and without secrets', async () => {
  const { browser, userId } = await signedIn()
  await app.auth.users.update(userId, { name: 'Ada' })
  await browser.tab(app.url('/')).post('/auth/logout')
  const { audit } = app.auth
  const entries = await audit.list({ userId })
  assert.deepEqual(
    entries.map(({ type, reason }) => [type, reason]),
    [
      ['signed_out', null],
      ['user_updated', 'name'],
      ['signed_in', 'login'],
      ['user_created', null],
    ],
  )
  const signIns = entries.find(({ type }) => type === 'signed_in')
  assert.deepEqual(
    [signIns?.provider, signIns?.clientAddress, signIns?.userAgent],
    ['h', '127.0.0.1', 'LatchkeyTest/1'],
  )
  const [first] = await audit.list({ userId, limit: 1 })
  const rest = await audit.list({ userId, before: first?.id })
  assert.deepEqual([first, ...rest], entries)
  for (const limit of [0, -1, 1.5, 1_001, Number.NaN]) {
    await assert.rejects(audit.list({ limit }), isCode('config_option_invalid'))
  }
  await app.auth.users.delete(userId)
  assert.equal((await audit.list({ userId }))[0]?.type, 'user_deleted')
})

test('a ban: sessions end, and the gate knows who is behind an identity', async () => {
  const banned = new Set<string>()
  const gated = await startInProcess({
    providers: [describeProvider('h', h)],
    async allow(_identity, { findUser }) {
      const user = await findUser()
      return user !== null && banned.has(user.id) ? 'This account is closed.' : true
    },
  })
  try {
    const person = newPerson()
    const browser = gated.browser()
    await signIn(browser, gated, 'h', { at: h, as: person })
    const userId = (await whoIs(browser, gated))?.id ?? ''
    banned.add(userId)
    await gated.auth.sessions.endAll(userId)
    assert.equal(await whoIs(browser, gated), null)
    const page = await signIn(browser, gated, 'h', { at: h, as: person })
    assert.equal(page.status, 403)
    assert.match(page.text, /This account is closed\./)
    assert.equal(await whoIs(browser, gated), null)
    assert.ok(await signIn(gated.browser(), gated, 'h', { at: h, as: newPerson() }), 'twin: others may')
  } finally {
    await gated.stop()
  }
})

test('U46 a refused identity leaves no trace in the store', async () => {
  const store = memory()
  const closed = await startInProcess({ providers: [describeProvider('h', h)], store, allow: () => false })
  try {
    const person = newPerson()
    const page = await signIn(closed.browser(), closed, 'h', { at: h, as: person })
    assert.equal(page.status, 403)
    assert.equal(await store.users.findAccount({ issuer: h.issuer, subject: person.sub }), null)
    assert.deepEqual(await closed.auth.audit.list(), [])
  } finally {
    await closed.stop()
  }
})

test('with audit: false nothing is written', async () => {
  const silent = await startInProcess({ providers: [describeProvider('h', h)], audit: false })
  try {
    await signIn(silent.browser(), silent, 'h', { at: h, as: newPerson() })
    assert.deepEqual(await silent.auth.audit.list(), [])
  } finally {
    await silent.stop()
  }
})

test('without a store, what needs one says so at start or at the call', async () => {
  const options = {
    providers: [describeProvider('h', h)],
    origin: 'http://localhost:1',
    secret: 'a secret of at least thirty-two bytes',
    environment: {},
  }
  const missing = isCode('config_store_missing')
  assert.throws(() => latchkey({ ...options, audit: true }), missing)
  assert.throws(() => latchkey({ ...options, userFields: v.object({}) }), missing)
  const auth = latchkey(options)
  await assert.rejects(auth.users.find('x'), missing)
  await assert.rejects(auth.sessions.list('x'), missing)
  await assert.rejects(auth.audit.list(), missing)
  await auth.close()
})
