// Adapter contract: what reaches the browser in addition to the page: cookies, headers, streams, and error answers.
import assert from 'node:assert/strict'
import { exchangeRaw } from '../http-exchange.ts'
import type { AdapterCase } from './adapter-case.ts'
import {
  assertRefusedAsJson,
  assertSentToSignIn,
  cookiesNamed,
  readChunks,
  statusAndBody,
} from './assert-answer.ts'
import { personName } from './stage.ts'

const hour = 3600

export const answerCases: readonly AdapterCase[] = [
  {
    id: 'renewal',
    title: "A renewed cookie is delivered together with the route's own cookies, and on redirects",
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
    title: 'No cache serves a page of one person to another: `Vary: Cookie`, and `no-store` with a session',
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
    title: 'The host handles a route that throws',
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
    title: 'Aborted requests do not affect others',
    async run({ app, cookieOf }) {
      const half = `POST /auth/callback/post HTTP/1.1\r\nHost: localhost:${app.port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\ncode=`
      await exchangeRaw(app.port, half, 200)
      await exchangeRaw(app.port, `GET /stream HTTP/1.1\r\nHost: localhost:${app.port}\r\n\r\n`, 50)
      const cookie = await cookieOf(app)
      assert.match((await app.send('/', { headers: { cookie } })).body, new RegExp(`Hello ${personName}`))
    },
  },
  {
    id: 'language',
    title: 'A person who is not admitted reads why in the language of their browser',
    async run({ app, cookieOf }) {
      const cookie = await cookieOf(app)
      const answer = await app.send('/admin', { headers: { cookie, 'accept-language': 'de-CH, en;q=0.5' } })
      assert.equal(answer.status, 403)
      assert.match(answer.body, /diese Seite ist nicht für Ihr Konto bestimmt/)
    },
  },
  {
    id: 'store-down',
    title: 'With the store down, public pages are served and guards answer 503',
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
    title: 'The adapter serves only `/auth` and the paths below it',
    async run({ app }) {
      const ours = await app.send('/auth/nothing-here')
      assert.equal(ours.status, 404)
      assert.equal(ours.headers['x-frame-options'], 'DENY', 'one of our pages')
      const theirs = await app.send('/authors')
      assert.equal(theirs.status, 404)
      const policy = 'content-security-policy'
      assert.notEqual(theirs.headers[policy] ?? 'none', ours.headers[policy], 'none of our pages')
      assert.equal((await app.send('/auth/logout', { method: 'PUT' })).status, 405)
    },
  },
]
