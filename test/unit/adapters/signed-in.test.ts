// `signedIn(req)` returns the user behind a guard and throws without one, whatever other middleware has left on the request.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import express from 'express'
import { fastify } from 'fastify'
import { latchkey } from 'latchkey'
import { expressLatchkey, requireUser, signedIn } from 'latchkey/express'
import * as onFastify from 'latchkey/fastify'
import { oidc } from 'latchkey/providers/oidc'
import { issueTestSession } from 'latchkey/testing'
import { foreignAuth } from '../../../src/testing/contract/adapter/foreign-auth.ts'

const origin = 'http://localhost:3001'
const auth = latchkey({
  origin,
  secret: 'x'.repeat(40),
  providers: [oidc({ id: 'a', issuer: 'https://a.example', clientId: 'c', clientSecret: 's' })],
  log: () => {},
  environment: {},
})

test('NP12 behind a guard of Express the person is there, with a type that says so', async () => {
  const app = express()
  app.use(expressLatchkey(auth))
  app.use((req, _res, next) => {
    Object.assign(req, { latchkey: foreignAuth, auth: foreignAuth })
    next()
  })
  app.get('/guarded', requireUser(), (req, res) => {
    // Without `?.` this compiles only because the user cannot be null.
    const { user } = signedIn(req)
    res.json(user.id)
  })
  app.get('/open', (req, res) => {
    res.json(signedIn(req).user.id)
  })
  app.use(((error, _req, res, _next) => {
    res.status(error.status ?? 500).send(error.message)
  }) satisfies express.ErrorRequestHandler)
  const server = app.listen(0)
  try {
    const address = server.address()
    const base = `http://localhost:${typeof address === 'object' ? address?.port : ''}`
    const { user, cookieHeader } = await issueTestSession(auth, { subject: 'mira' }, { origin })
    const guarded = await fetch(`${base}/guarded`, { headers: { cookie: cookieHeader } })
    assert.deepEqual([guarded.status, await guarded.json()], [200, user.id])
    const open = await fetch(`${base}/open`)
    assert.equal(open.status, 401)
    assert.match(await open.text(), /signedIn\(\) found no session/)
  } finally {
    server.close()
  }
})

test('NP12 so it is on Fastify', async () => {
  const app = fastify()
  await app.register(onFastify.fastifyLatchkey(auth))
  app.get(
    '/guarded',
    { onRequest: onFastify.requireUser() },
    (request) => onFastify.signedIn(request).user.name,
  )
  app.get('/open', (request) => onFastify.signedIn(request).user.name)
  const { cookieHeader } = await issueTestSession(auth, { subject: 'mira', name: 'Mira' }, { origin })
  const guarded = await app.inject({ url: '/guarded', headers: { cookie: cookieHeader } })
  assert.deepEqual([guarded.statusCode, guarded.body], [200, 'Mira'])
  assert.equal((await app.inject('/open')).statusCode, 401)
  await app.close()
})

test('NP12 without the middleware it says what is missing', () => {
  assert.throws(() => signedIn({ latchkey: foreignAuth }), {
    code: 'session_required',
    message: /no session check/,
  })
})
