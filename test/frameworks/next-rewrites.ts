// Next.js behind its own `rewrites` and `basePath`: browsers use other paths for Latchkey's routes than the route file
// does. The builds of adapters.ts contain the rewrites. Part of `npm run test:frameworks -- next`.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type DevIdentityProvider, startDevIdentityProvider } from 'latchkey/dev'
import { environmentFor } from '../../src/testing/contract/adapter/stage.ts'
import { Visitor } from '../../src/testing/contract/adapter/visitor.ts'
import { nextHost } from '../contract/adapter-hosts/next.ts'

const isChosen = (process.env.LATCHKEY_FRAMEWORKS ?? 'next').split(',').includes('next')

describe('Next.js with rewrites', { skip: !isChosen }, () => {
  let idp: DevIdentityProvider
  const stops: (() => Promise<void>)[] = []
  before(async () => {
    idp = await startDevIdentityProvider({ port: 0 })
  })
  after(async () => {
    for (const stop of stops) await stop()
    await idp?.close()
  })

  /** `outside` is the path at which browsers reach the routes. Returns the origin and the port. */
  async function start(prefix: string, outside: string, variables: Readonly<Record<string, string>>) {
    const environment = await environmentFor(idp, { PREFIX: prefix })
    const { ORIGIN: origin, PORT: port } = environment
    for (const id of ['local', 'post']) idp.allowRedirect(id, `${origin}${outside}/callback/${id}`)
    stops.push(await nextHost.start({ ...environment, ...variables }))
    return { origin, port }
  }

  for (const prefix of ['', '/shop']) {
    const outside = `${prefix}/account`

    test(`BASE_PATH=${outside} signs in at the path outside`, async () => {
      const { origin, port } = await start(prefix, outside, { BASE_PATH: outside })
      const tab = new Visitor()
      const signIn = await tab.open(`${origin}${prefix}/profile?a=b`)
      assert.deepEqual(
        [signIn.status, signIn.url.pathname, signIn.url.searchParams.get('returnTo')],
        [200, `${outside}/login`, `${prefix}/profile?a=b`],
      )
      const [, style = ''] = /<link\b[^>]*\bhref="([^"]+\.css[^"]*)"/.exec(signIn.html) ?? []
      assert.ok(style.startsWith(`${outside}/`), style)
      assert.equal((await fetch(new URL(style, origin))).status, 200)

      const page = await tab.submit({ action: `${outside}/login/local` })
      const [begun, authorization, callback] = page.trace
      assert.equal(authorization?.url.searchParams.get('redirect_uri'), `${origin}${outside}/callback/local`)
      assert.equal(callback?.url.pathname, `${outside}/callback/local`)
      const cookies = [begun, callback].flatMap((hop) => hop?.setCookies ?? [])
      const below = outside.replaceAll('/', '+')
      const name = `latchkey-${port}${below}`
      const names = [`${name}=`, `${name}.`, `latchkey-${port}-last${below}=`]
      assert.ok(
        cookies.some((cookie) => cookie.startsWith(`${name}=`)),
        'the session begins',
      )
      for (const cookie of cookies) {
        assert.ok(
          names.some((start) => cookie.startsWith(start)),
          cookie,
        )
        assert.match(cookie, /; Path=\/;/)
      }
      assert.deepEqual([page.url.pathname, page.url.search], [`${prefix}/profile`, '?a=b'])
      assert.match(page.text, /Your profile, Alex Lindqvist/)

      const out = await tab.post(`${outside}/logout`)
      assert.equal(out.trace[0]?.status, 303)
      assert.equal((await tab.open(`${origin}${prefix}/profile`)).url.pathname, `${outside}/login`)
    })

    test(`BASE_PATH=${outside} guards a page that a rewrite leads to, and takes answers by form`, async () => {
      const { origin } = await start(prefix, outside, { BASE_PATH: outside })
      const tab = new Visitor()
      // The proxy sees the outside path and lets it pass, so only the page's own guard remains.
      const signIn = await tab.open(`${origin}${prefix}/me`)
      assert.deepEqual(
        [signIn.status, signIn.url.pathname, signIn.url.searchParams.get('returnTo')],
        [200, `${outside}/login`, `${prefix}/profile`],
      )
      await tab.submit({ action: `${outside}/login/post` })
      const page = await tab.submit({ action: `${outside}/callback/post` })
      assert.equal(page.url.pathname, `${prefix}/profile`)
      assert.match(page.text, /Your profile, Alex Lindqvist/)
      const rewritten = await tab.open(`${origin}${prefix}/me`)
      assert.deepEqual([rewritten.url.pathname, rewritten.status], [`${prefix}/me`, 200])
      assert.match(rewritten.text, /Your profile, Alex Lindqvist/)
    })
  }

  test('PUBLIC_BASE_PATH alone is for proxies that strip a prefix: an error page names both paths', async () => {
    const variables = { BASE_PATH: '/auth', PUBLIC_BASE_PATH: '/account', NODE_ENV: 'development' }
    const { origin } = await start('', '/account', variables)
    const page = await new Visitor().open(`${origin}/profile`)
    assert.deepEqual([page.status, page.url.pathname, page.trace.length], [404, '/account/login', 2])
    assert.match(page.text, /Expected a path at or below the base path \/auth; received \/account\/login/)
  })

  test("a base path outside of Next's own basePath is refused: no page, and no redirect", async () => {
    const { origin } = await start('/shop', '/auth', { BASE_PATH: '/auth' })
    for (const path of ['/shop/profile', '/shop/me', '/shop/auth/login', '/shop/account/login']) {
      const answer = await fetch(origin + path, { redirect: 'manual' })
      assert.deepEqual([answer.status, answer.headers.get('location')], [500, null], path)
      assert.doesNotMatch(await answer.text(), /Your profile/)
    }
  })
})
