// Cases L: no secret is printed, and no part of a login stays in a URL (RFC 9700 §4.2, §4.3). In addition, each
// application that a test starts checks its output for every secret of the run when it stops.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { type Application, startApplication } from '../support/application.ts'
import { catchCallback, deliver, newPerson, pressSignIn, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { json } from '../support/provider-answers.ts'
import { countSecrets, findLeaks, rememberSecret } from '../support/secrets.ts'

const apps = new Map<string, Application>()
let h: TestProvider

before(async () => {
  h = await startProvider({ endSession: true })
  apps.set('production', await startApplication({ providers: { h } }))
  apps.set('development', await startApplication({ providers: { h }, production: false }))
  apps.set('keeping tokens', await startApplication({ providers: { h }, environment: { KEEP_TOKENS: '1' } }))
})
afterEach(() => h.reset())
after(async () => {
  for (const app of apps.values()) await app.stop()
  await h.stop()
})

for (const kind of ['production', 'development', 'keeping tokens']) {
  test(`L1 ${kind}: logins, refusals and failures print and show no secret`, async () => {
    const app = apps.get(kind)
    assert.ok(app)
    const known = countSecrets()
    const pages: string[] = []
    const browser = app.browser()
    pages.push((await signIn(browser, app, 'h', { at: h, as: newPerson() })).html)
    const failures: (() => void)[] = [
      () => {
        h.behaviour.token = ({ request }) =>
          json(
            {
              error: 'invalid_grant',
              error_description: `code ${request.form.get('code')} secret ${h.clientSecret}`,
            },
            {},
            400,
          )
      },
      () => {
        h.behaviour.token = ({ request }) => ({
          status: 500,
          body: `trace: ${request.form} ${request.headers.authorization}`,
        })
      },
      () => {
        h.behaviour.token = ({ request }) => ({
          headers: { 'content-type': 'application/json' },
          body: `not json ${request.form}`,
        })
      },
      () => {
        h.behaviour.userinfo = ({ headers }) => ({
          status: 401,
          headers: {
            'www-authenticate': `Bearer error="invalid_token", error_description="${headers.authorization}"`,
          },
        })
      },
      () => {
        h.behaviour.idToken = (draft) => Object.assign(draft.claims, { nonce: 'wrong' })
      },
      () => {
        h.behaviour.tokenBody = (body) => Object.assign(body, { token_type: body.access_token })
      },
      () => {
        h.behaviour.authorizationAnswer = (answer, request) => {
          answer.set('error', 'server_error')
          answer.set('error_description', `state ${request.get('state')}`)
        }
      },
    ]
    for (const fail of failures) {
      h.reset()
      fail()
      const page = await signIn(app.browser(), app, 'h', { at: h, as: newPerson() })
      // Only a refused userinfo answer still signs the person in.
      assert.ok(page.status < 500 && (page.status >= 400 || h.behaviour.userinfo), page.text)
      pages.push(page.html)
    }
    h.reset()
    const callback = await catchCallback(browser.tab(), app, 'h')
    pages.push((await deliver(app.browser().tab(), callback)).html)
    for (const path of ['/', '/profile', '/auth/account', '/auth/session', '/api/me'])
      pages.push((await browser.tab(app.url('/')).fetch(path)).body)
    await browser
      .tab(app.url('/'))
      .post('/auth/logout?provider=1', {}, { until: (url) => url.origin === h.origin })
    assert.ok(countSecrets() - known > 20, 'the run produced secrets to look for')
    for (const html of pages) assert.deepEqual(findLeaks(html), [])
    assert.match(app.output, /"code":"/, 'refusals are logged')
    assert.deepEqual(findLeaks(app.output), [])
  })
}

test('L1 the search itself finds a secret, also where it is encoded', () => {
  rememberSecret('example', 'a-secret/with=signs')
  assert.equal(findLeaks('{"url":"/x?code=a-secret%2Fwith%3Dsigns"}').length, 1)
  assert.equal(findLeaks('nothing').length, 0)
})

test('L2 after the callback the address is clean, and no address of it leaves by Referer', async () => {
  const app = apps.get('production')
  assert.ok(app)
  const browser = app.browser()
  h.person = newPerson()
  const page = await pressSignIn(browser.tab(), app, 'h', { returnTo: '/area/l2' })
  assert.ok(await whoIs(browser, app))
  assert.equal(page.url.href, app.url('/area/l2'))
  const callback = page.trace.find((hop) => hop.url.pathname.startsWith('/auth/callback/'))
  assert.equal(callback?.status, 303)
  assert.match(String(callback?.headers['referrer-policy']), /no-referrer|same-origin/)
  const last = page.trace.at(-1)
  assert.ok(!/code=|state=/.test(last?.requestHeaders.referer ?? ''))
  for (const hop of page.trace)
    if (hop.url.origin === h.origin) assert.ok(!(hop.requestHeaders.referer ?? '').includes('code='))
})

test('L2 the pages at the callback run nothing, load nothing from elsewhere, and send no Referer to other sites', async () => {
  for (const kind of ['production', 'development']) {
    const app = apps.get(kind)
    assert.ok(app)
    const page = await deliver(app.browser().tab(), app.url('/auth/callback/h?code=abc&state=def'))
    assert.ok(page.status >= 400 && page.status < 500)
    assert.match(
      String(page.headers['content-security-policy']),
      /default-src 'none'.*frame-ancestors 'none'/,
    )
    assert.match(String(page.headers['referrer-policy']), /no-referrer|same-origin/)
    assert.equal(page.headers['x-content-type-options'], 'nosniff')
    for (const [, address = ''] of page.html.matchAll(/(?:src|href)="([^"]*)"/g)) {
      assert.ok(
        address.startsWith('/') || address.startsWith('#') || address.startsWith('data:image'),
        address,
      )
    }
    assert.ok(!/<script/i.test(page.html))
    assert.ok(!page.html.includes('code=abc') && !page.html.includes('state=def'))
  }
})

test('L2 every page of ours has the headers that keep it to itself', async () => {
  const app = apps.get('production')
  assert.ok(app)
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  for (const path of [
    '/auth/login',
    '/auth/account',
    '/auth/signed-out',
    '/auth/nowhere',
    '/auth/callback/nobody',
  ]) {
    const page = await browser.tab().open(app.url(path))
    const policy = String(page.headers['content-security-policy'])
    for (const directive of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      assert.ok(policy.includes(directive), `${path}: ${policy}`)
    assert.ok(!/unsafe-inline.*script|script-src/.test(policy), path)
    assert.equal(page.headers['x-content-type-options'], 'nosniff', path)
    assert.match(String(page.headers['referrer-policy']), /same-origin|no-referrer/, path)
  }
})
