// auth.loginPath and newUserPath, with real sign-ins over HTTP.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { type AuthEvent, type IdentityContext, LatchkeyError, latchkey } from 'latchkey'
import type { Page } from '../support/browser.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { json } from '../support/provider-answers.ts'

let app: InProcessApplication
let h: TestProvider
const told: AuthEvent[] = []
const asked: IdentityContext['data'][] = []

before(async () => {
  h = await startProvider()
  app = await startInProcess({
    providers: [describeProvider('h', h)],
    newUserPath: '/welcome',
    on: (event) => told.push(event),
    allow(_identity, { data }) {
      asked.push(data)
      return data?.invitation === 'revoked' ? 'This invitation was taken back.' : true
    },
  })
})
afterEach(() => {
  h.reset()
  told.length = 0
  asked.length = 0
})
after(async () => {
  await app.stop()
  await h.stop()
})

/** Opens the path like a link from an e-mail, and presses the provider's button. */
async function follow(path: string, person = newPerson(), browser = app.browser()): Promise<Page> {
  h.person = person
  const tab = browser.tab()
  await tab.open(app.url(path))
  return tab.submit({ action: '/auth/login/h' })
}

const dataOf = (type: 'signed_in' | 'user_created') =>
  told.filter((event) => event.type === type).map((event) => ('data' in event ? event.data : undefined))

test('P16 what the application seals into the path reaches the gate and the hooks, and nothing else does', async () => {
  const data = { invitation: 'i-7', plan: 'pro', seats: 3 }
  const path = await app.auth.loginPath({ data, returnTo: '/profile' })
  assert.ok(!path.includes('i-7') && path.startsWith('/auth/login?'))
  const page = await follow(path)
  assert.equal(page.url.pathname, '/welcome')
  assert.deepEqual(asked, [data])
  assert.deepEqual([dataOf('user_created'), dataOf('signed_in')], [[data], [data]])
  // A login without carried data.
  await follow('/auth/login')
  assert.equal(asked.at(-1), null)
  assert.deepEqual(dataOf('signed_in').at(-1), null)
})

test('P16 the gate may refuse by what was carried, and what it refused can be tried again with it', async () => {
  const path = await app.auth.loginPath({ data: { invitation: 'revoked' } })
  const page = await follow(path)
  assert.equal(page.status, 403)
  assert.match(page.text, /This invitation was taken back/)
  assert.deepEqual(dataOf('signed_in'), [])
  // The provider fails once; the link to try again still carries the data.
  const invited = await app.auth.loginPath({ data: { invitation: 'i-8' } })
  const browser = app.browser()
  const person = newPerson()
  h.behaviour.token = () => json({ error: 'invalid_grant' }, {}, 400)
  const failed = await follow(invited, person, browser)
  h.reset()
  const [, retry = ''] = /href="(\/auth\/login\?[^"]+)"/.exec(failed.html) ?? []
  assert.ok(retry.includes('carry='), failed.html)
  await follow(retry.replaceAll('&amp;', '&'), person, browser)
  assert.deepEqual(asked.at(-1), { invitation: 'i-8' })
})

test('new people go to their page first, with the place that they wanted; others go there at once', async () => {
  const person = newPerson()
  const first = await follow('/auth/login?returnTo=%2Fprofile%3Fa%3D1', person)
  assert.equal(`${first.url.pathname}${first.url.search}`, '/welcome?returnTo=%2Fprofile%3Fa%3D1')
  const second = await follow('/auth/login?returnTo=%2Fprofile', person)
  assert.equal(second.url.pathname, '/profile')
  assert.equal((await follow('/auth/login', newPerson())).url.href, app.url('/welcome'))
  const own = await app.auth.loginPath({ newUserPath: '/start?from=mail', returnTo: '/area/x' })
  const page = await follow(own)
  assert.equal(`${page.url.pathname}${page.url.search}`, '/start?from=mail&returnTo=%2Farea%2Fx')
})

test('a path of a provider goes straight there', async () => {
  const path = await app.auth.loginPath({ provider: 'h', data: { plan: 'pro' } })
  assert.match(path, /^\/auth\/login\/h\?carry=/)
  await assert.rejects(app.auth.loginPath({ provider: 'unknown' }), { code: 'provider_unknown' })
  assert.equal(await app.auth.loginPath(), '/auth/login')
  assert.equal(await app.auth.loginPath({ returnTo: '/a' }), '/auth/login?returnTo=%2Fa')
  assert.equal(await app.auth.loginPath({ returnTo: 'https://evil.example' }), '/auth/login?returnTo=%2F')
})

test('P16 what the application did not seal, what is changed and what is too old begins no login', async () => {
  const path = await app.auth.loginPath({ data: { plan: 'pro' }, lifetimeSeconds: 60 })
  const sealed = new URL(path, app.origin).searchParams.get('carry') ?? ''
  const other = latchkey({
    providers: [describeProvider('h', h)],
    origin: 'http://localhost:1',
    secret: 'another application that has a secret of its own',
    environment: {},
    log: () => {},
  })
  const foreign =
    new URL(await other.loginPath({ data: { plan: 'pro' } }), app.origin).searchParams.get('carry') ?? ''
  const wrong = ['{"plan":"pro"}', '', `${sealed.slice(0, -2)}AA`, foreign]
  for (const carry of wrong) {
    const page = await app
      .browser()
      .tab()
      .open(app.url(`/auth/login?${new URLSearchParams({ carry })}`))
    assert.equal(page.status, 400, carry)
    assert.doesNotMatch(page.html, /action="\/auth\/login\/h/)
  }
  const twice = await app
    .browser()
    .tab()
    .open(app.url(`${path}&carry=${sealed}`))
  assert.equal(twice.status, 400)
  assert.equal((await app.browser().tab().open(app.url(path))).status, 200)
  app.advance(61)
  assert.equal((await app.browser().tab().open(app.url(path))).status, 400)
  assert.deepEqual(asked, [])
})

test('data that is too large, a path elsewhere and a lifetime that cannot be are refused at once', async () => {
  await app.auth.loginPath({ data: { text: 'x'.repeat(580) } })
  for (const options of [
    { data: { text: 'x'.repeat(600) } },
    { data: [] },
    { data: 'plan' },
    { newUserPath: 'https://evil.example' },
    { newUserPath: '//evil.example' },
    { data: {}, lifetimeSeconds: 0 },
    { data: {}, lifetimeSeconds: 31 * 86_400 },
  ]) {
    await assert.rejects(app.auth.loginPath(options as never), { code: 'config_option_invalid' })
  }
  const make = (newUserPath: string) =>
    latchkey({ providers: [], newUserPath, environment: {}, origin: 'http://localhost:1', log: () => {} })
  assert.throws(() => make('/welcome'), LatchkeyError)
})
