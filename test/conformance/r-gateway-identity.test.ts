// What the application behind the gateway learns about a person, and that only the gateway can assert an identity.
import assert from 'node:assert/strict'
import { createPublicKey, randomBytes, verify } from 'node:crypto'
import { after, before, test } from 'node:test'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import {
  type EchoApplication,
  type Received,
  startEchoApplication,
  startTestGateway,
  TEST_SECRET,
  type TestGateway,
} from '../support/gateway.ts'

let gateway: TestGateway
let application: EchoApplication
let cookie: string
const person = { subject: 'ada', name: 'Ada', email: 'ada@example.com', emailVerified: true }

before(async () => {
  application = await startEchoApplication()
  gateway = await startTestGateway({
    application,
    environment: { TRUST_PROXY: '127.0.0.1' },
    rules: [{ path: '/public/*', allow: 'public' }],
  })
  cookie = await gateway.signIn(person)
})

after(async () => {
  await gateway.stop()
  await application.stop()
})

/** All values under any spelling that some server could read as this name. */
function told(received: Received | null, name: string): readonly string[] {
  const { rawHeaders = [], trailers = [] } = received ?? {}
  const all = [...rawHeaders, ...trailers]
  return all.flatMap((text, at) =>
    at % 2 === 0 && text.toLowerCase().replace(/[^a-z0-9]/g, '-') === name.toLowerCase()
      ? [all[at + 1] ?? '']
      : [],
  )
}

const spellings = [
  'X-Latchkey-User',
  'x-latchkey-user',
  'X_Latchkey_User',
  'x_latchkey-user',
  'X.Latchkey.User',
  "X'Latchkey'User",
  'X-LATCHKEY-USER',
  'x~latchkey~user',
]

test('R6 the application is told who is there, once', async () => {
  const { received } = await gateway.get('/x', { headers: { cookie } })
  const [user, ...more] = told(received, 'X-Latchkey-User')
  assert.equal(more.length, 0)
  assert.match(user ?? '', /^[0-9a-f-]{36}$/)
  assert.deepEqual(told(received, 'X-Latchkey-Email'), ['ada@example.com'])
  assert.deepEqual(told(received, 'X-Latchkey-Name'), ['Ada'])
  assert.deepEqual(told(received, 'X-Latchkey-Provider'), ['main'])
})

test('R6 what the browser sends under such a name goes no further, in any spelling and number', async () => {
  for (const name of spellings) {
    const headers = ['Cookie', cookie, name, 'admin', name, 'root']
    const { received } = await gateway.get('/x', { headers })
    const users = told(received, 'X-Latchkey-User')
    assert.equal(users.length, 1, name)
    assert.match(users[0] ?? '', /^[0-9a-f-]{36}$/, name)
    const { received: anonymous } = await gateway.get('/public/x', { headers: [name, 'admin'] })
    assert.deepEqual(told(anonymous, 'X-Latchkey-User'), [], name)
  }
  // Names that the gateway may use in the future.
  const { received } = await gateway.get('/public/x', {
    headers: ['X-Latchkey-Groups', 'admins', 'X_Latchkey_Access_Token', 't'],
  })
  assert.equal(
    received?.rawHeaders.some((text) => /latchkey/i.test(text)),
    false,
  )
})

test('R6 neither does what comes in trailers', async () => {
  const answer = await gateway.raw(
    `POST /public/x HTTP/1.1\r\nHost: localhost:${gateway.port}\r\nTransfer-Encoding: chunked\r\nTrailer: X-Latchkey-User\r\nConnection: close\r\n\r\n` +
      '3\r\nabc\r\n0\r\nX-Latchkey-User: admin\r\nX_Latchkey_User: admin\r\n\r\n',
  )
  assert.match(answer, /"bodyBytes":3/)
  const received = application.received.at(-1) ?? null
  assert.deepEqual(told(received, 'X-Latchkey-User'), [])
  assert.deepEqual(received?.trailers, [])
})

test('R6 at verify, ours replace what the browser sent, and other spellings are refused', async () => {
  const asks = { 'X-Forwarded-Uri': '/x', 'X-Forwarded-Host': 'localhost', cookie }
  const replaced = await gateway.verify({ ...asks, 'X-Latchkey-User': 'admin' })
  assert.equal(replaced.status, 200)
  assert.match(String(replaced.headers['x-latchkey-user']), /^[0-9a-f-]{36}$/)
  for (const name of ['X_Latchkey_User', 'X.Latchkey.User', 'x_latchkey-jwt']) {
    assert.equal((await gateway.verify({ ...asks, [name]: 'admin' })).status, 400, name)
  }
  // Without a session, every header is sent, empty: a proxy that copies them then overwrites what the browser sent (GHSA-7r4p-vjf4-gxv4).
  const nobody = await gateway.verify({ 'X-Forwarded-Uri': '/public/x', 'X-Forwarded-Host': 'localhost' })
  assert.equal(nobody.status, 200)
  for (const name of ['user', 'email', 'name', 'provider', 'jwt'])
    assert.equal(nobody.headers[`x-latchkey-${name}`], '', name)
})

test('R6 what else proxies say of a request is said anew', async () => {
  const lies = {
    'X-Forwarded-For': '6.6.6.6',
    'X-Forwarded-Proto': 'https',
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Prefix': '/evil',
    'X-Forwarded-Anything': '1',
    X_Forwarded_For: '6.6.6.6',
    Forwarded: 'for=6.6.6.6',
    'X-Real-IP': '6.6.6.6',
    'X-Original-URL': '/admin',
    'X-Rewrite-URL': '/admin',
  }
  const { received } = await gateway.get('/public/x', { headers: lies, from: '127.0.0.2' })
  assert.deepEqual(
    Object.entries(received?.headers ?? {}).filter(([name]) => /forward|real|original|rewrite/.test(name)),
    [
      ['x-forwarded-for', '127.0.0.2'],
      ['x-forwarded-host', `localhost:${gateway.port}`],
      ['x-forwarded-proto', 'http'],
      ['x-real-ip', '127.0.0.2'],
    ],
  )
  // Headers from a listed proxy are trusted.
  const { received: behind } = await gateway.get('/public/x', {
    headers: { 'X-Forwarded-For': '203.0.113.9', 'X-Forwarded-Proto': 'https', 'X-Forwarded-Prefix': '/app' },
  })
  assert.equal(behind?.headers['x-forwarded-for'], '203.0.113.9, 127.0.0.1')
  assert.equal(behind?.headers['x-forwarded-proto'], 'https')
  assert.equal(behind?.headers['x-forwarded-prefix'], '/app')
  assert.equal(behind?.headers['x-real-ip'], '203.0.113.9')
})

test('R7 no Connection option takes off what the gateway says, and what it names ends here', async () => {
  const { received } = await gateway.get('/x', {
    headers: [
      'Cookie',
      cookie,
      'Connection',
      'close, X-Latchkey-User, X-Latchkey-Jwt, X-Forwarded-For, X-Own',
      'X-Own',
      '1',
    ],
  })
  assert.equal(told(received, 'X-Latchkey-User').length, 1)
  assert.equal(told(received, 'X-Latchkey-Jwt').length, 1)
  assert.deepEqual(told(received, 'X-Forwarded-For'), ['127.0.0.1'])
  assert.deepEqual(told(received, 'X-Own'), [])
  // The application's answer cannot pass on such headers either.
  application.answers.set('/public/hop', (_, response) => {
    response.writeHead(200, [
      'Connection',
      'X-Inner',
      'X-Inner',
      '1',
      'Keep-Alive',
      'timeout=3',
      'X-Outer',
      '2',
    ])
    response.end('ok')
  })
  const answer = await gateway.get('/public/hop')
  assert.equal(answer.headers['x-inner'], undefined)
  assert.equal(answer.headers['x-outer'], '2')
})

test('R8 the token verifies with the published key, for one audience, and lives a minute', async () => {
  const { headers } = await gateway.verify({
    'X-Forwarded-Uri': '/x',
    'X-Forwarded-Host': 'localhost',
    cookie,
  })
  const jwt = String(headers['x-latchkey-jwt'])
  const keys = createRemoteJWKSet(new URL(`http://127.0.0.1:${gateway.port}/auth/gateway/jwks`))
  const { payload, protectedHeader } = await jwtVerify(jwt, keys, {
    issuer: gateway.origin,
    audience: gateway.origin,
    algorithms: ['ES256'],
  })
  assert.equal(protectedHeader.alg, 'ES256')
  assert.equal(payload.sub, headers['x-latchkey-user'])
  assert.equal(payload.email, 'ada@example.com')
  assert.equal(payload.email_verified, true)
  assert.equal(payload.provider_subject, 'ada')
  assert.equal(Number(payload.exp) - Number(payload.iat), 60)
  await assert.rejects(jwtVerify(jwt, keys, { audience: 'https://other.example' }), /aud/)
  await assert.rejects(jwtVerify(jwt, keys, { currentDate: new Date(Date.now() + 61_000) }), /exp/)
  // In addition to the library, Node itself verifies the token.
  const { keys: published } = JSON.parse((await gateway.get('/auth/gateway/jwks')).body)
  assert.equal(published.length, 1)
  assert.deepEqual(Object.keys(published[0]).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
  const [head, body, signature] = jwt.split('.')
  const key = {
    key: createPublicKey({ key: published[0], format: 'jwk' }),
    dsaEncoding: 'ieee-p1363',
  } as const
  const signed = Buffer.from(`${head}.${body}`)
  assert.ok(verify('sha256', signed, key, Buffer.from(signature ?? '', 'base64url')))
  const changed = Buffer.from(
    `${head}.${Buffer.from(JSON.stringify({ ...payload, sub: 'admin' })).toString('base64url')}`,
  )
  assert.equal(verify('sha256', changed, key, Buffer.from(signature ?? '', 'base64url')), false)
})

test('R8 gateways with one secret have one key, other applications have others, and rotation keeps the old ones', async () => {
  const newest = randomBytes(32).toString('base64url')
  const keyIds = async (environment: Record<string, string>): Promise<readonly string[]> => {
    const other = await startTestGateway({ application, environment })
    try {
      return JSON.parse((await other.get('/auth/gateway/jwks')).body).keys.map(
        ({ kid }: { kid: string }) => kid,
      )
    } finally {
      await other.stop()
    }
  }
  const same = { LATCHKEY_AUDIENCE: 'shop', LATCHKEY_SECRET: TEST_SECRET }
  const [first] = await keyIds(same)
  assert.deepEqual(await keyIds(same), [first])
  assert.notEqual((await keyIds({ ...same, LATCHKEY_AUDIENCE: 'other' }))[0], first)
  const rotated = await keyIds({ ...same, LATCHKEY_SECRET: `${newest},${TEST_SECRET}` })
  assert.equal(rotated.length, 2)
  assert.equal(rotated[1], first)
})

test('R8 an address that nothing proves is in the token only, and says so there', async () => {
  const unverified = await gateway.signIn({
    email: 'eve@example.com',
    emailVerified: false,
    name: 'Zoë 🙂\r\nX: y',
  })
  const { headers } = await gateway.verify({
    'X-Forwarded-Uri': '/x',
    'X-Forwarded-Host': 'localhost',
    cookie: unverified,
  })
  assert.equal(headers['x-latchkey-email'], '')
  assert.equal(decodeURIComponent(String(headers['x-latchkey-name'])).startsWith('Zoë 🙂'), true)
  assert.doesNotMatch(String(headers['x-latchkey-name']), /[^ -~]/)
  const payload = decodeJwt(String(headers['x-latchkey-jwt']))
  assert.deepEqual([payload.email, payload.email_verified], ['eve@example.com', false])
})

test('R12 the session’s cookie is for one host, and the application neither sees nor sets it', async () => {
  const [name = ''] = cookie.split('=')
  const { received } = await gateway.get('/x', { headers: { cookie: `theme=dark; ${cookie}; cart=1` } })
  assert.equal(received?.headers.cookie, 'theme=dark; cart=1')
  application.answers.set('/public/set', (_, response) => {
    response.setHeader('Set-Cookie', [`${name}=stolen; Path=/`, `${name}.abc=x`, 'cart=2; Path=/'])
    response.end('ok')
  })
  assert.deepEqual((await gateway.get('/public/set')).headers['set-cookie'], ['cart=2; Path=/'])
})

test('R18 shared caches are told to keep no page that was for one person', async () => {
  const said: Record<string, string> = {
    '/page': '',
    '/asset': 'public, max-age=600, s-maxage=900',
    '/own': 'private, max-age=5',
    '/never': 'no-store',
    '/public/asset': 'public, max-age=600',
    '/public/page': '',
  }
  for (const [path, value] of Object.entries(said)) {
    application.answers.set(path, (_, response) => {
      if (value) response.setHeader('Cache-Control', value)
      response.end('ok')
    })
  }
  const cacheControl = async (path: string, signedIn = true) =>
    (await gateway.get(path, { headers: signedIn ? { cookie } : {} })).headers['cache-control']
  assert.equal(await cacheControl('/page'), 'no-store')
  assert.equal(await cacheControl('/asset'), 'private, max-age=600')
  assert.equal(await cacheControl('/own'), 'private, max-age=5')
  assert.equal(await cacheControl('/never'), 'no-store')
  assert.equal(await cacheControl('/public/asset'), 'public, max-age=600')
  assert.equal(await cacheControl('/public/page'), 'no-store', 'it may show who is signed in')
  assert.equal(await cacheControl('/public/page', false), undefined)
  assert.match(String((await gateway.get('/public/page')).headers.vary), /Cookie/)
})
