import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { latchkey } from '../../../src/latchkey.ts'
import { github } from '../../../src/providers/github.ts'
import { google } from '../../../src/providers/google.ts'
import { memory } from '../../../src/stores/memory.ts'
import { issueTestSession, startTestProviders, type TestProviders } from '../../../src/testing/index.ts'

const origin = 'http://localhost:4000'
const secret = 'a secret of at least thirty-two bytes'
const quiet = { log: () => {} }

describe('issueTestSession', () => {
  for (const [kind, store] of [
    ['sealed', undefined],
    ['stored', memory()],
  ] as const) {
    test(`signs in without a login (${kind} sessions), as the same user each time`, async () => {
      const auth = latchkey({ providers: [google()], store, origin, secret, environment: {}, ...quiet })
      const one = await issueTestSession(auth, { subject: 'ada', name: 'Ada' }, { origin })
      const two = await issueTestSession(auth, { subject: 'ada', name: 'Ada' }, { origin })
      const { user } = await auth.session(one.cookieHeader)
      assert.equal(user?.name, 'Ada')
      assert.equal(two.user.id, one.user.id)
      await auth.close()
    })
  }

  test('can be old, for tests of step-up', async () => {
    const auth = latchkey({ providers: [google()], origin, secret, environment: {}, ...quiet })
    const { cookieHeader } = await issueTestSession(auth, {}, { origin, signedInSecondsAgo: 900 })
    const { session } = await auth.session(cookieHeader)
    assert.ok(session)
    assert.equal(auth.satisfies(session, { maxAgeSeconds: 600 }), false)
    assert.equal(auth.satisfies(session, { maxAgeSeconds: 1_000 }), true)
  })

  test('can be held by a client, which shows it by Authorization', async () => {
    const clients = [{ id: 'phone', device: true }]
    const options = { providers: [google()], origin, secret, environment: {}, store: memory(), ...quiet }
    const auth = latchkey({ ...options, clients, bearer: true })
    const { authorization, user } = await issueTestSession(auth, {}, { origin, client: 'phone' })
    const check = await auth.session({ headers: { authorization: authorization ?? '' } })
    assert.deepEqual([check.user, check.credential, check.session?.clientId], [user, 'bearer', 'phone'])
    assert.equal((await issueTestSession(auth, {}, { origin })).authorization, null)
    await assert.rejects(issueTestSession(auth, {}, { origin, client: 'tv' }), /"tv" must be the id/)
    // If the client is no longer configured, its token is refused.
    const without = latchkey({ ...options, bearer: true })
    const refused = await without.session({ headers: { authorization: authorization ?? '' } })
    assert.equal(refused.session, null)
    assert.match(refused.refusal?.message ?? '', /no longer configured/)
  })

  test('refuses in production', async () => {
    const environment = { NODE_ENV: 'production', GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 's' }
    const auth = latchkey({
      providers: [google()],
      origin: 'https://app.example',
      secret,
      environment,
      ...quiet,
    })
    await assert.rejects(issueTestSession(auth, {}, { origin: 'https://app.example' }), /not for production/)
  })
})

describe('startTestProviders', () => {
  let idp: TestProviders
  before(async () => {
    idp = await startTestProviders([google(), github()], { origin })
  })
  after(() => idp.close())

  test('gives providers with credentials, and the same as environment variables', () => {
    const [first] = idp.providers
    assert.ok(first?.clientId && first.clientSecret)
    assert.equal(idp.environment.GOOGLE_CLIENT_ID, first.clientId)
    assert.match(idp.environment.GITHUB_BASE_URL ?? '', /^http:\/\/127\.0\.0\.1:\d+\/github$/)
  })

  test('a login goes through the code of production, as the chosen person', async () => {
    const auth = latchkey({
      providers: idp.providers,
      store: memory(),
      origin,
      secret,
      environment: {},
      ...quiet,
    })
    idp.answerAs('google', 'alex')
    const begun = await auth.handle(
      new Request(`${origin}/auth/login/google?returnTo=/inbox`, { method: 'POST', headers: { origin } }),
    )
    const cookie = begun.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const answer = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' })
    const callback = answer.headers.get('location') ?? ''
    const finished = await auth.handle(new Request(callback, { headers: { cookie } }))
    assert.equal(finished.headers.get('location'), '/inbox')
    assert.equal(idp.countRequests('google', 'token'), 1)
    const session = finished.headers.getSetCookie().find((value) => !value.includes('Max-Age=0'))
    assert.ok((await auth.session(session?.split(';')[0])).user?.email)
  })

  test('refuses an application that is not on loopback', async () => {
    await assert.rejects(startTestProviders([google()], { origin: 'https://app.example' }), /loopback/)
  })
})
