// Second reading: requests to providers, and the proxies and address rules on their way.
import assert from 'node:assert/strict'
import { createServer, type IncomingMessage } from 'node:http'
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2'
import * as net from 'node:net'
import { type AddressInfo, connect, isIP } from 'node:net'
import { afterEach, test } from 'node:test'
import { nodeLatchkey } from '../../src/adapters/node.ts'
import { latchkey } from '../../src/latchkey.ts'
import { createOutboundFetch } from '../../src/outbound/outbound.ts'
import { planProxies } from '../../src/outbound/proxy-environment.ts'
import { createPublicAddressCheck } from '../../src/outbound/public-address.ts'
import { google } from '../../src/providers/google.ts'

for (const name of Object.keys(process.env)) {
  if (/^(https?|all|no)_proxy$/i.test(name)) delete process.env[name]
}
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function listen(server: net.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  return (server.address() as AddressInfo).port
}

test('NF20 a content encoding that is a property of every object is refused at once, and gzip is read', async () => {
  let encoding = ''
  const server = createServer((_, response) => {
    response.setHeader('content-encoding', encoding)
    response.end('x')
  })
  closing.push(() => server.closeAllConnections())
  const port = await listen(server)
  const fetch = createOutboundFetch({ timeoutMilliseconds: 5_000 })
  for (encoding of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'zstd']) {
    const started = Date.now()
    await assert.rejects(fetch(`http://127.0.0.1:${port}/`), { kind: 'network' }, encoding)
    assert.ok(Date.now() - started < 4_000, `${encoding} waits for the deadline`)
  }
  encoding = 'identity'
  assert.equal(await (await fetch(`http://127.0.0.1:${port}/`)).text(), 'x')
})

test('NF24 addresses of clouds and of the special-purpose registries are not public, their neighbours are', () => {
  const isPublic = createPublicAddressCheck({ net })
  const special = [
    '168.63.129.16',
    '169.254.169.254',
    '169.254.170.2',
    '100.100.100.200',
    '192.0.0.192',
    '161.26.0.10',
    '166.9.0.1',
    '192.31.196.1',
    '192.52.193.1',
    '192.175.48.1',
    '198.19.0.1',
    '255.255.255.255',
    'fd00:ec2::254',
    'fd20:ce::254',
    'fd00:c1::a9fe:a9fe',
    'fe80::1',
    '::ffff:169.254.169.254',
    '::ffff:8.8.8.8',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::1',
    '100::1',
    '2001:0:1::1',
    '2001:20::1',
    '2002:a9fe:a9fe::1',
    '2620:4f:8000::1',
    '3ffe::1',
    '3fff::1',
    '5f00::1',
  ]
  for (const address of special) {
    assert.notEqual(isIP(address), 0, address)
    assert.equal(isPublic(address), false, address)
  }
  for (const address of [
    '168.63.129.15',
    '168.63.129.17',
    '8.8.8.8',
    '166.7.255.255',
    '2606:4700::1111',
    '2a00:1450::1',
  ]) {
    assert.equal(isPublic(address), true, address)
  }
})

interface Proxy {
  readonly port: number
  /** The request lines that the proxy received: `CONNECT host:port` or `GET http://…`. */
  readonly asked: string[]
}

/** A forward proxy as in company networks: it tunnels https, and takes absolute URLs for http. */
async function startProxy(upstream: number): Promise<Proxy> {
  const asked: string[] = []
  const server = createServer(async (request: IncomingMessage, response) => {
    asked.push(`${request.method} ${request.url}`)
    const answer = await fetch(`http://127.0.0.1:${upstream}${new URL(request.url ?? '').pathname}`)
    response.writeHead(answer.status).end(await answer.text())
  })
  server.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`)
    const behind = connect(upstream, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      behind.pipe(socket).pipe(behind)
    })
    behind.on('error', () => socket.destroy())
    socket.on('error', () => behind.destroy())
  })
  closing.push(() => server.closeAllConnections())
  return { port: await listen(server), asked }
}

async function withVariables(variables: Record<string, string>, work: () => Promise<void>): Promise<void> {
  Object.assign(process.env, variables)
  try {
    await work()
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name]
  }
}

test('NW4 HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY decide how a provider is reached', async () => {
  const server = createServer((_, response) => response.end('from the provider'))
  closing.push(() => server.closeAllConnections())
  const upstream = await listen(server)
  const proxy = await startProxy(upstream)
  const address = `http://127.0.0.1:${proxy.port}`
  // No resolver knows these names, so only the proxy can reach them.
  for (const variables of [{ HTTP_PROXY: address }, { http_proxy: address }, { ALL_PROXY: address }]) {
    proxy.asked.length = 0
    await withVariables(variables, async () => {
      const answer = await createOutboundFetch()('http://provider.invalid/token')
      assert.equal(await answer.text(), 'from the provider')
    })
    assert.deepEqual(proxy.asked, ['GET http://provider.invalid/token'])
  }
  for (const variables of [{ HTTPS_PROXY: address }, { all_proxy: address }]) {
    proxy.asked.length = 0
    await withVariables(variables, async () => {
      // The tunnel ends at a server without TLS, so the request fails; the test checks only that a tunnel was requested.
      await assert.rejects(createOutboundFetch()('https://provider.invalid/token'), { kind: 'network' })
    })
    assert.deepEqual(proxy.asked, ['CONNECT provider.invalid:443'])
  }
  proxy.asked.length = 0
  await withVariables({ HTTP_PROXY: address, NO_PROXY: 'provider.invalid' }, async () => {
    await assert.rejects(createOutboundFetch()('http://provider.invalid/token'))
    // Loopback addresses never go through the proxy.
    assert.equal(
      await (await createOutboundFetch()(`http://127.0.0.1:${upstream}/`)).text(),
      'from the provider',
    )
  })
  assert.deepEqual(proxy.asked, [])
})

test('NW4 a proxy that cannot be used is said at start, without its address', () => {
  const socks = { ALL_PROXY: 'socks5://user:hush@proxy.example:1080' }
  const lines: string[] = []
  latchkey({
    origin: 'https://app.example',
    secret: 's'.repeat(32),
    providers: [google({ clientId: 'id', clientSecret: 'secret' })],
    environment: { NODE_ENV: 'production', ...socks },
    log: ({ detail }) => lines.push(String(detail)),
  })
  assert.equal(lines.length, 1)
  assert.match(lines[0] ?? '', /^ALL_PROXY is not an http/)
  assert.doesNotMatch(lines.join(), /hush|proxy\.example/)
  const old = planProxies({ HTTPS_PROXY: 'http://proxy.example' }, '22.18.0')
  assert.match(old.notices.join(), /HTTPS_PROXY is set, but Node 22\.18\.0/)
  assert.deepEqual(planProxies({ HTTPS_PROXY: 'http://proxy.example' }, '22.21.0').notices, [])
  assert.deepEqual(planProxies({}, '22.18.0').notices, [])
})

test('NF22 over HTTP/2 a development server without ORIGIN answers, and a foreign authority is refused', async () => {
  const auth = latchkey({
    secret: 's'.repeat(32),
    providers: [google({ clientId: 'id', clientSecret: 'secret' })],
    environment: {},
    log: () => {},
  })
  closing.push(() => auth.close())
  const listener = nodeLatchkey(auth, (_, response) => response.end('home'))
  const server = createHttp2Server(listener as unknown as Parameters<typeof createHttp2Server>[1])
  const port = await listen(server as unknown as net.Server)
  const ask = (authority: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const client = connectHttp2(`http://127.0.0.1:${port}`)
      client.on('error', reject)
      const stream = client.request({ ':path': '/auth/session', ':authority': authority })
      stream.on('response', (headers) => {
        resolve(Number(headers[':status']))
        client.destroy()
      })
      stream.on('error', reject)
      stream.end()
    })
  assert.equal(await ask(`localhost:${port}`), 200)
  assert.equal(await ask('evil.example'), 421)
})
