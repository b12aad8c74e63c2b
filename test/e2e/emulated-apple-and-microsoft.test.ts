// Apple and Microsoft in emulators from other authors, made for other purposes: the catalogue's entries sign in there over
// HTTP, pointed at another host by environment variables alone.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { exportPKCS8, generateKeyPair } from 'jose'
import { type Application, findFreePort, startApplication } from '../support/application.ts'
import type { Browser, Page } from '../support/browser.ts'
import { type EmulatedProvider, startEmulatedApple, startEmulatedMicrosoft } from '../support/emulate.ts'
import { pressSignIn, whoIs } from '../support/journeys.ts'

const tenants = {
  ada: '5d3e1f0a-7a0b-4c55-9a55-0c1f6f3b8a01',
  grace: '0b9c2a44-1d1e-4f6a-8c3b-9a7d5e2f4b02',
}

describe('emulated Apple and Microsoft', () => {
  let apple: EmulatedProvider
  let microsoft: EmulatedProvider
  let app: Application

  before(async () => {
    const port = await findFreePort()
    const callbacks = (...ids: string[]) => ids.map((id) => `http://localhost:${port}/auth/callback/${id}`)
    apple = await startEmulatedApple(callbacks('apple'))
    microsoft = await startEmulatedMicrosoft(callbacks('entra', 'some'), tenants)
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    const { origin } = microsoft
    app = await startApplication({
      port,
      environment: {
        PROVIDERS: 'apple,entra',
        APPLE_CLIENT_ID: apple.clientId,
        APPLE_TEAM_ID: 'TEAM123456',
        APPLE_KEY_ID: 'KEY1234567',
        APPLE_PRIVATE_KEY: (await exportPKCS8(privateKey)).replaceAll('\n', '\\n'),
        APPLE_BASE_URL: apple.origin,
        // A single organization, discovered below its issuer.
        ENTRA_CLIENT_ID: microsoft.clientId,
        ENTRA_CLIENT_SECRET: microsoft.clientSecret,
        ENTRA_TENANT: tenants.ada,
        ENTRA_ISSUER: `${origin}/${tenants.ada}/v2.0`,
        // Several organizations, one of them allowed. Their shared metadata names an issuer that no token carries, so the
        // endpoints are configured.
        OIDC_PROVIDERS: 'some',
        OIDC_SOME_KIND: 'microsoft',
        OIDC_SOME_CLIENT_ID: microsoft.clientId,
        OIDC_SOME_CLIENT_SECRET: microsoft.clientSecret,
        OIDC_SOME_BASE_URL: origin,
        OIDC_SOME_ALLOWED_TENANTS: tenants.grace,
        OIDC_SOME_AUTHORIZATION_ENDPOINT: `${origin}/oauth2/v2.0/authorize`,
        OIDC_SOME_TOKEN_ENDPOINT: `${origin}/oauth2/v2.0/token`,
        OIDC_SOME_JWKS_URI: `${origin}/discovery/v2.0/keys`,
      },
    })
  })
  after(async () => {
    await app?.stop()
    await apple?.close()
    await microsoft?.close()
  })

  /** From the button through the emulator's list of people and back. */
  async function signInAs(browser: Browser, id: string, email: string): Promise<Page> {
    const tab = browser.tab()
    await pressSignIn(tab, app, id, { returnTo: '/profile' })
    const page = await tab.submit({ label: email })
    // Apple's answer is a form, which a script submits in a browser.
    return /action="[^"]*\/auth\/callback\//.test(page.html) ? tab.submit({ label: 'Continue' }) : page
  }

  test('Apple signs in by its form, with a secret that was signed, and names the person once', async () => {
    const first = app.browser()
    const page = await signInAs(first, 'apple', 'ada@example.org')
    assert.equal(page.url.pathname, '/profile', page.text)
    const me = await whoIs(first, app)
    assert.deepEqual([me?.provider, me?.name, me?.emailVerified], ['apple', 'Ada Byron', true])
    assert.match(me?.email ?? '', /@privaterelay\.appleid\.com$/)
    assert.match(me?.sub ?? '', /^[0-9A-F]{6}\.[0-9a-f]{32}\.[0-9A-F]{4}$/)
    const second = app.browser()
    await signInAs(second, 'apple', 'ada@example.org')
    const again = await whoIs(second, app)
    assert.deepEqual([again?.id, again?.name], [me?.id, 'Ada Byron'])
  })

  test('Entra ID signs in people of its tenant, and refuses those of another', async () => {
    const browser = app.browser()
    assert.equal((await signInAs(browser, 'entra', 'ada@example.org')).url.pathname, '/profile')
    const me = await whoIs(browser, app)
    assert.deepEqual(
      [me?.provider, me?.name, me?.email, me?.emailVerified],
      ['entra', 'Ada Byron', 'ada@example.org', false],
    )
    await refuses('entra', 'grace@example.com')
  })

  test('Microsoft signs in the tenants that are allowed, and no others', async () => {
    const browser = app.browser()
    assert.equal((await signInAs(browser, 'some', 'grace@example.com')).url.pathname, '/profile')
    assert.equal((await whoIs(browser, app))?.name, 'Grace Hopper')
    await refuses('some', 'ada@example.org')
    // An account that belongs to no known organization.
    await refuses('some', 'testuser@outlook.com')
  })

  async function refuses(id: string, email: string): Promise<void> {
    const before = app.census()
    const browser = app.browser()
    const page = await signInAs(browser, id, email)
    assert.equal(page.status, 400)
    assert.equal(await whoIs(browser, app), null)
    assert.deepEqual(app.census(), before)
  }
})
