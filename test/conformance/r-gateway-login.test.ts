// The gateway with a real login at a provider: which parts of the provider's answer reach the application.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Browser } from '../support/browser.ts'
import {
  type EchoApplication,
  startEchoApplication,
  startTestGateway,
  type TestGateway,
} from '../support/gateway.ts'
import { newPerson, signIn } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

let provider: TestProvider
let application: EchoApplication

before(async () => {
  provider = await startProvider()
  application = await startEchoApplication()
})

after(async () => {
  await provider.stop()
  await application.stop()
})

/** Signs a person in at a gateway with these variables, and passes their browser to `look`. */
async function withLogin(
  environment: Readonly<Record<string, string>>,
  look: (gateway: TestGateway, browser: Browser) => Promise<void>,
  claims: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const gateway = await startTestGateway({
    application,
    rules: [{ path: '/readers/*', allow: { group: 'readers' } }],
    environment: {
      OIDC_PROVIDERS: 'h',
      OIDC_H_ISSUER: provider.issuer,
      OIDC_H_CLIENT_ID: provider.clientId,
      OIDC_H_CLIENT_SECRET: provider.clientSecret ?? '',
      ...environment,
    },
  })
  try {
    const person = newPerson(claims)
    const browser = new Browser()
    const page = await signIn(browser, gateway, 'h', { at: provider, as: person, returnTo: '/page?a=b' })
    assert.equal(page.url.href, `${gateway.origin}/page?a=b`)
    await look(gateway, browser)
  } finally {
    await gateway.stop()
  }
}

test('R8 no token of the provider reaches the application unless the operator says so', async () => {
  const names = () => Object.keys(application.received.at(-1)?.headers ?? {})
  await withLogin({}, async () => assert.ok(!names().includes('x-latchkey-access-token')))
  await withLogin({ KEEP_TOKENS: '1' }, async () => assert.ok(!names().includes('x-latchkey-access-token')))
  await withLogin({ KEEP_TOKENS: '1', GATEWAY_ACCESS_TOKENS: '1' }, async () => {
    assert.match(application.received.at(-1)?.headers['x-latchkey-access-token'] ?? '', /^at_/)
  })
})

test('R10, R12 groups come from the verified answer, and cookies are for one host', async () => {
  await withLogin(
    {},
    async (gateway, browser) => {
      const page = await browser.tab().open(`${gateway.origin}/readers/x`)
      assert.equal(page.status, 200)
      assert.equal(application.received.at(-1)?.headers.cookie, undefined)
      // The cookie is not sent to a sibling host or a subdomain.
      for (const url of ['http://sub.localhost/', 'http://example.localhost/']) {
        const context = { url: new URL(url), method: 'GET', crossSite: false, topLevel: true }
        assert.equal(browser.jar.header(context), null)
      }
    },
    { groups: ['readers'] },
  )
  await withLogin({}, async (gateway, browser) => {
    assert.equal((await browser.tab().open(`${gateway.origin}/readers/x`)).status, 403)
  })
})
