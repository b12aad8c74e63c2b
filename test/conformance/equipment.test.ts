// The browser of the test suite follows the rules of real ones (RFC 6265bis §5, Fetch, Referrer Policy). A missing rule
// would let cases pass that fail in Chromium.
import assert from 'node:assert/strict'
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { Browser } from '../support/browser.ts'
import { type CookieContext, CookieJar } from '../support/cookie-jar.ts'

const at = (url: string, more: Partial<CookieContext> = {}): CookieContext => ({
  url: new URL(url),
  method: 'GET',
  crossSite: false,
  topLevel: true,
  ...more,
})

const refused: readonly (readonly [header: string, url: string])[] = [
  ['a=1; Domain=other.example', 'https://app.example/'],
  ['a=1; Domain=example', 'https://app.example/'],
  ['a=1; Secure', 'http://app.example/'],
  ['a=1; SameSite=None', 'https://app.example/'],
  ['__Host-a=1; Path=/', 'https://app.example/'],
  ['__Host-a=1; Secure; Path=/auth', 'https://app.example/'],
  ['__Host-a=1; Secure; Path=/; Domain=app.example', 'https://app.example/'],
  ['__Secure-a=1', 'https://app.example/'],
  [`a=${'x'.repeat(4096)}`, 'https://app.example/'],
  ['a=1\u0000; Path=/', 'https://app.example/'],
]
test('the jar refuses what browsers refuse', () => {
  for (const [header, url] of refused) {
    const jar = new CookieJar()
    jar.store(header, at(url))
    assert.equal(jar.all().length, 0, header.slice(0, 60))
    assert.equal(jar.refused.length, 1)
  }
  const jar = new CookieJar()
  jar.store('__Host-a=1; Secure; Path=/; HttpOnly; SameSite=Lax', at('https://app.example/x/y'))
  assert.equal(jar.header(at('https://app.example/')), '__Host-a=1')
})

test('the jar sends cookies by host, path, scheme, site and time', () => {
  let now = 1_000_000
  const jar = new CookieJar({ now: () => now })
  jar.store('lax=1; Max-Age=60', at('http://localhost:1/'))
  jar.store('strict=1; SameSite=Strict', at('http://localhost:1/'))
  jar.store('deep=1; Path=/auth', at('http://localhost:1/'))
  assert.equal(jar.header(at('http://localhost:2/auth')), 'deep=1; lax=1; strict=1', 'cookies ignore ports')
  assert.equal(jar.header(at('http://localhost:1/authority')), 'lax=1; strict=1')
  assert.equal(jar.header(at('http://127.0.0.1:1/')), null)
  assert.equal(jar.header(at('http://localhost:1/', { crossSite: true })), 'lax=1')
  assert.equal(jar.header(at('http://localhost:1/', { crossSite: true, method: 'POST' })), null)
  assert.equal(jar.header(at('http://localhost:1/', { crossSite: true, topLevel: false })), null)
  now += 61_000
  assert.equal(jar.header(at('http://localhost:1/')), 'strict=1')
  jar.store('strict=; Max-Age=0', at('http://localhost:1/'))
  assert.equal(jar.header(at('http://localhost:1/')), null)
})

let server: Server
let origin: string
let seen: { url: string | undefined; method: string | undefined; headers: IncomingHttpHeaders }[] = []
let answer: RequestListener = (_request, response) => response.end()

before(async () => {
  server = createServer((request, response) => {
    seen.push({ url: request.url, method: request.method, headers: request.headers })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})
after(() => {
  server.closeAllConnections()
  server.close()
})

test('navigations say where they come from, and a redirect over another site stays cross-site', async () => {
  seen = []
  const elsewhere = origin.replace('localhost', '127.0.0.1')
  answer = (request, response) => {
    if (request.url === '/start') response.writeHead(303, { location: `${elsewhere}/middle` })
    if (request.url === '/middle') response.writeHead(303, { location: `${origin}/end` })
    response.end()
  }
  const tab = new Browser().tab()
  await tab.open(`${origin}/`)
  await tab.post('/start')
  assert.deepEqual(
    seen.map(({ method, url, headers }) => [method, url, headers['sec-fetch-site'], headers.origin]),
    [
      ['GET', '/', 'none', undefined],
      ['POST', '/start', 'same-origin', origin],
      ['GET', '/middle', 'cross-site', undefined],
      ['GET', '/end', 'cross-site', undefined],
    ],
  )
  await new Browser().tab('http://evil.example/x').post(`${origin}/`)
  assert.equal(seen.at(-1)?.headers.origin, 'http://evil.example')
  assert.equal(seen.at(-1)?.headers['sec-fetch-site'], 'cross-site')
})

test('Referrer-Policy decides Origin and Referer, and form-action holds for redirects', async () => {
  answer = (request, response) => {
    if (request.url === '/silent') response.setHeader('referrer-policy', 'no-referrer')
    if (request.url === '/strict') response.setHeader('content-security-policy', "form-action 'self'")
    if (request.url === '/away') return response.writeHead(303, { location: 'http://127.0.0.1:1/' }).end()
    response.setHeader('content-type', 'text/html')
    response.end('<form method="post" action="/away"><button>Go</button></form>')
  }
  const tab = new Browser().tab()
  await tab.open(`${origin}/silent`)
  await tab.post('/x')
  assert.equal(seen.at(-1)?.headers.origin, 'null')
  assert.equal(seen.at(-1)?.headers.referer, undefined)
  await tab.open(`${origin}/strict`)
  await assert.rejects(tab.submit(), /form-action/)
})
