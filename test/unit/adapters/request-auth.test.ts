// What every adapter does with a session read: whom it names, which headers it delivers, whom a guard lets through.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  deliverOn,
  freshGuard,
  type RequestAuth,
  readAuth,
  userGuard,
} from '../../../src/adapters/request-auth.ts'
import type { Session } from '../../../src/contracts/session.ts'
import { LatchkeyError } from '../../../src/errors.ts'
import type { MountedAuth } from '../../../src/latchkey.ts'

const user = { id: 'u', email: null, emailVerified: false, name: 'Ada', picture: null, createdAt: 0 }
const session = { id: 's', user, authenticatedAt: new Date(0), acr: null } as unknown as Session
const anonymous: RequestAuth = { user: null, session: null, error: null }
const signedIn: RequestAuth = { user, session, error: null }
const unknown: RequestAuth = { user: null, session: null, error: new LatchkeyError('store_unavailable') }
const head = { method: 'GET', target: '/x', headers: new Headers() }

function authThat(check: () => unknown): MountedAuth {
  return {
    basePath: '/auth',
    session: check,
    satisfies: (_: Session, demand: { maxAgeSeconds?: number }) => demand.maxAgeSeconds === 300,
    refuse: (_: unknown, options: unknown) => Response.json(options),
  } as unknown as MountedAuth
}

test('a read that needs no promise answers at once; one that does answers later', async () => {
  const now = readAuth(
    authThat(() => ({ session, setCookies: ['a=1'] })),
    null,
  )
  assert.ok(!(now instanceof Promise))
  assert.deepEqual(now, { auth: signedIn, setCookies: ['a=1'] })
  const later = readAuth(
    authThat(async () => ({ session: null, setCookies: [] })),
    null,
  )
  assert.deepEqual(await later, { auth: anonymous, setCookies: [] })
})

test('a store that is down makes nobody signed in and never rejects', async () => {
  const down = new LatchkeyError('store_unavailable')
  const failing = [
    authThat(() => {
      throw down
    }),
    authThat(() => Promise.reject(down)),
  ]
  for (const auth of failing) {
    assert.deepEqual(await readAuth(auth, null), { auth: { ...anonymous, error: down }, setCookies: [] })
  }
})

test('every answer varies by cookie; one for somebody is not stored', () => {
  const open = deliverOn(new Response(), { auth: anonymous, setCookies: [] })
  assert.deepEqual([open.headers.get('vary'), open.headers.get('cache-control')], ['Cookie', null])
  for (const auth of [signedIn, unknown]) {
    assert.equal(deliverOn(new Response(), { auth, setCookies: [] }).headers.get('cache-control'), 'no-store')
  }
})

test('what the route says of caching stays, unless a cookie travels with it', () => {
  const route = () =>
    new Response('x', { headers: { 'cache-control': 'private, max-age=60', vary: 'Accept' } })
  const kept = deliverOn(route(), { auth: signedIn, setCookies: [] })
  assert.equal(kept.headers.get('cache-control'), 'private, max-age=60')
  assert.equal(kept.headers.get('vary'), 'Accept, Cookie')
  const renewed = deliverOn(route(), { auth: signedIn, setCookies: ['a=1', 'b=2'] })
  assert.equal(renewed.headers.get('cache-control'), 'no-store')
  assert.deepEqual(renewed.headers.getSetCookie(), ['a=1', 'b=2'])
})

test('an answer whose headers cannot be changed is copied, with its status and body', async () => {
  const answer = deliverOn(Response.redirect('https://app.example/next', 302), {
    auth: signedIn,
    setCookies: ['a=1'],
  })
  assert.deepEqual([answer.status, answer.headers.get('location')], [302, 'https://app.example/next'])
  assert.deepEqual(answer.headers.getSetCookie(), ['a=1'])
})

test('a guard lets somebody through, and nobody else', async () => {
  const auth = authThat(() => null)
  const guard = userGuard({ api: true })
  assert.ok(guard.admits(auth, signedIn))
  for (const current of [anonymous, unknown]) assert.ok(!guard.admits(auth, current))
  assert.deepEqual(await guard.refuse(auth, anonymous, head).json(), { isApi: true, error: null })
})

test('a guard for freshness asks for it, of people who are signed in; of others for a sign-in', async () => {
  const auth = authThat(() => null)
  assert.ok(freshGuard({ maxAge: 300 }).admits(auth, signedIn))
  assert.ok(!freshGuard({ maxAge: 300 }).admits(auth, anonymous))
  const stricter = freshGuard({ maxAge: 60, acr: 'urn:mfa' })
  assert.ok(!stricter.admits(auth, signedIn))
  const { demand } = await stricter.refuse(auth, signedIn, head).json()
  assert.deepEqual(demand, { maxAgeSeconds: 60, acrValues: ['urn:mfa'] })
  assert.equal((await stricter.refuse(auth, anonymous, head).json()).demand, undefined)
})
