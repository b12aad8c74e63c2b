// NC1, NC2: notifications from providers. Apple's notifications are signed with its keys, Facebook's callbacks with the
// app secret. Each counts once and for a limited time, and no other message changes anything.
import assert from 'node:assert/strict'
import { createHmac, randomUUID } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import { type AuthEvent, LatchkeyError } from 'latchkey'
import { apple } from 'latchkey/providers/apple'
import { facebook } from 'latchkey/providers/facebook'
import { oauth2 } from 'latchkey/providers/oauth2'
import { memory } from 'latchkey/stores/memory'
import type { Store } from '../../src/contracts/store.ts'
import type { Browser } from '../support/browser.ts'
import { makeKey, signCompact } from '../support/compact-jwt.ts'
import { type ExchangeAnswer, exchange } from '../support/http-exchange.ts'
import {
  describeProvider,
  type InProcessApplication,
  type InProcessOptions,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import type { TestPerson } from '../support/provider-behaviour.ts'

let a: TestProvider
let f: TestProvider
let h: TestProvider

before(async () => {
  ;[a, f, h] = await Promise.all([startProvider({ alg: 'RS256' }), startProvider(), startProvider()])
})
afterEach(() => {
  for (const provider of [a, f, h]) provider.reset()
})
after(() => Promise.all([a, f, h].map((provider) => provider.stop())))

interface Stage {
  readonly app: InProcessApplication
  readonly store: Store
  readonly events: AuthEvent[]
}

async function withApp(
  options: Partial<InProcessOptions>,
  use: (stage: Stage) => Promise<void>,
): Promise<void> {
  const store = options.store ?? memory()
  const events: AuthEvent[] = []
  const own = { clientId: f.clientId, clientSecret: f.clientSecret ?? '' }
  const providers = [
    // The real entry, with the test's provider in Apple's place.
    apple({
      clientId: a.clientId,
      clientSecret: a.clientSecret ?? '',
      issuer: a.issuer,
      responseMode: 'query',
      appIds: ['com.example.app'],
    }),
    oauth2({
      ...own,
      id: 'facebook',
      issuer: f.issuer,
      endpoints: {
        authorization: `${f.origin}${f.paths.authorize}`,
        token: `${f.origin}${f.paths.token}`,
        userinfo: `${f.origin}${f.paths.userinfo}`,
      },
      scopes: ['profile'],
      toIdentity: ({ sub, email, name }) => ({ subject: sub, email, name, emailVerified: false }),
      notifications: facebook(own).notifications,
    }),
    describeProvider('h', h),
  ]
  const app = await startInProcess({
    providers,
    keepTokens: true,
    on: (event) => events.push(event),
    ...options,
    store,
  })
  for (const provider of [a, f, h]) provider.now = () => app.clock
  try {
    await use({ app, store, events })
  } finally {
    await app.stop()
  }
}

const at = (id: string): TestProvider => (id === 'apple' ? a : id === 'facebook' ? f : h)

async function comes(app: InProcessApplication, id: string, person: TestPerson, browser = app.browser()) {
  await signIn(browser, app, id, { at: at(id), as: person })
  const me = await whoIs(browser, app)
  assert.ok(me, `${id} signs in`)
  return { browser, me }
}

/** Links an account at this provider to the user of this browser's session. */
async function links(app: InProcessApplication, browser: Browser, id: string, person: TestPerson) {
  at(id).person = person
  const tab = browser.tab()
  await tab.open(app.url('/auth/account'))
  await tab.submit({ action: `/auth/link/${id}` })
  const { id: userId } = (await whoIs(browser, app)) ?? assert.fail()
  assert.ok((await app.auth.users.accounts(userId)).some(({ provider }) => provider === id))
}

function post(app: InProcessApplication, path: string, body: string, type: string): Promise<ExchangeAnswer> {
  return exchange({
    method: 'POST',
    url: new URL(`http://127.0.0.1:${app.port}${path}`),
    headers: { host: new URL(app.origin).host, 'content-type': type },
    body,
  })
}

interface Draft {
  readonly claims?: Record<string, unknown>
  readonly key?: ReturnType<typeof makeKey>
  readonly alg?: string
}

function appleToken(
  app: InProcessApplication,
  event: object,
  { claims, key = a.signingKey, alg }: Draft = {},
) {
  const seconds = Math.floor(app.clock / 1000)
  return signCompact({
    header: { alg: alg ?? key.alg, kid: a.signingKey.kid },
    payload: {
      iss: a.issuer,
      aud: a.clientId,
      iat: seconds,
      exp: seconds + 86_400,
      jti: randomUUID(),
      events: JSON.stringify({ event_time: app.clock, ...event }),
      ...claims,
    },
    key: alg === 'none' ? Buffer.alloc(0) : alg === 'HS256' ? Buffer.from(a.clientId) : key.privateKey,
    ...(alg !== undefined && { alg }),
  })
}

const tell = (app: InProcessApplication, payload: unknown): Promise<ExchangeAnswer> =>
  post(app, '/auth/notifications/apple', JSON.stringify({ payload }), 'application/json')

function signedRequest(app: InProcessApplication, fields: object, secret = f.clientSecret ?? ''): string {
  const seconds = Math.floor(app.clock / 1000)
  const payload = Buffer.from(
    JSON.stringify({ algorithm: 'HMAC-SHA256', issued_at: seconds, ...fields }),
  ).toString('base64url')
  return `${createHmac('sha256', secret).update(payload).digest('base64url')}.${payload}`
}

const ask = (app: InProcessApplication, request: string, query = ''): Promise<ExchangeAnswer> =>
  post(
    app,
    `/auth/notifications/facebook${query}`,
    new URLSearchParams({ signed_request: request }).toString(),
    'application/x-www-form-urlencoded',
  )

function notified(events: readonly AuthEvent[]) {
  return events.flatMap((event) => (event.type === 'provider_notified' ? [event] : []))
}

test('NC1 a consent that was withdrawn ends sessions and tokens; the only account waits for the next consent', async () => {
  await withApp({}, async ({ app, store, events }) => {
    const person = newPerson()
    const { browser, me } = await comes(app, 'apple', person)
    const { browser: second } = await comes(app, 'apple', person)
    const { browser: stranger } = await comes(app, 'apple', newPerson())
    const account = await store.users.findAccount({ issuer: a.issuer, subject: person.sub })
    assert.ok(account && (await store.tokens.find(account.id)))
    const answer = await tell(app, appleToken(app, { type: 'consent-revoked', sub: person.sub }))
    assert.equal(answer.status, 200, answer.body)
    assert.equal(answer.headers['cache-control'], 'no-store')
    assert.equal(await whoIs(browser, app), null)
    assert.equal(await whoIs(second, app), null)
    assert.ok(await whoIs(stranger, app), 'somebody else stays')
    assert.equal(await store.tokens.find(account.id), null)
    await app.auth.close()
    const [event, ...more] = notified(events)
    assert.deepEqual(
      [event?.notification, event?.outcome, event?.userId, event?.sessionIds.length, more.length],
      ['consent-revoked', 'kept', me.id, 2, 0],
    )
    const [entry] = await store.audit.list({ userId: me.id, limit: 1 })
    assert.deepEqual([entry?.type, entry?.reason], ['provider_notified', 'consent-revoked kept'])
    assert.equal((await comes(app, 'apple', person)).me.id, me.id, 'the same person again')
  })
})

test('NC1 with another way in, the account is unlinked, and the sessions of the other one stay', async () => {
  await withApp({}, async ({ app, store, events }) => {
    const [owner, person] = [newPerson(), newPerson()]
    const { browser, me } = await comes(app, 'h', owner)
    await links(app, browser, 'apple', person)
    const other = await comes(app, 'apple', person)
    const { browser: home } = await comes(app, 'h', owner)
    assert.equal(other.me.id, me.id)
    const answer = await tell(app, appleToken(app, { type: 'consent-revoked', sub: person.sub }))
    assert.equal(answer.status, 200, answer.body)
    assert.equal(await whoIs(other.browser, app), null)
    assert.ok(await whoIs(home, app))
    assert.equal(await store.users.findAccount({ issuer: a.issuer, subject: person.sub }), null)
    await app.auth.close()
    assert.equal(notified(events)[0]?.outcome, 'unlinked')
    assert.ok(events.some(({ type }) => type === 'unlinked'))
  })
})

for (const type of ['account-delete', 'account-deleted']) {
  test(`NC1 ${type}: link, tokens and sessions go for good, and with the only account its user`, async () => {
    await withApp({}, async ({ app, store, events }) => {
      const person = newPerson()
      const { browser, me } = await comes(app, 'apple', person)
      // `events` may also be an object instead of text.
      const claims = { events: { type, sub: person.sub, event_time: app.clock } }
      const answer = await tell(app, appleToken(app, {}, { claims }))
      assert.equal(answer.status, 200, answer.body)
      assert.equal(await whoIs(browser, app), null)
      assert.equal(await store.users.findAccount({ issuer: a.issuer, subject: person.sub }), null)
      assert.equal(await app.auth.users.find(me.id), null)
      await app.auth.close()
      assert.equal(notified(events)[0]?.outcome, 'user-deleted')
      assert.ok(events.some((event) => event.type === 'user_deleted' && event.userId === me.id))
      assert.notEqual((await comes(app, 'apple', person)).me.id, me.id)
    })
  })
}

test('NC1 a notification for the primary app is accepted, one for another app is not', async () => {
  await withApp({}, async ({ app }) => {
    const person = newPerson()
    const { browser } = await comes(app, 'apple', person)
    const event = { type: 'consent-revoked', sub: person.sub }
    assert.equal(
      (await tell(app, appleToken(app, event, { claims: { aud: 'com.example.other' } }))).status,
      400,
    )
    assert.ok(await whoIs(browser, app))
    assert.equal(
      (await tell(app, appleToken(app, event, { claims: { aud: 'com.example.app' } }))).status,
      200,
    )
    assert.equal(await whoIs(browser, app), null)
  })
})

test('NC1 forged, stale, foreign and malformed notifications are 400 and change nothing', async () => {
  await withApp({}, async ({ app, store }) => {
    const person = newPerson()
    const { browser } = await comes(app, 'apple', person)
    const event = { type: 'account-delete', sub: person.sub }
    const seconds = Math.floor(app.clock / 1000)
    const honest = appleToken(app, event)
    const bad: Record<string, unknown> = {
      'another key': appleToken(app, event, { key: makeKey('RS256') }),
      'alg none': appleToken(app, event, { alg: 'none' }),
      'alg HS256': appleToken(app, event, { alg: 'HS256' }),
      'wrong audience': appleToken(app, event, { claims: { aud: 'somebody-else' } }),
      'another issuer': appleToken(app, event, { claims: { iss: 'https://appleid.apple.com' } }),
      stale: appleToken(app, event, { claims: { iat: seconds - 90_000, exp: undefined } }),
      expired: appleToken(app, event, { claims: { iat: seconds - 600, exp: seconds - 300 } }),
      'from the future': appleToken(app, event, { claims: { iat: seconds + 600 } }),
      'without iat': appleToken(app, event, { claims: { iat: undefined } }),
      'without jti': appleToken(app, event, { claims: { jti: undefined } }),
      'without events': appleToken(app, event, { claims: { events: undefined } }),
      'events that are no JSON': appleToken(app, event, { claims: { events: '{' } }),
      'without a subject': appleToken(app, { type: 'account-delete' }),
      'a subject that is no text': appleToken(app, { type: 'account-delete', sub: 7 }),
      'a changed payload': `${honest.split('.')[0]}.${appleToken(app, { ...event, x: 1 }).split('.')[1]}.${honest.split('.')[2]}`,
      'no JWT': 'hello',
      nothing: undefined,
    }
    for (const [name, payload] of Object.entries(bad)) {
      const answer = await tell(app, payload)
      assert.equal(answer.status, 400, `${name}: ${answer.body}`)
      assert.equal(typeof JSON.parse(answer.body).error, 'string', name)
    }
    for (const body of ['', '[]', '{"payload":', 'payload=x'])
      assert.equal((await post(app, '/auth/notifications/apple', body, 'application/json')).status, 400, body)
    const large = await post(app, '/auth/notifications/apple', 'x'.repeat(70_000), 'application/json')
    assert.equal(large.status, 413)
    assert.ok(await whoIs(browser, app))
    assert.ok(await store.users.findAccount({ issuer: a.issuer, subject: person.sub }))
    assert.equal((await tell(app, honest)).status, 200, 'twin')
  })
})

test('NC1 a notification counts once: a replay does not end what began since', async () => {
  await withApp({}, async ({ app }) => {
    const person = newPerson()
    await comes(app, 'apple', person)
    const token = appleToken(app, { type: 'consent-revoked', sub: person.sub })
    assert.equal((await tell(app, token)).status, 200)
    app.advance(5)
    const { browser } = await comes(app, 'apple', person)
    assert.equal((await tell(app, token)).status, 400)
    app.advance(86_300)
    assert.equal((await tell(app, token)).status, 400)
    assert.ok(await whoIs(browser, app))
    // Twin: a new notification about the same person takes effect.
    assert.equal((await tell(app, appleToken(app, { type: 'consent-revoked', sub: person.sub }))).status, 200)
    assert.equal(await whoIs(browser, app), null)
  })
})

for (const method of ['deleteOfProvider', 'unlinkAccount', 'useOnce', 'isUsed'] as const) {
  test(`NC1 what a failing store (${method}) left undone is done by the provider's retry`, async () => {
    let fails = false
    const behind = memory()
    const failing = <Facet extends object>(facet: Facet): Facet =>
      new Proxy(facet, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name, target)
          if (name !== method || !fails || typeof value !== 'function') return value
          return () => Promise.reject(new LatchkeyError('store_unavailable'))
        },
      })
    const store: Store = {
      ...behind,
      users: failing(behind.users),
      sessions: failing(behind.sessions),
      marks: failing(behind.marks),
    }
    await withApp({ store }, async ({ app }) => {
      const person = newPerson()
      const { browser } = await comes(app, 'apple', person)
      const token = appleToken(app, { type: 'account-delete', sub: person.sub })
      fails = true
      assert.equal((await tell(app, token)).status, 503, 'so that the provider tries again')
      fails = false
      assert.equal((await tell(app, token)).status, 200, 'the retry')
      assert.equal(await whoIs(browser, app), null)
      assert.equal(await store.users.findAccount({ issuer: a.issuer, subject: person.sub }), null)
      assert.equal((await tell(app, token)).status, 400, 'a replay')
    })
  })
}

test('NC1 keys that cannot be had are 503; the mail of a relay and unknown types are acknowledged', async () => {
  await withApp({}, async ({ app, events }) => {
    const person = newPerson()
    const token = appleToken(app, { type: 'email-disabled', sub: person.sub })
    a.behaviour.jwks = () => ({ status: 500 })
    assert.equal((await tell(app, token)).status, 503)
    a.behaviour = {}
    app.advance(120)
    const { browser, me } = await comes(app, 'apple', person)
    assert.equal((await tell(app, token)).status, 200)
    assert.equal((await tell(app, appleToken(app, { type: 'brand-new', sub: person.sub }))).status, 200)
    assert.ok(await whoIs(browser, app))
    assert.ok(
      app.log.some(({ event, detail }) => event === 'notification_unknown' && /brand-new/.test(detail ?? '')),
    )
    // A subject without an account here.
    assert.equal((await tell(app, appleToken(app, { type: 'account-delete', sub: 'nobody' }))).status, 200)
    await app.auth.close()
    assert.deepEqual(
      notified(events).map(({ notification, outcome, userId }) => [notification, outcome, userId]),
      [
        ['email-disabled', 'noted', me.id],
        ['account-deleted', 'noted', null],
      ],
    )
  })
})

test('NC1 providers without notifications, unknown ones and other methods are refused in JSON', async () => {
  await withApp({}, async ({ app }) => {
    const statusOf = async (id: string) =>
      (await post(app, `/auth/notifications/${id}`, '{}', 'application/json')).status
    assert.equal(await statusOf('h'), 404)
    assert.equal(await statusOf('nobody'), 404)
    const url = new URL(`http://127.0.0.1:${app.port}/auth/notifications/apple`)
    const get = await exchange({ method: 'GET', url, headers: { host: new URL(app.origin).host } })
    assert.equal(get.status, 405)
  })
})

test('NC1 without a store there is nothing to forget: 501', async () => {
  const provider = apple({ clientId: 'c', clientSecret: 's', issuer: a.issuer })
  const app = await startInProcess({ providers: [provider], store: undefined })
  try {
    assert.equal((await tell(app, 'x')).status, 501)
  } finally {
    await app.stop()
  }
})

test('NC2 a request to delete data deletes link, tokens, sessions and the user, and leads to a status page', async () => {
  await withApp({}, async ({ app, store, events }) => {
    const person = newPerson()
    const { browser, me } = await comes(app, 'facebook', person)
    const answer = await ask(app, signedRequest(app, { user_id: person.sub }))
    assert.equal(answer.status, 200, answer.body)
    const { url, confirmation_code: code } = JSON.parse(answer.body)
    assert.match(code, /^[0-9a-z]{26}$/)
    assert.equal(await whoIs(browser, app), null)
    assert.equal(await app.auth.users.find(me.id), null)
    assert.equal(await store.users.findAccount({ issuer: f.issuer, subject: person.sub }), null)
    await app.auth.close()
    assert.ok(events.some(({ type }) => type === 'user_deleted'))
    const page = await app.browser().tab().open(url)
    assert.equal(page.status, 200)
    assert.match(page.text, /deleted/)
    assert.ok(page.text.includes(code))
    for (const secret of [person.sub, String(person.name), String(person.email), me.id])
      assert.ok(!page.html.includes(secret), 'nothing about the person')
    for (const wrong of ['', code.slice(1), `${code.slice(1)}0`, '<script>'])
      assert.equal(
        (
          await app
            .browser()
            .tab()
            .open(app.url(`/auth/deletion-status?code=${encodeURIComponent(wrong)}`))
        ).status,
        404,
      )
    // A later request gets the same answer, so no answer reveals whether an account exists.
    app.advance(1)
    assert.equal((await ask(app, signedRequest(app, { user_id: person.sub }))).status, 200)
  })
})

test('NC2 who has another account stays, without what only this provider had told', async () => {
  await withApp({}, async ({ app, store }) => {
    const [person, owner] = [newPerson({ name: 'Told by Facebook' }), newPerson({ name: 'At home' })]
    const { browser, me } = await comes(app, 'facebook', person)
    await links(app, browser, 'h', owner)
    const { browser: home } = await comes(app, 'h', owner)
    assert.equal((await whoIs(home, app))?.name, 'Told by Facebook')
    assert.equal((await ask(app, signedRequest(app, { user_id: person.sub }))).status, 200)
    assert.equal(await whoIs(browser, app), null)
    assert.deepEqual(
      [(await whoIs(home, app))?.id, (await app.auth.users.find(me.id))?.name],
      [me.id, 'At home'],
    )
    const user = await store.users.find(me.id)
    assert.notEqual(user?.email, person.email)
    assert.equal(await store.users.findAccount({ issuer: f.issuer, subject: person.sub }), null)
  })
})

test('NC2 the deauthorize callback ends sessions and leaves the way back, and is no replay of a deletion', async () => {
  await withApp({}, async ({ app }) => {
    const person = newPerson()
    const { browser, me } = await comes(app, 'facebook', person)
    const request = signedRequest(app, { user_id: person.sub })
    assert.equal((await ask(app, request, '?type=other')).status, 400)
    const answer = await ask(app, request, '?type=deauthorize')
    assert.deepEqual([answer.status, answer.body], [200, '{}'])
    assert.equal(await whoIs(browser, app), null)
    const back = await comes(app, 'facebook', person)
    assert.equal(back.me.id, me.id)
    assert.equal((await ask(app, request, '?type=deauthorize')).status, 400, 'a replay')
    assert.ok(await whoIs(back.browser, app))
    assert.equal((await ask(app, request)).status, 200, 'the other callback of the same second')
    assert.equal(await app.auth.users.find(me.id), null)
  })
})

test('NC2 forged, stale and foreign signed requests are 400 and change nothing', async () => {
  await withApp({}, async ({ app }) => {
    const person = newPerson()
    const { browser, me } = await comes(app, 'facebook', person)
    const fields = { user_id: person.sub }
    const seconds = Math.floor(app.clock / 1000)
    const honest = signedRequest(app, fields)
    const [signature = '', payload = ''] = honest.split('.')
    const bad: Record<string, string> = {
      'another secret': signedRequest(app, fields, 'guessed'),
      'an empty secret': signedRequest(app, fields, ''),
      'a changed payload': `${signature}.${signedRequest(app, { ...fields, x: 1 }).split('.')[1]}`,
      'no signature': `.${payload}`,
      'a short signature': `${signature.slice(0, 20)}.${payload}`,
      'another algorithm': signedRequest(app, { ...fields, algorithm: 'none' }),
      stale: signedRequest(app, { ...fields, issued_at: seconds - 4000 }),
      'from the future': signedRequest(app, { ...fields, issued_at: seconds + 600 }),
      'without a time': signedRequest(app, { ...fields, issued_at: undefined }),
      'without a user': signedRequest(app, {}),
      'of a login, as browsers have it': signedRequest(app, { ...fields, code: 'c' }),
      nothing: '',
    }
    for (const [name, request] of Object.entries(bad)) {
      const answer = await ask(app, request)
      assert.equal(answer.status, 400, `${name}: ${answer.body}`)
    }
    const asJson = JSON.stringify({ signed_request: honest })
    assert.equal((await post(app, '/auth/notifications/facebook', asJson, 'application/json')).status, 400)
    assert.equal((await whoIs(browser, app))?.id, me.id)
    assert.equal((await ask(app, honest)).status, 200, 'twin')
    app.advance(2)
    const again = await comes(app, 'facebook', person)
    for (const replay of [honest, `${signature}=.${payload}`, `${signature}.${payload}=`])
      assert.equal((await ask(app, replay)).status, 400, 'a replay')
    assert.ok(await whoIs(again.browser, app))
  })
})
