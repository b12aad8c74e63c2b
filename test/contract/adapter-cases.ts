// What every adapter must do, over real HTTP. Titles are the rows of the table in docs/frameworks.md.
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import type { Page } from '../support/browser.ts'
import { type ExchangeAnswer, exchangeRaw } from '../support/http-exchange.ts'
import { type AdapterHost, personName, type Stage, type StageApplication } from './adapter-stage.ts'

export interface AdapterCase {
  readonly id: string
  readonly title: string
  /** Whether it means anything on this host. Default: on every one. */
  readonly appliesTo?: (host: AdapterHost) => boolean
  readonly run: (stage: Stage) => Promise<void>
}

const hour = 3600

export const adapterCases: readonly AdapterCase[] = [
  {
    id: 'sign-in',
    title: 'Sign in and out; two `Set-Cookie` headers of one answer survive',
    async run({ app, browser }) {
      const tab = browser().tab()
      await tab.open(`${app.origin}/profile`)
      const page = await tab.submit({ action: '/auth/login/local' })
      const callback = page.trace.find(({ url }) => url.pathname === '/auth/callback/local')
      assert.equal(callback?.setCookies.length, 2, 'the session begins, the attempt ends')
      assertProfile(page, app)

      const out = await tab.post('/auth/logout')
      assert.equal(out.trace[0]?.status, 303)
      assert.match(out.text, /Hello nobody/)
      assert.equal((await tab.open(`${app.origin}/profile`)).url.pathname, '/auth/login')
    },
  },
  {
    id: 'form',
    title: 'A form arrives that the host has parsed already (`form_post`)',
    async run({ app, browser }) {
      const tab = browser().tab()
      await tab.open(`${app.origin}/profile`)
      await tab.submit({ action: '/auth/login/post' })
      const page = await tab.submit({ action: '/auth/callback/post' })
      assert.equal(page.trace[0]?.method, 'POST')
      assertProfile(page, app)
    },
  },
  {
    id: 'prefix',
    title: 'Mounted below a prefix',
    async run({ appBelowPrefix: app, browser }) {
      const tab = browser().tab()
      const signIn = await tab.open(`${app.origin}/shop/profile?a=b`)
      assert.equal(
        signIn.url.pathname + signIn.url.search,
        '/shop/auth/login?returnTo=%2Fshop%2Fprofile%3Fa%3Db',
      )
      const page = await tab.submit({ action: '/shop/auth/login/local' })
      assertProfile(page, app)
      assert.equal(page.url.search, '?a=b')
    },
  },
  {
    id: 'page',
    title: 'A guarded page sends to sign in (303), and back to the letter',
    async run({ app, browser }) {
      const refused = await app.send('/profile?q=%C3%BC&b=a+b%2Fc')
      assertSentToSignIn(refused, '/profile?q=%C3%BC&b=a+b%2Fc')
      assert.doesNotMatch(refused.body, /Your profile/)
      // Another spelling of the same path is no way around.
      assert.doesNotMatch((await app.send('/%70rofile')).body, /Your profile/)

      const tab = browser().tab()
      await tab.open(`${app.origin}/profile?q=%C3%BC&b=a+b%2Fc`)
      const page = await tab.submit({ action: '/auth/login/local' })
      assertProfile(page, app)
      assert.equal(page.url.search, '?q=%C3%BC&b=a+b%2Fc')
    },
  },
  {
    id: 'api',
    title: 'A guarded API answers 401 JSON, whatever is accepted',
    async run({ app, cookieOf }) {
      const refused = await app.send('/api/me')
      assertRefusedAsJson(refused, 401, 'session_required')
      const admitted = await app.send('/api/me', { headers: { cookie: await cookieOf(app) } })
      assert.deepEqual([admitted.status, JSON.parse(admitted.body)], [200, { name: personName }])
    },
  },
  {
    id: 'foreign',
    title: 'NF1 What another middleware left at the request neither opens a guard nor breaks it',
    async run({ app, cookieOf }) {
      for (const headers of [{}, { 'x-foreign': '1' }]) {
        for (const path of ['/profile', '/fresh']) {
          const refused = await app.send(path, { headers })
          assert.equal(refused.status, 303, path)
          assert.doesNotMatch(refused.body, /Mallory|Your profile|Fresh/)
        }
        for (const path of ['/api/me', '/api/fresh']) {
          assertRefusedAsJson(await app.send(path, { headers }), 401, 'session_required')
        }
      }
      const headers = { cookie: await cookieOf(app) }
      assert.match((await app.send('/profile', { headers })).body, new RegExp(`Your profile, ${personName}`))
      assert.equal((await app.send('/api/fresh', { headers })).status, 200)
    },
  },
  {
    id: 'role',
    title: 'NP12 Who is signed in and may not pass gets 403, not a sign-in; who may, passes',
    async run({ app, cookieOf }) {
      assertSentToSignIn(await app.send('/admin'), '/admin')
      assertRefusedAsJson(await app.send('/api/admin'), 401, 'session_required')
      const headers = { cookie: await cookieOf(app) }
      const page = await app.send('/admin', { headers })
      assert.deepEqual([page.status, /Everything/.test(page.body)], [403, false])
      assertRefusedAsJson(await app.send('/api/admin', { headers }), 403, 'session_not_allowed')
      assert.equal((await app.send('/api/named', { headers })).status, 200)
    },
  },
  {
    id: 'claims',
    title: 'NP12 Guards for roles and claims let in whose session keeps one of them, and nobody else',
    async run({ app, cookieOf }) {
      for (const path of ['/api/role', '/api/claim']) {
        assertRefusedAsJson(await app.send(path), 401, 'session_required')
        for (const claims of [{}, { role: 'guest', groups: ['guest', 'STAFF'] }, { roles: 'staff ' }]) {
          const headers = { cookie: await cookieOf(app, 0, claims) }
          assertRefusedAsJson(await app.send(path, { headers }), 403, 'session_not_allowed')
        }
        const headers = { cookie: await cookieOf(app, 0, { role: 'staff', groups: ['guest', 'staff'] }) }
        assert.equal((await app.send(path, { headers })).status, 200, path)
      }
    },
  },
  {
    id: 'order',
    title: 'NS6 What the application does first, it does to `/auth/*` too',
    async run({ app }) {
      for (const path of ['/', '/auth/login', '/auth/session', '/auth/nothing-here']) {
        assert.equal((await app.send(path)).headers['x-first'], '1', path)
      }
      const posted = await app.send('/auth/logout', { method: 'POST', headers: { origin: app.origin } })
      assert.deepEqual([posted.status, posted.headers['x-first']], [303, '1'])
    },
  },
  {
    id: 'router',
    title: 'A guarded page that the router in the browser fetches sends to sign in as well',
    appliesTo: ({ routerRequest }) => routerRequest !== undefined,
    async run({ app, host: { routerRequest } }) {
      const { path = '', headers = {} } = routerRequest ?? {}
      const answer = await app.send(path, {
        headers: { ...headers, accept: '*/*', 'sec-fetch-dest': 'empty' },
      })
      const location = answer.headers.location ?? JSON.parse(answer.body).location
      assert.equal(location, '/auth/login?returnTo=%2Fprofile')
    },
  },
  {
    id: 'fresh',
    title: 'A guard for fresh sign-ins steps up',
    async run({ app, cookieOf }) {
      const stale = { headers: { cookie: await cookieOf(app, hour) } }
      assertSentToSignIn(await app.send('/fresh', stale), '/fresh', '&maxAge=300')
      const refused = await app.send('/api/fresh', stale)
      assertRefusedAsJson(refused, 401, 'session_not_fresh')
      assert.match(
        String(refused.headers['www-authenticate']),
        /insufficient_user_authentication.*max_age="300"/,
      )

      const fresh = { headers: { cookie: await cookieOf(app) } }
      assert.match((await app.send('/fresh', fresh)).body, /Fresh/)
      assert.equal((await app.send('/api/fresh', fresh)).status, 200)
    },
  },
  {
    id: 'renewal',
    title: "A renewed cookie is delivered, beside the route's own and on its redirects",
    async run({ app, cookieOf }) {
      const headers = { cookie: await cookieOf(app, 2 * hour) }
      for (const path of ['/', '/profile', '/api/me', '/elsewhere', '/theme']) {
        const renewed = cookiesNamed(await app.send(path, { headers }), `latchkey-${app.port}`)
        assert.equal(renewed.length, 1, path)
        const [cookie = ''] = String(renewed[0]).split(';')
        assert.notEqual(cookie, headers.cookie, path)
        assert.match((await app.send('/', { headers: { cookie } })).body, new RegExp(`Hello ${personName}`))
      }
      assert.equal(cookiesNamed(await app.send('/theme', { headers }), 'theme').length, 1)
      const settled = await app.send('/', { headers: { cookie: await cookieOf(app) } })
      assert.equal(cookiesNamed(settled, `latchkey-${app.port}`).length, 0, 'nothing to renew')
    },
  },
  {
    id: 'stream',
    title: 'Answers stream; the cookie is set when the first bytes leave early',
    async run({ app, cookieOf }) {
      const chunks = await readChunks(app, '/stream', await cookieOf(app, 2 * hour))
      assert.ok(chunks.length > 1, 'the first bytes did not wait for the last')
      assert.match(
        chunks.join(''),
        new RegExp(`set-cookie: latchkey-${app.port}=[\\s\\S]*first[\\s\\S]*second`, 'i'),
      )
    },
  },
  {
    id: 'caches',
    title: 'No cache mixes people up: `Vary: Cookie`, and `no-store` for whoever is signed in',
    async run({ app, cookieOf }) {
      const anonymous = await app.send('/')
      const { vary, 'cache-control': caching } = anonymous.headers
      assert.match(`${vary}, ${caching}`, /\bCookie\b|\bno-store\b/i)
      assert.deepEqual(cookiesNamed(anonymous, `latchkey-${app.port}`), [])
      const headers = { cookie: await cookieOf(app) }
      for (const path of ['/', '/profile', '/api/me']) {
        assert.match(String((await app.send(path, { headers })).headers['cache-control']), /no-store/, path)
      }
    },
  },
  {
    id: 'throws',
    title: 'A route that throws stays the business of the host',
    async run({ app, cookieOf }) {
      for (const headers of [{}, { cookie: await cookieOf(app) }]) {
        assert.equal((await app.send('/throws', { headers })).status, 500)
      }
      assert.equal((await app.send('/')).status, 200)
    },
  },
  {
    id: 'head',
    title: '`HEAD` is answered like `GET`, without a body',
    async run({ app, cookieOf }) {
      const head = { method: 'HEAD' }
      assertSentToSignIn(await app.send('/profile', head), '/profile')
      assert.deepEqual(statusAndBody(await app.send('/auth/login', head)), [200, ''])
      const signedIn = { ...head, headers: { cookie: await cookieOf(app) } }
      assert.deepEqual(statusAndBody(await app.send('/profile', signedIn)), [200, ''])
      // A link checker must not begin a login.
      assert.deepEqual((await app.send('/auth/login/local', head)).setCookies, [])
    },
  },
  {
    id: 'abort',
    title: 'Requests that break off harm nobody else',
    async run({ app, cookieOf }) {
      const half = `POST /auth/callback/post HTTP/1.1\r\nHost: localhost:${app.port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\ncode=`
      await exchangeRaw(app.port, half, 200)
      await exchangeRaw(app.port, `GET /stream HTTP/1.1\r\nHost: localhost:${app.port}\r\n\r\n`, 50)
      const cookie = await cookieOf(app)
      assert.match((await app.send('/', { headers: { cookie } })).body, new RegExp(`Hello ${personName}`))
    },
  },
  {
    id: 'store-down',
    title: 'With the store down, public pages go on and guards answer 503',
    async run({ appWithoutStore: app }) {
      const headers = { cookie: `latchkey-${app.port}=${'a'.repeat(22)}.${'b'.repeat(43)}` }
      const open = await app.send('/', { headers })
      assert.deepEqual([open.status, open.body.includes('Hello nobody')], [200, true])
      assert.match(String(open.headers['cache-control']), /no-store/)
      for (const path of ['/profile', '/api/me', '/fresh']) {
        const closed = await app.send(path, { headers })
        assert.equal(closed.status, 503, path)
        assert.doesNotMatch(closed.body, /Your profile|Fresh/)
      }
      assertRefusedAsJson(await app.send('/api/me', { headers }), 503, 'store_unavailable')
    },
  },
  {
    id: 'others',
    title: 'Only `/auth` and what is below it is ours',
    async run({ app }) {
      const ours = await app.send('/auth/nothing-here')
      assert.equal(ours.status, 404)
      assert.equal(ours.headers['x-frame-options'], 'DENY', 'a page of ours')
      const theirs = await app.send('/authors')
      assert.equal(theirs.status, 404)
      assert.equal(theirs.headers['x-frame-options'], undefined)
      assert.equal((await app.send('/auth/logout', { method: 'PUT' })).status, 405)
    },
  },
]

function assertProfile(page: Page, app: StageApplication): void {
  assert.deepEqual([page.status, page.url.pathname], [200, `${app.prefix}/profile`])
  assert.match(page.text, new RegExp(`Your profile, ${personName}`))
}

function assertSentToSignIn(answer: ExchangeAnswer, path: string, more = ''): void {
  const location = new URL(String(answer.headers.location), 'http://localhost')
  assert.deepEqual(
    [answer.status, location.pathname + location.search],
    [303, `/auth/login?returnTo=${encodeURIComponent(path)}${more}`],
  )
}

function assertRefusedAsJson(answer: ExchangeAnswer, status: number, code: string): void {
  assert.deepEqual([answer.status, JSON.parse(answer.body).error], [status, code])
  assert.match(String(answer.headers['content-type']), /^application\/json/)
  assert.match(String(answer.headers['cache-control']), /no-store/)
}

function statusAndBody({ status, body }: ExchangeAnswer): readonly [number, string] {
  return [status, body]
}

function cookiesNamed({ setCookies }: ExchangeAnswer, name: string): readonly string[] {
  return setCookies.filter((cookie) => cookie.startsWith(`${name}=`))
}

/** The answer as it arrived, head included: one text for each read of the socket that brought something new. */
function readChunks({ port }: StageApplication, path: string, cookie: string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const head = `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`
    const socket = connect(port, '127.0.0.1', () => socket.write(head))
    const chunks: string[] = []
    socket.setTimeout(10_000, () => socket.destroy(new Error(`no end of ${path}`)))
    socket.on('data', (chunk) => chunks.push(chunk.toString('latin1')))
    socket.on('error', reject)
    socket.on('close', () => resolve(chunks))
  })
}
