// The gateway as a reverse proxy: a request passes only after the rules have judged it, an admitted request passes
// unchanged, and failures of the store, the rules and the application have different answers.
import assert from 'node:assert/strict'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { LatchkeyError } from '../../src/errors.ts'
import { memory } from '../../src/stores/memory.ts'
import {
  type EchoApplication,
  inTime,
  openSocket,
  startEchoApplication,
  startTestGateway,
  type TestGateway,
} from '../support/gateway.ts'

let gateway: TestGateway
let application: EchoApplication
let cookie: string
const rules = [{ path: '/public/*', allow: 'public' }]

before(async () => {
  application = await startEchoApplication()
  gateway = await startTestGateway({ application, rules, environment: { UPSTREAM_TIMEOUT_SECONDS: '1' } })
  cookie = await gateway.signIn({ name: 'Ada' })
})

after(async () => {
  await gateway.stop()
  await application.stop()
})

/** Returns how many requests reach the application while `what` runs. */
async function reaching(what: () => Promise<unknown>): Promise<number> {
  const before = application.received.length
  await what()
  return application.received.length - before
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 10_000
  while (!(await isSo())) {
    assert.ok(Date.now() < giveUpAt, 'it did not happen within ten seconds')
    await wait(25)
  }
}

const head = (lines: readonly string[]): string =>
  `${[...lines, `Host: localhost:${gateway.port}`].join('\r\n')}\r\n\r\n`

test('R13 a body that could be read in two ways is refused', async () => {
  const inner = 'GET /profile HTTP/1.1\r\nHost: localhost\r\n\r\n'
  for (const lines of [
    ['POST /public/x HTTP/1.1', `Content-Length: ${inner.length}`, 'Transfer-Encoding: chunked'],
    ['POST /public/x HTTP/1.1', 'Content-Length: 3', `Content-Length: ${inner.length}`],
    ['POST /public/x HTTP/1.1', 'Transfer-Encoding : chunked'],
    ['POST /public/x HTTP/1.1', 'Transfer-Encoding: xchunked'],
    ['POST /public/x HTTP/1.1', 'Transfer-Encoding: chunked, identity'],
    ['POST /public/x HTTP/1.1', 'Content-Length: +3'],
    ['POST /public/x HTTP/1.1', 'X: a\rContent-Length: 3'],
    ['POST http://localhost/public/x HTTP/1.1', 'Content-Length: 0'],
  ]) {
    const count = await reaching(async () => {
      assert.match(await gateway.raw(head(lines) + inner), /^HTTP\/1\.1 (400|501) /, lines.join(' '))
    })
    assert.equal(count, 0, lines.join(' '))
  }
})

test('R13 what a body is encoded with beside its chunks is not lost on the way', async () => {
  for (const [encoding, status] of [
    ['gzip, chunked', 400],
    ['chunked', 200],
    ['Chunked', 200],
  ] as const) {
    const lines = head(['POST /public/x HTTP/1.1', `Transfer-Encoding: ${encoding}`])
    const count = await reaching(async () => {
      const answer = await gateway.raw(`${lines}3\r\nabc\r\n0\r\n\r\n`)
      assert.ok(answer.startsWith(`HTTP/1.1 ${status} `), `${encoding}: ${answer.slice(0, 30)}`)
    })
    assert.equal(count, status === 200 ? 1 : 0)
  }
})

test('R13 bodies and requests behind one another are each what they are', async () => {
  const inner = `GET /profile HTTP/1.1\r\nHost: localhost:${gateway.port}\r\n\r\n`
  // A body is never read as a request, even on a GET or in chunks.
  await gateway.raw(head(['GET /public/x HTTP/1.1', `Content-Length: ${inner.length}`]) + inner)
  assert.equal(application.received.at(-1)?.bodyBytes, inner.length)
  await gateway.raw(
    `${head(['PUT /public/x HTTP/1.1', 'Transfer-Encoding: chunked'])}${inner.length.toString(16)}\r\n${inner}\r\n0\r\n\r\n`,
  )
  assert.equal(application.received.at(-1)?.bodyBytes, inner.length)
  // A second request on the same connection is judged separately.
  const both = await gateway.raw(head(['GET /public/x HTTP/1.1']) + inner)
  assert.deepEqual(both.match(/HTTP\/1\.1 \d+/g), ['HTTP/1.1 200', 'HTTP/1.1 303'])
  await gateway.raw(head(['POST /public/x HTTP/1.1']))
  assert.equal(application.received.at(-1)?.headers['content-length'], '0')
})

test('R13 no upgrade but a WebSocket passes, and a refused one opens no tunnel', async () => {
  const key = [
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ]
  const smuggled = `GET /profile HTTP/1.1\r\nHost: localhost:${gateway.port}\r\n\r\n`
  for (const upgrade of ['h2c', 'TLS/1.0', 'websocket, h2c', 'HTTP/2.0']) {
    const lines = head(['GET /public/ws HTTP/1.1', ...key, `Upgrade: ${upgrade}`])
    const answers = (await gateway.raw(lines + smuggled)).match(/HTTP\/1\.1 \d+/g)
    // The upgrade offer is ignored, or refused by some versions of Node, and the rest is judged as a request.
    if (answers?.[0] === 'HTTP/1.1 400') continue
    assert.equal(answers?.[0], 'HTTP/1.1 200', upgrade)
    assert.ok((answers?.[1] ?? 'HTTP/1.1 303') === 'HTTP/1.1 303', upgrade)
    assert.equal(application.received.at(-1)?.headers.upgrade, undefined)
    assert.equal(application.received.at(-1)?.headers.connection, 'keep-alive')
  }
  const refused = head(['GET /refuses/x HTTP/1.1', ...key, 'Upgrade: websocket', `Cookie: ${cookie}`])
  const count = await reaching(async () => {
    const answer = await gateway.raw(refused + smuggled)
    assert.match(answer, /^HTTP\/1\.1 426 /)
    assert.equal(answer.match(/HTTP\/1\.1 /g)?.length, 1)
  })
  assert.equal(count, 1)
  const withBody = head([
    'POST /public/ws HTTP/1.1',
    ...key,
    'Upgrade: websocket',
    `Content-Length: ${smuggled.length}`,
  ])
  const answer = await gateway.raw(withBody + smuggled)
  assert.match(answer, /^HTTP\/1\.1 (200|400) /)
  assert.equal(answer.match(/HTTP\/1\.1 /g)?.length, 1, 'the body is a body')
})

test('R13 TRACE and CONNECT end at the gateway', async () => {
  assert.equal((await gateway.get('/public/x', { method: 'TRACE' })).status, 405)
  const count = await reaching(async () => {
    assert.doesNotMatch(await gateway.raw(head(['CONNECT 127.0.0.1:22 HTTP/1.1'])), /HTTP\/1\.1 2/)
  })
  assert.equal(count, 0)
})

test('R13 a body is asked for only when the request is admitted', async () => {
  const expects = ['Expect: 100-continue', 'Content-Length: 3']
  const refused = await gateway.raw(head(['POST /profile HTTP/1.1', ...expects]))
  assert.match(refused, /^HTTP\/1\.1 401 /)
  const admitted = await gateway.raw(`${head(['POST /public/x HTTP/1.1', ...expects])}abc`)
  assert.match(admitted, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /)
})

test('R13 a browser that goes away takes its request to the application with it', async () => {
  const gone = Promise.withResolvers<void>()
  const reached = Promise.withResolvers<void>()
  application.answers.set('/public/slow', (request, response) => {
    response.once('close', () => gone.resolve())
    request.once('data', () => reached.resolve())
  })
  const aborting = new AbortController()
  const upload = fetch(`http://127.0.0.1:${gateway.port}/public/slow`, {
    method: 'POST',
    headers: { Host: `localhost:${gateway.port}` },
    body: new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('begin')) }),
    duplex: 'half',
    signal: aborting.signal,
  } as RequestInit)
  await reached.promise
  aborting.abort()
  await assert.rejects(upload)
  await gone.promise
})

test('R13 a WebSocket passes for whoever may open it, from a page of this site', async () => {
  const socket = await openSocket(gateway, '/ws', { Cookie: cookie, Origin: gateway.origin })
  assert.equal(await socket.says('hello'), 'hello')
  socket.close()
  const received = application.received.at(-1)
  assert.match(received?.headers['x-latchkey-user'] ?? '', /^[0-9a-f-]{36}$/)
  assert.equal(received?.headers.cookie, undefined)
  const count = await reaching(async () => {
    await assert.rejects(openSocket(gateway, '/ws', {}))
    await assert.rejects(openSocket(gateway, '/ws', { Cookie: cookie, Origin: 'https://evil.example' }))
    await assert.rejects(openSocket(gateway, '/ws', { Cookie: cookie, Origin: 'null' }))
  })
  assert.equal(count, 0)
})

test('R13 a WebSocket from a page that came without TLS is refused where sign-in has it', async () => {
  const ORIGIN = 'https://app.example.com'
  const own = await startTestGateway({ application, rules, environment: { ORIGIN } })
  try {
    const headers = {
      Cookie: await own.signIn(),
      Host: 'app.example.com',
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    }
    // The class WebSocket would set its own Host.
    const open = (origin: string) =>
      new Promise((resolve, reject) => {
        const asked = httpRequest({ port: own.port, path: '/ws', headers: { ...headers, Origin: origin } })
        asked.on('upgrade', (_, socket) => resolve(socket.destroy() && 101))
        asked.on('response', (answer) => resolve(answer.resume().statusCode))
        asked.on('error', reject)
        asked.end()
      })
    for (const origin of [ORIGIN, `${ORIGIN}:8443`]) assert.equal(await open(origin), 101, origin)
    const count = await reaching(async () => {
      for (const origin of ['http://app.example.com', 'http://app.example.com:443', 'ws://app.example.com']) {
        assert.equal(await open(origin), 403, origin)
      }
    })
    assert.equal(count, 0)
  } finally {
    await own.stop()
  }
})

test('R14 a store that fails closes what is protected and leaves open what is public', async () => {
  const behind = memory()
  let mode: 'works' | 'fails' | 'hangs' = 'works'
  const store = {
    ...behind,
    sessions: {
      ...behind.sessions,
      find: (id: string) => {
        if (mode === 'fails') throw new LatchkeyError('store_unavailable')
        return mode === 'hangs' ? new Promise<never>(() => {}) : behind.sessions.find(id)
      },
    },
  }
  const own = await startTestGateway({
    application,
    rules,
    store,
    environment: { SESSION_CACHE_SECONDS: '0', TRUST_PROXY: '127.0.0.1' },
  })
  try {
    const headers = { cookie: await own.signIn() }
    assert.equal((await own.get('/x', { headers })).status, 200)
    assert.equal((await own.get('/auth/gateway/ready')).status, 200)
    mode = 'fails'
    const closed = await own.get('/x', { headers: { ...headers, Accept: 'text/html' } })
    assert.equal(closed.status, 503)
    assert.match(closed.body, /cannot reach its data/)
    assert.equal((await own.verify({ ...headers, 'X-Forwarded-Uri': '/x' })).status, 503)
    // nginx treats 503 as a failure of the gateway and blocks the request.
    assert.equal((await own.verify({ ...headers, 'X-Original-URL': '/x' })).status, 503)
    const open = await own.get('/public/x', { headers })
    assert.equal(open.status, 200)
    assert.equal(open.received?.headers['x-latchkey-user'], undefined)
    assert.equal((await own.verify({ ...headers, 'X-Forwarded-Uri': '/public/x' })).status, 200)
    assert.equal((await own.get('/auth/gateway/ready')).status, 503)
    assert.equal((await own.get('/auth/gateway/health')).status, 200)
    mode = 'hangs'
    assert.equal((await own.get('/public/x', { headers })).status, 200)
    mode = 'works'
    assert.equal((await own.get('/x', { headers })).status, 200)
  } finally {
    await own.stop()
  }
})

test('R15 a session that ends is over at every gateway at once, WebSockets and event streams included', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-gateway-'))
  const shared = {
    DATABASE_URL: `sqlite:${join(folder, 'app.db')}`,
    LATCHKEY_AUDIENCE: 'shared',
    ORIGIN: 'http://localhost',
  }
  const one = await startTestGateway({ application, rules, environment: shared })
  const two = await startTestGateway({ application, rules, environment: shared })
  try {
    const session = await one.signIn({ subject: 'bob' })
    const headers = { cookie: session, host: 'localhost' }
    const { received } = await two.get('/x', { headers })
    const userId = received?.headers['x-latchkey-user'] ?? ''
    application.answers.set('/events', (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      response.write('data: first\n\n')
    })
    const socket = await openSocket(two, '/ws', { Cookie: session, Host: 'localhost' })
    const events = await fetch(`http://127.0.0.1:${two.port}/events`, {
      headers: { Cookie: session },
    })
    assert.equal(events.headers.get('content-type'), 'text/event-stream')
    const ended = events.text().then(
      () => 'ended',
      () => 'cut off',
    )
    await wait(1_200)
    assert.equal(await socket.says('still here'), 'still here')
    await one.running.auth.sessions.endAll(userId)
    await until(async () => (await two.get('/x', { headers })).status === 303)
    await inTime(socket.closed)
    assert.match(await ended, /ended|cut off/)
    assert.equal((await one.get('/x', { headers })).status, 303)
  } finally {
    await Promise.all([one.stop(), two.stop()])
    rmSync(folder, { recursive: true, force: true })
  }
})

test('R16 wrong rules stop a start', async () => {
  for (const environment of [
    { RULES: '{ "rules": [' },
    { RULES: '/nowhere/rules.json' },
    { RULES: '[{"path":"/a","allow":"pubilc"}]' },
    { UPSTREAM: 'ftp://localhost' },
    { UPSTREAM: 'http://localhost:3000/app' },
    { TRUST_PROXY: 'proxy.internal' },
    { GATEWAY_TOKEN_SECONDS: '5' },
    { GATEWAY_ACCESS_TOKENS: '1' },
  ]) {
    const [name = ''] = Object.keys(environment)
    await assert.rejects(startTestGateway({ application, environment }), (error: unknown) => {
      assert.ok(error instanceof LatchkeyError && error.code.startsWith('config_'))
      return error.message.includes(name)
    })
  }
})

test('R16 rules are read again when the file changes; wrong ones leave the old', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-rules-'))
  const file = join(folder, 'rules.json')
  const write = (value: unknown) => {
    // Replaces the file, as editors and configuration maps do.
    writeFileSync(`${file}.new`, typeof value === 'string' ? value : JSON.stringify(value))
    renameSync(`${file}.new`, file)
  }
  write([{ path: '/a', allow: 'public' }])
  const own = await startTestGateway({ application, environment: { RULES: file } })
  try {
    assert.deepEqual([(await own.get('/a')).status, (await own.get('/b')).status], [200, 303])
    write([{ path: '/b', allow: 'public' }])
    own.running.reload()
    assert.deepEqual([(await own.get('/a')).status, (await own.get('/b')).status], [303, 200])
    assert.equal(own.log.at(-1)?.event, 'rules_reloaded')
    for (const wrong of ['{', [{ path: '/c', allow: 'open' }], [{ path: '/c', allow: { group: 'new' } }]]) {
      write(wrong)
      own.running.reload()
      assert.deepEqual([(await own.get('/a')).status, (await own.get('/b')).status], [303, 200])
      const refusal = own.log.findLast(({ event }) => event === 'rules_refused')
      assert.match(refusal?.detail ?? '', /The old rules stay\. .*RULES/)
    }
    // Without a signal, the gateway notices that the file changed.
    write([{ path: '/d', allow: 'public' }])
    await until(async () => (await own.get('/d')).status === 200)
  } finally {
    await own.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('R15, R16 what rules no longer allow, or a sign-in is too old for, ends as if it began now', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-rules-'))
  const file = join(folder, 'rules.json')
  const write = (...list: readonly unknown[]) => writeFileSync(file, JSON.stringify(list))
  write()
  const own = await startTestGateway({ application, environment: { RULES: file } })
  try {
    const bob = await own.signIn(
      { email: 'bob@company.example', emailVerified: true },
      { provider: 'company' },
    )
    const open = (path: string) => openSocket(own, path, { Cookie: bob })
    const [kept, fresh, closed] = [await open('/kept'), await open('/fresh'), await open('/closed')]
    write(
      { path: '/fresh', allow: 'fresh', fresh: 1 },
      { path: '/closed', allow: { email: 'ada@company.example' } },
      { path: '/kept', allow: { email: 'bob@company.example' } },
    )
    own.running.reload()
    await inTime(fresh.closed, closed.closed)
    assert.equal(await kept.says('still here'), 'still here')
    kept.close()
    await assert.rejects(open('/closed'))
  } finally {
    await own.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('R20 an application that is missing, late or broken is a page that says whose fault it is', async () => {
  const missing = await startTestGateway({
    application,
    rules,
    environment: { UPSTREAM: 'http://127.0.0.1:9' },
  })
  const unnamed = await startTestGateway({ application, rules, environment: { UPSTREAM: undefined } })
  const nowhere = await startTestGateway({
    application,
    rules,
    environment: { UPSTREAM: 'http://app.invalid' },
  })
  try {
    const people = { headers: { Accept: 'text/html' } }
    for (const own of [missing, nowhere]) {
      const page = await own.get('/public/x', people)
      assert.equal(page.status, 502)
      assert.match(
        page.body,
        /Not available right now[\s\S]*The application behind this page does not answer/,
      )
      assert.match(own.log.at(-1)?.detail ?? '', /application at http:.* \(UPSTREAM\) did not answer/)
      // A visitor without access does not learn of the failure.
      assert.equal((await own.get('/x')).status, 303)
      assert.match(
        (await own.get('/public/x', { headers: { Accept: 'application/json' } })).body,
        /"upstream_unavailable"/,
      )
    }
    assert.equal((await unnamed.get('/public/x', people)).status, 503)
  } finally {
    await Promise.all([missing.stop(), unnamed.stop(), nowhere.stop()])
  }
  application.answers.set('/public/late', () => {})
  assert.equal((await gateway.get('/public/late')).status, 504)
  application.answers.set('/public/broken', (request) => request.socket.end('nonsense\r\n\r\n'))
  assert.equal((await gateway.get('/public/broken')).status, 502)
  application.answers.set('/public/short', (_, response) => {
    response.writeHead(200, { 'Content-Length': '100' })
    response.write('half')
    setTimeout(() => response.socket?.destroy(), 50)
  })
  await assert.rejects(gateway.get('/public/short'), 'half an answer must not look like a whole one')
  assert.equal((await gateway.get('/public/x')).status, 200)
})
