// What an adapter adds to a route's response.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliverOn, type ReadAuth } from '../../../src/adapters/request-auth.ts'
import type { Session } from '../../../src/contracts/session.ts'

const anonymous: ReadAuth = { auth: { user: null, session: null, error: null }, setCookies: [] }
const session = { user: { id: 'a' } } as Session
const signedIn: ReadAuth = { auth: { user: session.user, session, error: null }, setCookies: [] }
const renewed: ReadAuth = { ...signedIn, setCookies: ['latchkey=new'] }

test('an anonymous answer depends on the cookie and may be cached', () => {
  const { headers } = deliverOn(new Response('', { headers: { Vary: 'Accept' } }), anonymous)
  assert.deepEqual([headers.get('vary'), headers.get('cache-control')], ['Accept, Cookie', null])
})

test('what a route says about caching stays, unless a cookie travels with it', () => {
  const answer = () => new Response('', { headers: { 'Cache-Control': 'private, max-age=60' } })
  assert.equal(deliverOn(answer(), signedIn).headers.get('cache-control'), 'private, max-age=60')
  // A cached Set-Cookie would sign in other people.
  assert.equal(deliverOn(answer(), renewed).headers.get('cache-control'), 'no-store')
  assert.equal(deliverOn(new Response(), signedIn).headers.get('cache-control'), 'no-store')
})

test('while nobody can tell who this is, nothing is cached', () => {
  const unknown: ReadAuth = { auth: { user: null, session: null, error: new Error('down') }, setCookies: [] }
  assert.equal(deliverOn(new Response(), unknown).headers.get('cache-control'), 'no-store')
})

test('an answer with headers that cannot be changed is copied, body and status included', async () => {
  const redirect = deliverOn(Response.redirect('https://app.example/', 302), renewed)
  assert.deepEqual([redirect.status, redirect.headers.get('location')], [302, 'https://app.example/'])
  assert.deepEqual(redirect.headers.getSetCookie(), ['latchkey=new'])
  const own = new Response('body')
  assert.equal(deliverOn(own, renewed), own, 'no copy where none is needed')
})

test('Vary names the cookie once', () => {
  const refused = new Response(null, { headers: { Vary: 'Cookie' } })
  assert.equal(deliverOn(refused, signedIn).headers.get('vary'), 'Cookie')
})
