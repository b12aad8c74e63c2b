// Clients without cookies at the gateway: their tokens follow the same rules as cookies, end with their session, and
// are not passed on to the application.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { LatchkeyError } from '../../src/errors.ts'
import { innerParts } from '../../src/latchkey.ts'
import { memory } from '../../src/stores/memory.ts'
import { issueTestSession } from '../../src/testing/issue-test-session.ts'
import {
  type EchoApplication,
  inTime,
  openSocket,
  startEchoApplication,
  startTestGateway,
  type TestGateway,
} from '../support/gateway.ts'
import { ProvingClient } from '../support/trusted-issuer.ts'

const rules = [{ path: '/public/*', allow: 'public' }]
const environment = { BEARER: '1', NATIVE_CLIENTS: 'phone:com.example.phone:/signed-in' }
let application: EchoApplication
let gateway: TestGateway

before(async () => {
  application = await startEchoApplication()
  gateway = await startTestGateway({ application, rules, environment })
})

after(async () => {
  await gateway.stop()
  await application.stop()
})

async function phone(at: TestGateway = gateway) {
  const { auth } = at.running
  const { authorization, user, cookieHeader } = await issueTestSession(
    auth,
    { name: 'Ada' },
    { origin: at.origin, provider: 'main', client: 'phone' },
  )
  assert.ok(authorization)
  return { authorization, user, cookieHeader }
}

/** A token for the same session, bound to this key. */
async function boundToken(key: ProvingClient): Promise<string> {
  const { cookieHeader } = await phone()
  const { bearer, settings } = innerParts(gateway.running.auth).core
  const token = cookieHeader.slice(cookieHeader.indexOf('=') + 1)
  return bearer.seal({ token, clientId: 'phone', thumbprint: key.thumbprint }, settings.now() + 600_000)
}

test('R21 a token opens what a cookie opens, and goes no further than the gateway', async () => {
  const { authorization, user } = await phone()
  const answer = await gateway.get('/x', { headers: { authorization } })
  assert.equal(answer.status, 200)
  assert.equal(answer.received?.headers['x-latchkey-user'], user.id)
  assert.equal(answer.received?.headers.authorization, undefined)
  const open = await gateway.get('/public/x', { headers: { authorization } })
  assert.equal(open.received?.headers['x-latchkey-user'], user.id)
  assert.equal(open.received?.headers.authorization, undefined)
  const changed = await gateway.get('/x', { headers: { authorization: `${authorization}x` } })
  assert.equal(changed.status, 401)
  assert.match(String(changed.headers['www-authenticate']), /^Bearer error="invalid_token"/)
  assert.equal(changed.received, null)
})

test('R21 two tokens at once, and one in the address, are refused', async () => {
  const [one, two] = [await phone(), await phone()]
  for (const headers of [
    ['Authorization', one.authorization, 'Authorization', two.authorization],
    ['Authorization', one.authorization, 'authorization', one.authorization],
    ['Authorization', `${one.authorization}, ${two.authorization}`],
  ]) {
    const { status, received } = await gateway.get('/x', { headers })
    assert.deepEqual([status, received], [400, null], headers.join())
  }
  const { authorization } = one
  const both = await gateway.get('/x?access_token=a', { headers: { authorization } })
  assert.deepEqual([both.status, both.received], [400, null])
  assert.equal((await gateway.get('/x?token=a', { headers: { authorization } })).status, 200)
})

test('R21 a token that is bound to a key needs a proof for this very request', async () => {
  const key = new ProvingClient(Date.now)
  const token = await boundToken(key)
  const authorization = `DPoP ${token}`
  const proof = (htu: string, htm = 'GET', by = key) => by.proof(token, { htu, htm })
  const url = (path: string) => `${gateway.origin}${path}`
  const ask = (dpop: string, path = '/x?a=1', method = 'GET') =>
    gateway.get(path, { method, headers: { authorization, dpop } })
  const good = proof(url('/x'))
  const answer = await ask(good)
  assert.equal(answer.status, 200, answer.body)
  assert.equal(answer.received?.headers.authorization, undefined)
  assert.equal(answer.received?.headers.dpop, undefined, 'the proof is for the gateway, too')
  for (const [dpop, path, method] of [
    [good, '/x?a=1', 'GET'],
    [proof(url('/y')), '/x', 'GET'],
    [proof(url('/x'), 'POST'), '/x', 'GET'],
    [proof('https://evil.example/x'), '/x', 'GET'],
    [proof(url('/x'), 'GET', new ProvingClient(Date.now)), '/x', 'GET'],
    ['', '/x', 'GET'],
  ] as const) {
    const refused = await ask(dpop, path, method)
    assert.deepEqual([refused.status, refused.received], [401, null], `${path} ${dpop.slice(-10)}`)
  }
  assert.equal(
    (await gateway.get('/x', { headers: { authorization: `Bearer ${token}`, dpop: proof(url('/x')) } }))
      .status,
    401,
  )
})

test('R21 behind a proxy that asks, the proof is for what the browser asked', async () => {
  const own = await startTestGateway({
    application,
    rules,
    environment: { ...environment, TRUST_PROXY: '127.0.0.1' },
  })
  try {
    const { authorization } = await phone(own)
    const asked = {
      'X-Forwarded-Method': 'POST',
      'X-Forwarded-Uri': '/x',
      'X-Forwarded-Host': `localhost:${own.port}`,
    }
    assert.equal((await own.verify({ ...asked, authorization })).status, 200)
    assert.equal((await own.verify({ ...asked, authorization: 'Bearer made.up' })).status, 401)
  } finally {
    await own.stop()
  }
})

test('R21 while the store cannot tell, no token of ours reaches a public page', async () => {
  const behind = memory()
  let mode: 'works' | 'fails' | 'hangs' = 'works'
  const find: typeof behind.sessions.find = (id) => {
    if (mode === 'fails') throw new LatchkeyError('store_unavailable')
    return mode === 'hangs' ? new Promise<never>(() => {}) : behind.sessions.find(id)
  }
  const store = { ...behind, sessions: { ...behind.sessions, find } }
  const own = await startTestGateway({
    application,
    rules,
    store,
    environment: { ...environment, SESSION_CACHE_SECONDS: '0' },
  })
  try {
    const { authorization } = await phone(own)
    for (mode of ['fails', 'hangs'] as const) {
      const { status, received } = await own.get('/public/x', { headers: { authorization } })
      assert.deepEqual([status, received?.headers.authorization], [200, undefined], mode)
    }
  } finally {
    await own.stop()
  }
})

test('R21 what is no token of ours is the application’s own, for visitors and beside a cookie', async () => {
  const cookie = await gateway.signIn()
  const basic = 'Basic YWRhOnNlY3JldA=='
  for (const [path, headers] of [
    ['/x', { cookie, authorization: basic }],
    ['/public/x', { authorization: basic }],
    ['/public/x', { authorization: 'Bearer token-of-the-application' }],
  ] as const) {
    const { status, received } = await gateway.get(path, { headers })
    assert.deepEqual([status, received?.headers.authorization], [200, headers.authorization], path)
  }
})

test('R15, R21 a WebSocket that a token opened ends with its session, at once', async () => {
  const own = await startTestGateway({ application, rules, environment })
  try {
    const { auth } = own.running
    const open = async (
      how: (at: TestGateway) => Promise<{ authorization: string; user: { id: string } }>,
    ) => {
      const { authorization, user } = await how(own)
      return { user, socket: await openSocket(own, '/ws', { Authorization: authorization }) }
    }
    const [kept, ended, removed] = [await open(phone), await open(phone), await open(phone)]
    await auth.sessions.endAll(ended.user.id)
    await auth.users.delete(removed.user.id)
    await inTime(ended.socket.closed, removed.socket.closed)
    assert.equal(await kept.socket.says('still here'), 'still here')
    kept.socket.close()
  } finally {
    await own.stop()
  }
})
