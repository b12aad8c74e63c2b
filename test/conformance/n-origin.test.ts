// NH0b, NS2, NS8 and NS9: the application's address as browsers see it, and requests that arrive under another address.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { LatchkeyError } from 'latchkey'
import { exchange } from '../support/http-exchange.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { deliver, newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

let app: InProcessApplication
let behindPrefix: InProcessApplication
let h: TestProvider

before(async () => {
  h = await startProvider()
  app = await startInProcess({ providers: [describeProvider('h', h)], production: false })
  behindPrefix = await startInProcess({
    providers: [describeProvider('h', h)],
    publicBasePath: '/api/auth',
  })
})
after(async () => {
  await Promise.all([app.stop(), behindPrefix.stop()])
  await h.stop()
})

const sameOrigin = { 'sec-fetch-site': 'same-origin' }
const html = { accept: 'text/html' }

function send(method: string, path: string, headers: Readonly<Record<string, string>>, to = app) {
  return exchange({
    method,
    url: new URL(to.url(path)),
    headers: { ...(method === 'POST' ? { 'content-length': '0' } : {}), ...headers },
  })
}

test('NH0b a form of a page under no-referrer begins a login where the browser vouches for it', async () => {
  const answer = await send('POST', '/auth/login/h', { ...html, ...sameOrigin, origin: 'null' })
  assert.equal(answer.status, 303)
  assert.ok(answer.headers.location?.startsWith(h.origin))
})

test('NH0b where it does not, the refusal names the header policy, and nothing begins', async () => {
  for (const site of [undefined, 'cross-site', 'same-site', 'none', '']) {
    const headers = { ...html, origin: 'null', ...(site === undefined ? {} : { 'sec-fetch-site': site }) }
    const answer = await send('POST', '/auth/login/h', headers)
    assert.equal(answer.status, 403, site)
    assert.deepEqual(answer.setCookies, [], site)
    if (site === undefined) assert.match(answer.body, /Referrer-Policy: no-referrer/)
  }
})

test('NS9 a refusal names what was expected and what came: in the message, the log and on the development page', async () => {
  const foreign = 'https://demo.tunnel.example'
  const headers = { ...sameOrigin, origin: foreign }
  const page = await send('POST', '/auth/logout', { ...html, ...headers })
  assert.equal(page.status, 403)
  for (const named of [app.origin, foreign]) assert.ok(page.body.includes(named), named)
  const program = await send('POST', '/auth/logout', { accept: 'application/json', ...headers })
  const { message } = JSON.parse(program.body)
  for (const named of [app.origin, foreign]) assert.ok(message.includes(named), message)
  const { detail } = app.log.at(-1) ?? {}
  assert.match(detail ?? '', new RegExp(`Expected Origin ${app.origin}; received Origin: ${foreign}`))
  assert.match(detail ?? '', /set ORIGIN/)
})

test('NS9 neither header, and markup in a header, are said as they are', async () => {
  const none = await send('POST', '/auth/logout', { accept: 'application/json' })
  assert.equal(none.status, 403)
  assert.match(app.log.at(-1)?.detail ?? '', /received no Origin and no Sec-Fetch-Site/)
  const strange = await send('POST', '/auth/logout', {
    ...html,
    origin: `https://<script>${'x'.repeat(5_000)}`,
  })
  assert.equal(strange.status, 403)
  assert.doesNotMatch(strange.body, /<script>/)
  assert.ok((app.log.at(-1)?.detail ?? '').length < 700)
})

test('NS9 a login that was begun at another address is refused with both addresses', async () => {
  const callback = app.url('/auth/callback/h?code=x&state=y')
  const page = await deliver(app.browser().tab(), callback)
  assert.equal(page.status, 400)
  assert.match(
    app.log.at(-1)?.detail ?? '',
    new RegExp(`Expected at ${app.origin}; received Host: localhost`),
  )
})

test('NS2 an address that the browser may never have seen causes no redirect', async () => {
  for (const host of [`0.0.0.0:${app.port}`, 'web:3000', 'app.internal', '127.0.0.1:1', 'localhost:1']) {
    for (const path of ['/auth/login?returnTo=/area/x', '/auth/account']) {
      const answer = await send('GET', path, { ...html, host })
      const to = answer.headers.location ?? ''
      assert.ok(
        answer.status === 200 || to.startsWith('/auth/login'),
        `${host} ${path} ${answer.status} ${to}`,
      )
    }
  }
})

test('NS2 a page that was opened at 127.0.0.1 moves to the configured name, once', async () => {
  const host = `127.0.0.1:${app.port}`
  const first = await send('GET', '/auth/login?returnTo=%2Farea%2Fx', { ...html, host })
  assert.equal(first.status, 303)
  const location = new URL(first.headers.location ?? '')
  assert.equal(location.origin, app.origin)
  assert.equal(location.searchParams.get('returnTo'), '/area/x')
  // Behind a proxy that rewrites Host, the second request looks like the first.
  const second = await send('GET', `${location.pathname}${location.search}`, { ...html, host })
  assert.equal(second.status, 200)
})

test('NS2 where the host hides 127.0.0.1, the button leads to the page at the configured name, and begins nothing', async () => {
  const headers = { ...html, ...sameOrigin, origin: `http://127.0.0.1:${app.port}` }
  const answer = await send('POST', '/auth/login/h?returnTo=%2Farea%2Fx', headers)
  assert.equal(answer.status, 303)
  assert.equal(answer.headers.location, `${app.origin}/auth/login?returnTo=%2Farea%2Fx`)
  assert.deepEqual(answer.setCookies, [])
  for (const [origin, site] of [
    [`http://127.0.0.1:${app.port}`, 'cross-site'],
    [`http://127.0.0.1:${app.port + 1}`, 'same-origin'],
    [`https://127.0.0.1:${app.port}`, 'same-origin'],
    [`http://127.0.0.1.evil.example:${app.port}`, 'same-origin'],
  ]) {
    const refused = await send('POST', '/auth/login/h', {
      ...html,
      origin: origin ?? '',
      'sec-fetch-site': site ?? '',
    })
    assert.equal(refused.status, 403, `${origin} ${site}`)
  }
})

test('NS8 behind a proxy that strips a prefix, forms, stylesheet, redirects and redirect URI have it', async () => {
  const page = await send('GET', '/auth/login', html, behindPrefix)
  assert.equal(page.status, 200)
  assert.match(page.body, /action="\/api\/auth\/login\/h/)
  assert.match(page.body, /href="\/api\/auth\/latchkey\.css/)
  const profile = await send('GET', '/profile', html, behindPrefix)
  assert.equal(profile.headers.location, '/api/auth/login?returnTo=%2Fprofile')
  const begun = await send(
    'POST',
    '/auth/login/h',
    { ...sameOrigin, origin: behindPrefix.origin },
    behindPrefix,
  )
  const sent = new URL(begun.headers.location ?? '').searchParams
  assert.equal(sent.get('redirect_uri'), `${behindPrefix.origin}/api/auth/callback/h`)
  for (const cookie of begun.setCookies) assert.match(cookie, /Path=\/;/)
})

test('NS8 twin: without the option the base path is what browsers see', async () => {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  assert.equal((await whoIs(browser, app))?.sub, h.person.sub)
})

test('NS8 a public base path that is no path is refused at start, by name', async () => {
  for (const [publicBasePath, environment, name] of [
    ['api/auth', {}, 'publicBasePath'],
    ['/api/auth/', {}, 'publicBasePath'],
    [undefined, { PUBLIC_BASE_PATH: 'https://app.example/auth' }, 'PUBLIC_BASE_PATH'],
  ] as const) {
    await assert.rejects(
      startInProcess({ providers: [describeProvider('h', h)], publicBasePath, environment }),
      (error) => error instanceof LatchkeyError && error.message.includes(name),
    )
  }
})

test('NS8 NS9 an ORIGIN with a path, and one without https, say what to write instead', async () => {
  for (const [origin, remedy] of [
    ['https://app.example/shop', /PUBLIC_BASE_PATH/],
    ['http://192.168.1.20:3000', /docs\/addresses\.md/],
  ] as const) {
    await assert.rejects(startInProcess({ providers: [describeProvider('h', h)], origin }), remedy)
  }
})
