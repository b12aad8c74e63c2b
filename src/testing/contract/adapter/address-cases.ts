// Adapter contract: hosts, routers and proxies that rewrite addresses before the application sees them.
import assert from 'node:assert/strict'
import { exchangeRaw } from '../http-exchange.ts'
import type { AdapterCase } from './adapter-case.ts'
import { assertSentToSignIn, cookiesNamed } from './assert-answer.ts'
import { personName } from './stage.ts'

/** Paths that some router or proxy treats as `/profile` or `/auth/login`. */
const spellings = [
  '/profile/',
  '/profile//',
  '//profile',
  '/./profile',
  '/x/../profile',
  '/%2e/profile',
  '/profile%2F',
  '/%2Fprofile',
  '/profile%3Fa',
  '/profile%253Fa',
  '/profile%23a',
  '/%2570rofile',
  '/profile%20',
  '/profile;a=b',
  '/PROFILE',
  '//evil.example/profile',
  '/%5Cevil.example/profile',
  '/profile%00',
  '/%ff',
  '/auth/',
  '/auth//login',
  '//auth/login',
  '/auth%2Flogin',
  '/auth/%2e%2e/profile',
  '/auth/../profile',
]

export const addressCases: readonly AdapterCase[] = [
  {
    id: 'spellings',
    title: 'No spelling of an address opens a guarded page, crashes the host or redirects away from it',
    async run({ app, cookieOf }) {
      for (const path of spellings) {
        // Sent raw, since a URL parser would resolve the dots.
        const head = `GET ${path} HTTP/1.1\r\nHost: localhost:${app.port}\r\nAccept: text/html\r\nConnection: close\r\n\r\n`
        const answer = await exchangeRaw(app.port, head)
        const [, status] = /^HTTP\/1\.1 (\d+)/.exec(answer) ?? []
        assert.ok(Number(status) < 500, `${path}: ${status}`)
        assert.doesNotMatch(answer, /Your profile/, path)
        const [, location] = /^location: *(\S+)/im.exec(answer) ?? []
        // Includes the host's own redirects, such as one that removes a trailing slash.
        const end = location === undefined ? app.origin : new URL(location, app.origin).origin
        assert.equal(end, app.origin, `${path} leads to ${location}`)
      }
      const headers = { cookie: await cookieOf(app) }
      assert.match((await app.send('/profile', { headers })).body, new RegExp(`Your profile, ${personName}`))
    },
  },
  {
    id: 'prefetch',
    title: 'Prefetching by a browser or a router neither begins nor ends a session',
    async run({ app, cookieOf }) {
      const cookie = await cookieOf(app)
      for (const early of [
        { 'sec-purpose': 'prefetch' },
        { 'sec-purpose': 'prefetch;prerender' },
        { purpose: 'prefetch' },
      ]) {
        const headers = { ...early, cookie, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' }
        for (const path of ['/auth/login/local', '/auth/logout', '/auth/account']) {
          const answer = await app.send(path, { headers })
          assert.ok(answer.status < 500, path)
          const changed = cookiesNamed(answer, `latchkey-${app.port}`)
          const begun = answer.setCookies.filter(
            (each) => /^latchkey-\d+\./.test(each) && !/Max-Age=0/.test(each),
          )
          assert.deepEqual([changed, begun], [[], []], path)
        }
      }
      assert.match((await app.send('/', { headers: { cookie } })).body, new RegExp(`Hello ${personName}`))
    },
  },
  {
    id: 'names',
    title:
      'A guard redirects to a path, whatever host name the request uses (a tunnel, an address of the local network)',
    async run({ app }) {
      const names = [
        { host: `192.168.1.20:${app.port}` },
        { host: `shop.localhost:${app.port}` },
        { host: 'evil.example' },
        { host: `localhost:${app.port}`, 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
        { host: `localhost:${app.port}`, forwarded: 'host=evil.example;proto=https' },
      ]
      for (const headers of names) {
        const answer = await app.send('/profile', { headers })
        // A host may refuse a name that it does not know.
        if (answer.status >= 400 && answer.status < 500) continue
        assertSentToSignIn(answer, '/profile')
        assert.match(String(answer.headers.location), /^\/[^/]/, JSON.stringify(headers))
      }
    },
  },
]
