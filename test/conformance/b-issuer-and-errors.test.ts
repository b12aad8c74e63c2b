// Cases B8 and B9: the issuer in the authorization response (RFC 9207 §2.4), and error answers (RFC 6749 §4.1.2.1).
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { type Application, startApplication } from '../support/application.ts'
import { catchCallback, deliver, newGitHubPerson, newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { assertRefused } from './assert-refused.ts'

let app: Application
let h: TestProvider
let quiet: TestProvider
let hub: TestProvider

before(async () => {
  h = await startProvider({ issuerPath: '/Tenant' })
  quiet = await startProvider({ sendsIssuer: false, issuerPath: '/tenant' })
  hub = await startProvider({ shape: 'github', sendsIssuer: false })
  app = await startApplication({ providers: { h, quiet, hub } })
})
afterEach(() => {
  for (const provider of [h, quiet, hub]) provider.reset()
})
after(async () => {
  await app.stop()
  await Promise.all([h, quiet, hub].map((provider) => provider.stop()))
})

const wrongIssuers: Readonly<Record<string, (issuer: string) => string>> = {
  'a trailing slash': (issuer) => `${issuer}/`,
  'another case': (issuer) => issuer.replace('enant', 'ENANT'),
  'another port': (issuer) => issuer.replace(/:\d+/, ':1'),
  'another path': (issuer) => `${issuer}/v2`,
  'no path': (issuer) => new URL(issuer).origin,
  'another scheme': (issuer) => issuer.replace('http:', 'https:'),
  'a query': (issuer) => `${issuer}?`,
  'a space before it': (issuer) => ` ${issuer}`,
  'a look-alike letter': (issuer) => issuer.replace('enant', 'еnant'),
  'a dot segment': (issuer) => issuer.replace(/enant/, 'enant/.'),
  'somebody else': () => 'https://evil.example',
  'nothing in it': () => '',
}
for (const [name, change] of Object.entries(wrongIssuers)) {
  for (const id of ['h', 'quiet', 'hub']) {
    if (id === 'hub' && !['somebody else', 'a trailing slash'].includes(name)) continue
    test(`B8 ${id}: an issuer with ${name} is refused before any token request`, () => {
      const provider = id === 'h' ? h : id === 'quiet' ? quiet : hub
      return assertRefused(app, { id, provider }, async (browser) => {
        provider.person = newPerson({ sub: '1234' })
        provider.behaviour.authorizationAnswer = (answer) => answer.set('iss', change(provider.issuer))
        const page = await signIn(browser, app, id)
        assert.equal(provider.count('token'), 0)
        return page
      })
    })
  }
}

test('B8 an issuer that is announced and absent is refused before any token request', () =>
  assertRefused(app, { id: 'h', provider: h }, async (browser) => {
    h.behaviour.authorizationAnswer = (answer) => answer.delete('iss')
    const page = await signIn(browser, app, 'h')
    assert.equal(h.count('token'), 0)
    return page
  }))

test('B8 an issuer that is given twice is refused', () =>
  assertRefused(app, { id: 'h', provider: h }, async (browser) => {
    h.behaviour.authorizationAnswer = (answer) => answer.append('iss', h.issuer)
    const page = await signIn(browser, app, 'h')
    assert.equal(h.count('token'), 0)
    return page
  }))

test('B8 the issuer of an error answer is checked too', () =>
  assertRefused(app, { id: 'h', provider: h }, async (browser) => {
    h.behaviour.authorizationAnswer = (answer) => {
      answer.delete('code')
      answer.set('error', 'access_denied')
      answer.set('iss', 'https://evil.example')
    }
    const page = await signIn(browser, app, 'h')
    assert.doesNotMatch(page.text, /did not allow this sign-in/)
    return page
  }))

for (const sent of [true, false]) {
  test(`B8 without an announcement the login works ${sent ? 'with the right issuer' : 'without one'}`, async () => {
    for (const [id, provider] of [
      ['quiet', quiet],
      ['hub', hub],
    ] as const) {
      const person = id === 'hub' ? newGitHubPerson() : newPerson()
      if (sent) provider.behaviour.authorizationAnswer = (answer) => answer.set('iss', provider.issuer)
      const browser = app.browser()
      await signIn(browser, app, id, { at: provider, as: person })
      assert.equal((await whoIs(browser, app))?.sub, person.sub, id)
    }
  })
}

test('B9 a refusal at the provider shows a friendly page and spends the attempt', async () => {
  const browser = app.browser()
  const callback = await catchCallback(browser.tab(), app, 'h')
  callback.searchParams.delete('code')
  callback.searchParams.set('error', 'access_denied')
  const page = await deliver(browser.tab(), callback)
  assert.ok(page.status >= 400 && page.status < 500)
  assert.match(page.text, /did not allow this sign-in/)
  assert.equal(await whoIs(browser, app), null)
  assert.equal(h.count('token'), 0)
  const again = await deliver(browser.tab(), callback)
  assert.ok(again.status >= 400 && again.status < 500)
  assert.doesNotMatch(again.text, /did not allow this sign-in/)
})

test('B9 an error with a state that nobody began shows a general page', () =>
  assertRefused(app, { id: 'h', provider: h }, async (browser) => {
    const page = await deliver(browser.tab(), app.url('/auth/callback/h?error=access_denied&state=made-up'))
    assert.doesNotMatch(page.text, /did not allow this sign-in/)
    return page
  }))

test('B9 an error and a code together are an error', () =>
  assertRefused(app, { id: 'h', provider: h }, async (browser) => {
    h.person = newPerson()
    h.behaviour.authorizationAnswer = (answer) => answer.set('error', 'access_denied')
    const page = await signIn(browser, app, 'h')
    assert.equal(h.count('token'), 0)
    return page
  }))

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'a\r\nSet-Cookie: x=1',
  '\u202emirror',
  '\0',
]
for (const mode of [true, false]) {
  test(`B9 what a provider writes into an error is inert ${mode ? 'in production' : 'on the page for developers'}`, async () => {
    const tested = mode ? app : await startApplication({ providers: { h }, production: false })
    try {
      for (const value of hostile) {
        for (const name of ['error', 'error_description', 'error_uri']) {
          const browser = tested.browser()
          h.behaviour.authorizationAnswer = (answer) => {
            answer.delete('code')
            answer.set('error', 'server_error')
            answer.set(name, value)
          }
          const page = await signIn(browser, tested, 'h')
          const seen = `${name}=${JSON.stringify(value)}`
          assert.ok(page.status >= 400 && page.status < 500, `${seen} answered ${page.status}`)
          assert.ok(!/<script>alert|<img src=x/i.test(page.html), `${seen} is markup`)
          assert.ok(!/(href|src|action)="?\s*javascript:/i.test(page.html), `${seen} is a link`)
          assert.match(String(page.headers['content-security-policy']), /default-src 'none'/)
          assert.equal(browser.jar.find(/^x$/), undefined)
        }
      }
    } finally {
      if (!mode) await tested.stop()
    }
  })
}
