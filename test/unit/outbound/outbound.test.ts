import assert from 'node:assert/strict'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { after, test } from 'node:test'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { LatchkeyError } from '../../../src/errors.ts'
import { createOutboundFetch, OutboundError, type OutboundOptions } from '../../../src/outbound/outbound.ts'

// The machine may be behind a proxy; these tests must not use it.
for (const name of Object.keys(process.env)) {
  if (/^(https?|all)_proxy$/i.test(name)) delete process.env[name]
}

const servers: Server[] = []
after(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

/** Serves on a free port. Returns the origin, and counts connections and requests. */
async function serve(listener: RequestListener) {
  const seen = { origin: '', connections: 0, requests: 0, closed: 0 }
  const server = createServer((request, response) => {
    seen.requests++
    listener(request, response)
  })
  server.on('connection', (socket: Socket) => {
    seen.connections++
    socket.on('error', () => {}).on('close', () => seen.closed++)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  seen.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return seen
}

const failsAs = (kind: string) => (error: unknown) => error instanceof OutboundError && error.kind === kind

// Both ways to the network follow the same rules.
const ways: readonly (readonly [string, OutboundOptions])[] = [
  ['node client', {}],
  ['given fetch', { fetch: globalThis.fetch }],
]

for (const [way, options] of ways) {
  const create = (more: OutboundOptions = {}) => createOutboundFetch({ ...options, ...more })

  test(`${way}: an answer arrives with status, headers, cookies and body`, async () => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(
        201,
        [
          ['content-type', 'application/json'],
          ['x-a', 'b'],
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
        ].flat(),
      )
      response.end('{"a":"é"}')
    })
    const response = await create()(`${origin}/a?b=c`)
    assert.equal(response.status, 201)
    assert.equal(response.ok, true)
    assert.equal(response.url, `${origin}/a?b=c`)
    assert.equal(response.headers.get('x-a'), 'b')
    assert.deepEqual(response.headers.getSetCookie(), ['a=1', 'b=2'])
    assert.deepEqual(await response.json(), { a: 'é' })
  })

  test(`${way}: sends what fetch would send, but no cookie`, async () => {
    const received: string[] = []
    const { origin } = await serve((request, response) => {
      request.setEncoding('utf8')
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        const { 'content-type': type, 'user-agent': agent, cookie, authorization } = request.headers
        received.push([request.method, request.url, type, agent, cookie, authorization, body].join(' | '))
        response.end()
      })
    })
    const send = create()
    const headers = { cookie: 'a=1', authorization: 'Bearer x' }
    await send(`${origin}/?a=b`, { headers })
    await send(new URL(origin), { method: 'post', body: new URLSearchParams({ a: 'é &' }) })
    await send(origin, { method: 'PUT', body: 'text', headers: { 'user-agent': 'mine' } })
    await send(
      new Request(origin, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }),
    )
    await send(origin, { method: 'POST', body: new TextEncoder().encode('bytes') })
    assert.deepEqual(received, [
      'GET | /?a=b |  | latchkey |  | Bearer x | ',
      'POST | / | application/x-www-form-urlencoded;charset=UTF-8 | latchkey |  |  | a=%C3%A9+%26',
      'PUT | / | text/plain;charset=UTF-8 | mine |  |  | text',
      'POST | / | application/json | latchkey |  |  | {}',
      'POST | / |  | latchkey |  |  | bytes',
    ])
  })

  test(`${way}: answers without a body are answers`, async () => {
    const { origin } = await serve((request, response) => {
      response.writeHead(Number(request.url?.slice(1)), { 'content-length': '0' }).end()
    })
    for (const status of [200, 204, 304, 404, 500]) {
      const response = await create()(`${origin}/${status}`)
      assert.equal(response.status, status)
      assert.equal(await response.text(), '')
    }
  })

  test(`${way}: C2 E3 a redirect is answered as it is, not followed`, async () => {
    const target = await serve((_request, response) => response.end())
    const { origin } = await serve((_request, response) => {
      response.writeHead(302, { location: target.origin }).end()
    })
    const response = await create()(origin, { method: 'POST', body: 'client_secret=x', redirect: 'follow' })
    assert.equal(response.status, 302)
    assert.equal(response.headers.get('location'), target.origin)
    assert.equal(target.requests, 0)
  })

  test(`${way}: C2 E3 a server that never answers is given up`, async () => {
    const { origin } = await serve(() => {})
    await assert.rejects(create({ timeoutMilliseconds: 50 })(origin), failsAs('timeout'))
  })

  test(`${way}: C2 a body that drips is given up, and its connection closed`, async () => {
    const seen = await serve((_request, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'), 10)
      response.on('close', () => clearInterval(timer))
    })
    await assert.rejects(create({ timeoutMilliseconds: 100 })(seen.origin), failsAs('timeout'))
    await until(() => seen.closed === seen.connections)
  })

  test(`${way}: C2 E3 an endless answer is given up at the limit, one of the limit is read`, async () => {
    const seen = await serve((request, response) => {
      if (request.url === '/fits') return response.end(Buffer.alloc(100_000))
      const more = () => {
        while (response.write(Buffer.alloc(65_536))) {}
      }
      response.on('drain', more)
      more()
    })
    const send = create({ maxBytes: 100_000 })
    assert.equal((await (await send(`${seen.origin}/fits`)).arrayBuffer()).byteLength, 100_000)
    await assert.rejects(send(seen.origin), failsAs('too-large'))
    await until(() => seen.closed > 0)
  })

  test(`${way}: C2 a compressed bomb is given up, a modest compressed answer is read`, async () => {
    const compress = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync }
    const { origin } = await serve((request, response) => {
      const [, encoding, size] = request.url?.split('/') ?? []
      const compressed = compress[encoding as keyof typeof compress](Buffer.alloc(Number(size), 'a'))
      response
        .writeHead(200, { 'content-encoding': encoding, 'content-length': compressed.length })
        .end(compressed)
    })
    const send = create({ maxBytes: 100_000 })
    for (const encoding of Object.keys(compress)) {
      const response = await send(`${origin}/${encoding}/50000`)
      assert.equal(response.headers.get('content-encoding'), null)
      assert.equal(await response.text(), 'a'.repeat(50_000))
      await assert.rejects(send(`${origin}/${encoding}/10000000`), failsAs('too-large'), encoding)
    }
  })

  test(`${way}: C2 a broken connection is a network error, before and within the body`, async () => {
    const { origin } = await serve((request, response) => {
      if (request.url === '/body') response.writeHead(200, { 'content-length': '100' }).write('x')
      setTimeout(() => request.socket.resetAndDestroy(), 10)
    })
    await assert.rejects(create()(origin), failsAs('network'))
    await assert.rejects(create()(`${origin}/body`), failsAs('network'))
  })

  test(`${way}: a port where nobody listens is a network error, which says no query`, async () => {
    const { origin } = await serve(() => {})
    const server = servers.at(-1)
    await new Promise((resolve) => server?.close(resolve))
    await assert.rejects(create()(`${origin}/token?code=secret#hash`), (error: unknown) => {
      assert.ok(error instanceof OutboundError)
      assert.equal(error.kind, 'network')
      assert.equal(error.url, `${origin}/token`)
      assert.ok(!error.message.includes('secret'))
      return true
    })
  })

  test(`${way}: E2 other schemes and user names in URLs are refused`, async () => {
    for (const url of [
      'file:///etc/passwd',
      'data:text/plain,a',
      'javascript:1',
      'http://good.example@127.0.0.1/',
    ]) {
      await assert.rejects(create()(url), failsAs('network'), url)
    }
  })

  test(`${way}: the caller’s own signal ends the exchange with its own reason`, async () => {
    const { origin } = await serve(() => {})
    const reason = new Error('not needed any more')
    const controller = new AbortController()
    const pending = create()(origin, { signal: controller.signal })
    setTimeout(() => controller.abort(reason), 20)
    await assert.rejects(pending, reason)
    await assert.rejects(create()(origin, { signal: AbortSignal.abort(reason) }), reason)
  })

  test(`${way}: E8 one origin that hangs holds its own share only`, async () => {
    const hanging = await serve(() => {})
    const healthy = await serve((_request, response) => response.end('ok'))
    const send = create({ maxConcurrentPerOrigin: 2 })
    const controller = new AbortController()
    const settled = Promise.allSettled(
      Array.from({ length: 5 }, () => send(hanging.origin, { signal: controller.signal })),
    )
    assert.equal(await (await send(healthy.origin)).text(), 'ok')
    await until(() => hanging.requests === 2)
    controller.abort()
    for (const { status } of await settled) assert.equal(status, 'rejected')
    assert.equal(hanging.requests, 2)
  })

  test(`${way}: those who wait for a connection get one in turn`, async () => {
    let underWay = 0
    let most = 0
    const { origin } = await serve((_request, response) => {
      most = Math.max(most, ++underWay)
      setTimeout(() => {
        underWay--
        response.end('ok')
      }, 5)
    })
    const send = create({ maxConcurrentPerOrigin: 3 })
    const texts = await Promise.all(Array.from({ length: 12 }, async () => (await send(origin)).text()))
    assert.deepEqual(texts, Array(12).fill('ok'))
    assert.equal(most, 3)
  })
}

test('node client: one connection serves many exchanges', async () => {
  const seen = await serve((_request, response) => response.end('{}'))
  const send = createOutboundFetch()
  for (let count = 0; count < 10; count++) await send(seen.origin, { method: 'POST', body: 'a=b' })
  assert.deepEqual([seen.requests, seen.connections], [10, 1])
})

test('node client: a compression that it cannot read is a network error', async () => {
  const { origin } = await serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip, br' }).end('x')
  })
  await assert.rejects(createOutboundFetch()(origin), failsAs('network'))
})

test('node client: on a reused connection that breaks a GET is sent once more, a POST never', async () => {
  const sockets = new WeakSet<Socket>()
  const seen = await serve((request, response) => {
    if (sockets.has(request.socket)) return request.socket.resetAndDestroy()
    sockets.add(request.socket)
    response.end('ok')
  })
  const send = createOutboundFetch()
  await send(seen.origin)
  assert.equal(await (await send(seen.origin)).text(), 'ok')
  assert.equal(seen.requests, 3)
  await assert.rejects(send(seen.origin, { method: 'POST', body: 'code=x' }), failsAs('network'))
  assert.equal(seen.requests, 4)
})

test('a fetch that does not listen to its signal is given up all the same, and its place is free again', async () => {
  const deaf = createOutboundFetch({
    fetch: () => new Promise(() => {}),
    timeoutMilliseconds: 20,
    maxConcurrentPerOrigin: 1,
  })
  await assert.rejects(deaf('https://idp.example/'), failsAs('timeout'))
  await assert.rejects(deaf('https://idp.example/'), failsAs('timeout'))
})

test('a redirect that the runtime hides is a network error', async () => {
  const send = createOutboundFetch({ fetch: async () => Response.error() })
  await assert.rejects(send('https://idp.example/'), failsAs('network'))
})

test('E4 only public addresses: loopback and private hosts are refused, also behind a name', async () => {
  const seen = await serve((_request, response) => response.end('secret'))
  const { port } = new URL(seen.origin)
  const send = createOutboundFetch({ onlyPublicAddresses: true, timeoutMilliseconds: 2000 })
  for (const host of ['127.0.0.1', 'localhost', '0x7f.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]', '0']) {
    await assert.rejects(send(`http://${host}:${port}/`), failsAs('network'), host)
  }
  assert.equal(seen.connections, 0)
  assert.equal(await (await createOutboundFetch()(seen.origin)).text(), 'secret')
})

test('E4 only public addresses cannot be promised over a given fetch', () => {
  assert.throws(
    () => createOutboundFetch({ onlyPublicAddresses: true, fetch: globalThis.fetch }),
    (error: unknown) => error instanceof LatchkeyError && error.code === 'config_option_invalid',
  )
})

test('behind a proxy, only public addresses cannot be promised; this machine is asked directly', async (context) => {
  process.env.HTTP_PROXY = 'http://127.0.0.1:9'
  context.after(() => {
    delete process.env.HTTP_PROXY
  })
  assert.throws(() => createOutboundFetch({ onlyPublicAddresses: true }), LatchkeyError)
  const { origin } = await serve((_request, response) => response.end('ok'))
  assert.equal(await (await createOutboundFetch()(origin)).text(), 'ok')
})

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}
