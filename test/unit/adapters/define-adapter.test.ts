// An adapter made by `defineAdapter`: which requests go to Latchkey, what routes see, and what guards return.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Auth, LatchkeyError, latchkey } from 'latchkey'
import { defineAdapter, deliverOn, type HostAdapter, type RequestAuth, targetOf } from 'latchkey/kit'
import { google } from 'latchkey/providers/google'
import { memory } from 'latchkey/stores/memory'
import { issueTestSession } from 'latchkey/testing'

const origin = 'http://localhost:4000'

interface Context {
  readonly request: Request
  latchkey?: RequestAuth
}

const adapter: HostAdapter<Context> = defineAdapter<Context>({
  mountedBy: 'app.use(acmeLatchkey(auth))',
  headOf: ({ request: { method, url, headers } }) => ({ method, target: targetOf(url), headers }),
  sourceOf: ({ request }) => request,
  carrierOf: (context) => context,
  expose: (context, auth) => {
    context.latchkey = auth
  },
})

function makeAuth(store = memory()): Auth {
  return latchkey({
    providers: [google({ clientId: 'id', clientSecret: 'secret' })],
    store,
    origin,
    secret: 'x'.repeat(43),
    log: () => {},
  })
}

function at(path: string, cookie?: string): Context {
  return { request: new Request(`${origin}${path}`, { headers: cookie ? { cookie } : {} }) }
}

async function signedIn(auth: Auth): Promise<string> {
  return (await issueTestSession(auth, { name: 'Ada' }, { origin })).cookieHeader
}

describe('an adapter made of a description', () => {
  test('leaves what is below the base path to auth.handle', () => {
    const auth = makeAuth()
    assert.equal(adapter.isOurs(auth, at('/auth')), true)
    assert.equal(adapter.isOurs(auth, at('/auth/login?a=b')), true)
    assert.equal(adapter.isOurs(auth, at('/authors')), false)
    assert.equal(adapter.isOurs(auth, at('/')), false)
  })

  test('exposes who is signed in, and admits them', async () => {
    const auth = makeAuth()
    const context = at('/profile', await signedIn(auth))
    const read = await adapter.read(auth, context)
    assert.equal(context.latchkey?.user?.name, 'Ada')
    assert.equal(adapter.requireUser()(context), null)
    assert.equal(adapter.requireFresh({ maxAge: 300 })(context), null)
    assert.equal(deliverOn(new Response('x'), read).headers.get('cache-control'), 'no-store')
  })

  test('refuses an anonymous visitor: a page by 303, an API by 401', async () => {
    const auth = makeAuth()
    const page = at('/profile?a=b')
    await adapter.read(auth, page)
    assert.equal(page.latchkey?.user, null)
    const sent = adapter.requireUser()(page)
    assert.deepEqual(
      [sent?.status, sent?.headers.get('location')],
      [303, '/auth/login?returnTo=%2Fprofile%3Fa%3Db'],
    )
    assert.equal(adapter.requireUser({ api: true })(page)?.status, 401)
  })

  test('NF1 believes nothing that another middleware left, and shows routes who was let through', async () => {
    const auth = makeAuth()
    const stranger = at('/profile')
    await adapter.read(auth, stranger)
    const context = at('/profile', await signedIn(auth))
    await adapter.read(auth, context)
    const known = context.latchkey
    assert.ok(known)
    stranger.latchkey = known
    assert.equal(adapter.requireUser()(stranger)?.status, 303)
    context.latchkey = { user: null, session: null, error: null }
    assert.equal(adapter.requireUser()(context), null)
    assert.equal(context.latchkey, known)
  })

  test('makes every guard in the shape of its host, and says who was let through', async () => {
    const guards = adapter.guardsAs((refusalFor, { api }) => (context: Context) => {
      const refusal = refusalFor(context)
      return refusal ? `${refusal.status}${api ? ' for programs' : ''}` : adapter.signedIn(context).user.name
    })
    const every = [
      guards.requireUser(),
      guards.requireUser({ api: true, allow: () => false }),
      guards.requireRole('admin'),
      guards.requireClaim('groups', ['staff']),
      guards.requireFresh({ maxAge: 300 }),
    ]
    const auth = makeAuth()
    const context = at('/profile', await signedIn(auth))
    await adapter.read(auth, context)
    assert.deepEqual(
      every.map((guard) => guard(context)),
      ['Ada', '403 for programs', '403', '403', 'Ada'],
    )
    const stranger = at('/profile')
    await adapter.read(auth, stranger)
    assert.deepEqual(
      every.map((guard) => guard(stranger)),
      ['303', '401 for programs', '303', '303', '303'],
    )
    assert.throws(() => adapter.signedIn(stranger), { code: 'session_required' })
  })

  test('a guard without the adapter before it says what is missing', () => {
    assert.throws(() => adapter.requireUser()(at('/')), /needs app\.use\(acmeLatchkey\(auth\)\)/)
    assert.throws(
      () => adapter.requireFresh({ maxAge: 1 })(at('/')),
      /needs app\.use\(acmeLatchkey\(auth\)\)/,
    )
  })

  test('a page that is made in advance finds nobody, and its guard says why it cannot be', () => {
    const context = at('/')
    adapter.prerender(context)
    assert.deepEqual(context.latchkey, { user: null, session: null, error: null })
    assert.throws(() => adapter.requireUser()(context), /cannot be prerendered/)
  })

  test('with the store down, nobody is signed in and guards answer 503', async () => {
    const store = memory()
    const find = () => Promise.reject(new LatchkeyError('store_unavailable'))
    const cookie = await signedIn(makeAuth(store))
    const auth = makeAuth({ ...store, sessions: { ...store.sessions, find } })
    const context = at('/profile', cookie)
    await adapter.read(auth, context)
    assert.equal(context.latchkey?.user, null)
    assert.ok(context.latchkey?.error)
    assert.equal(adapter.requireUser()(context)?.status, 503)
  })
})
