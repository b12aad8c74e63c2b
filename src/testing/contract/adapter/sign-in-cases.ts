// Adapter contract: signing in and out, and which requests guards admit. The titles are rows of the table in docs/frameworks.md.
import assert from 'node:assert/strict'
import type { AdapterCase } from './adapter-case.ts'
import { assertProfile, assertRefusedAsJson, assertSentToSignIn } from './assert-answer.ts'
import { personName } from './stage.ts'

const hour = 3600

export const signInCases: readonly AdapterCase[] = [
  {
    id: 'sign-in',
    title: 'Sign in and out; two `Set-Cookie` headers of one answer survive',
    async run({ app, visitor }) {
      const tab = visitor()
      await tab.open(`${app.origin}/profile`)
      const page = await tab.submit({ action: '/auth/login/local' })
      const callback = page.trace.find(({ url }) => url.pathname === '/auth/callback/local')
      const cookies = callback?.setCookies ?? []
      assert.ok(
        cookies.some((cookie) => cookie.startsWith(`latchkey-${app.port}=`)),
        'the session begins',
      )
      assert.ok(
        cookies.some((cookie) => cookie.startsWith(`latchkey-${app.port}.`) && cookie.includes('Max-Age=0')),
        'the attempt ends',
      )
      assertProfile(page, app)

      const out = await tab.post('/auth/logout')
      assert.equal(out.trace[0]?.status, 303)
      assert.match(out.text, /Hello nobody/)
      assert.equal((await tab.open(`${app.origin}/profile`)).url.pathname, '/auth/login')
    },
  },
  {
    id: 'form',
    title: 'Accepts a form that the host has already parsed (`form_post`)',
    async run({ app, visitor }) {
      const tab = visitor()
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
    async run({ appBelowPrefix: app, visitor }) {
      const tab = visitor()
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
    title: 'A guarded page redirects to sign-in (303), and back to exactly the same address',
    async run({ app, visitor }) {
      const refused = await app.send('/profile?q=%C3%BC&b=a+b%2Fc')
      assertSentToSignIn(refused, '/profile?q=%C3%BC&b=a+b%2Fc')
      assert.doesNotMatch(refused.body, /Your profile/)
      // Another spelling of the same path does not bypass the guard.
      assert.doesNotMatch((await app.send('/%70rofile')).body, /Your profile/)

      const tab = visitor()
      await tab.open(`${app.origin}/profile?q=%C3%BC&b=a+b%2Fc`)
      const page = await tab.submit({ action: '/auth/login/local' })
      assertProfile(page, app)
      assert.equal(page.url.search, '?q=%C3%BC&b=a+b%2Fc')
    },
  },
  {
    id: 'api',
    title: 'A guarded API answers 401 JSON, whatever `Accept` says',
    async run({ app, cookieOf }) {
      const refused = await app.send('/api/me')
      assertRefusedAsJson(refused, 401, 'session_required')
      const admitted = await app.send('/api/me', { headers: { cookie: await cookieOf(app) } })
      assert.deepEqual([admitted.status, JSON.parse(admitted.body)], [200, { name: personName }])
    },
  },
  {
    id: 'foreign',
    title: 'NF1 Values that other middleware sets on the request neither open a guard nor break it',
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
    title: 'NP12 A signed-in person who is not admitted gets 403, not a sign-in; an admitted person passes',
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
    title: 'NP12 Guards for roles and claims admit sessions that keep one of them, and no others',
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
    title: 'NS6 Middleware that the application runs first also applies to `/auth/*`',
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
    title: 'A guarded page that the router in the browser fetches redirects to sign-in too',
    appliesTo: ({ routerRequest }) => routerRequest !== undefined,
    async run({ app, host: { routerRequest } }) {
      const { path = '', headers = {} } = routerRequest ?? {}
      const answer = await app.send(path, {
        headers: { ...headers, accept: '*/*', 'sec-fetch-dest': 'empty' },
      })
      // As a redirect, or in the router's own format.
      const said = String(answer.headers.location ?? answer.body)
      assert.match(said, /(?:^|")\/auth\/login\?returnTo=%2Fprofile(?:"|$)/)
      assert.doesNotMatch(said, /Your profile/)
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
]
