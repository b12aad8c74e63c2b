// Cases E4–E6: key rotation, outages, and URLs that strangers must not make the server fetch (OpenID Connect Core §10.1.1).
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { oauthClient } from 'latchkey/oauth'
import { createOutboundFetch } from '../../src/outbound/outbound.ts'
import { type Application, startApplication } from '../support/application.ts'
import { describeProvider } from '../support/in-process-application.ts'
import { newPerson, pressProvider, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

let app: Application
let rotating: TestProvider
let hasty: TestProvider
let stormy: TestProvider
let late: TestProvider
let failing: TestProvider
let keyless: TestProvider

before(async () => {
  ;[rotating, hasty, stormy, late, failing, keyless] = await Promise.all([
    startProvider(),
    startProvider(),
    startProvider(),
    startProvider(),
    startProvider(),
    startProvider(),
  ])
  await late.stop()
  app = await startApplication({ providers: { rotating, hasty, stormy, late, failing, keyless } })
})
after(async () => {
  await app.stop()
  await Promise.all([rotating, hasty, stormy, late, failing, keyless].map((provider) => provider.stop()))
})

async function assertSignsIn(id: string, provider: TestProvider): Promise<void> {
  const person = newPerson()
  const browser = app.browser()
  const page = await signIn(browser, app, id, { at: provider, as: person })
  assert.equal((await whoIs(browser, app))?.sub, person.sub, `${page.status} ${page.text}`)
}

test('E5 keys that rotate between two logins are fetched again, once', async () => {
  await assertSignsIn('rotating', rotating)
  assert.equal(rotating.count('jwks'), 1)
  rotating.rotateKeys()
  await assertSignsIn('rotating', rotating)
  assert.equal(rotating.count('jwks'), 2)
  await assertSignsIn('rotating', rotating)
  assert.equal(rotating.count('jwks'), 2)
})

test('E5 keys that rotate just before signing are fetched again', async () => {
  await assertSignsIn('hasty', hasty)
  hasty.behaviour.token = () => {
    hasty.rotateKeys()
    hasty.behaviour.token = () => undefined
    return undefined
  }
  await assertSignsIn('hasty', hasty)
})

test('E5 a thousand tokens with made-up key ids cause a few fetches of the key set', async () => {
  stormy.behaviour.idToken = (draft) => {
    draft.header.kid = randomUUID()
  }
  const browsers = Array.from({ length: 10 }, () => app.browser())
  await Promise.all(
    browsers.map(async (browser) => {
      for (let login = 0; login < 100; login++) {
        const url = await pressProvider(browser.tab(app.url('/auth/login')), app, 'stormy')
        const page = await browser.tab(stormy.origin).follow(stormy.answerTo(url, newPerson()))
        assert.ok(page.status >= 400 && page.status < 500, page.text)
      }
    }),
  )
  assert.equal(stormy.count('token'), 1000)
  assert.ok(stormy.count('jwks') <= 5, `${stormy.count('jwks')} fetches`)
})

test('E6 a provider that is down at the start does not stop the application, and is used when it comes back', {
  timeout: 60_000,
}, async () => {
  const home = await app.browser().tab().open(app.url('/'))
  assert.equal(home.status, 200)
  const browser = app.browser()
  const page = await signIn(browser, app, 'late')
  assert.equal(page.status, 503, page.text)
  assert.ok(page.text.length > 20)
  assert.equal(await whoIs(browser, app), null)
  await late.restart()
  const giveUpAt = Date.now() + 32_000
  for (;;) {
    const person = newPerson()
    const again = app.browser()
    await signIn(again, app, 'late', { at: late, as: person })
    if ((await whoIs(again, app))?.sub === person.sub) return
    assert.ok(Date.now() < giveUpAt, 'it does not recover')
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
})

test('E6 discovery and key set that go down in mid-life change nothing while what is known may be used', async () => {
  await assertSignsIn('failing', failing)
  failing.behaviour.discovery = () => ({ status: 503 })
  failing.behaviour.jwks = () => ({ status: 503 })
  await assertSignsIn('failing', failing)
})

test('E6 a key set that cannot be fetched is never "verification skipped"', async () => {
  keyless.behaviour.jwks = () => ({ status: 503 })
  const browser = app.browser()
  const page = await signIn(browser, app, 'keyless', { at: keyless, as: newPerson() })
  assert.ok(page.status >= 400 && page.status < 500, `${page.status} ${page.text}`)
  assert.equal(await whoIs(browser, app), null)
  keyless.reset()
  await assertSignsIn('keyless', keyless)
})

const privateAddresses = [
  'http://127.0.0.1',
  'http://localhost',
  'http://10.0.0.1',
  'http://192.168.1.1',
  'http://172.16.0.1',
  'http://169.254.169.254/latest/meta-data',
  'http://[::1]',
  'http://[::ffff:127.0.0.1]',
  'http://[fd00::1]',
  'http://[fe80::1]',
  'http://0x7f.1',
  'http://2130706433',
  'http://0177.0.0.1',
  'http://0.0.0.0',
]
test('E4 the guard for addresses that strangers type refuses this machine and private networks', async () => {
  const guarded = createOutboundFetch({ onlyPublicAddresses: true, timeoutMilliseconds: 3000 })
  const { port } = new URL(rotating.origin)
  const asked = rotating.requests.length
  for (const address of privateAddresses) {
    const url = new URL(address)
    if (url.pathname === '/') url.port = port
    await assert.rejects(guarded(url), address)
  }
  assert.equal(rotating.requests.length, asked, 'a request got through')
  const open = createOutboundFetch({ timeoutMilliseconds: 3000 })
  assert.equal((await open(`${rotating.origin}/.well-known/openid-configuration`)).status, 200)
})

test('E4 a client for a provider that a customer typed in never asks servers inside', async () => {
  const provider = describeProvider('rotating', rotating)
  const redirectUri = 'https://app.example.test/callback'
  const asked = rotating.requests.length
  const guarded = oauthClient({ provider, redirectUri, onlyPublicAddresses: true })
  await assert.rejects(guarded.begin(), { code: 'provider_unavailable' })
  assert.equal(rotating.requests.length, asked)
  const { url } = await oauthClient({ provider, redirectUri }).begin()
  assert.equal(url.origin, rotating.origin, 'twin: without the guard')
})
