// The same login against `oidc-provider`, a certified server from another author: PKCE required, the client authenticated
// in the header and in the body, the answer in the query and by form_post.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { type Application, findFreePort, startApplication } from '../support/application.ts'
import { type Chromium, noChromium, startChromium } from '../support/chromium.ts'
import { headingOf, pathOf, startSignIn, whoIsVisitor } from '../support/chromium-journeys.ts'
import { type InProcessApplication, startInProcess } from '../support/in-process-application.ts'
import type { Place } from '../support/journeys.ts'
import { type OidcProvider, startOidcProvider } from '../support/oidc-provider.ts'

describe('oidc-provider', { skip: noChromium }, () => {
  let chromium: Chromium

  before(async () => {
    chromium = await startChromium()
  })
  after(async () => {
    await chromium?.close()
  })

  for (const clientAuthentication of ['client_secret_basic', 'client_secret_post'] as const) {
    describe(clientAuthentication, () => {
      let provider: OidcProvider
      let app: Application

      before(async () => {
        const port = await findFreePort()
        const origin = `http://localhost:${port}`
        provider = await startOidcProvider({
          clientAuthentication,
          redirectUris: [`${origin}/auth/callback/corp`],
          postLogoutRedirectUris: [`${origin}/auth/signed-out`],
        })
        app = await startApplication({ port, environment: environmentFor(provider) })
      })
      after(async () => {
        await app?.stop()
        await provider?.stop()
      })

      test('signs in, is somebody, signs out', async () => {
        const visitor = await chromium.visitor()
        const page = await visitor.newPage()
        await startSignIn(page, app, 'corp', '/area/of/corp?x=1')
        await page.fill('[name=login]', 'grace')
        await page.getByRole('button', { name: 'Sign in' }).click()
        assert.equal(pathOf(page), '/area/of/corp?x=1')
        const me = await whoIsVisitor(visitor, app)
        assert.deepEqual(
          { ...me, id: null },
          {
            id: null,
            sub: 'grace',
            provider: 'corp',
            email: 'grace@example.org',
            emailVerified: true,
            name: 'Grace',
            picture: null,
          },
        )
        await page.goto(app.url('/'))
        await page.getByRole('button', { name: 'Sign out' }).click()
        assert.equal(await whoIsVisitor(visitor, app), null)
        await visitor.close()
      })

      test('a refusal there is a page here', async () => {
        const visitor = await chromium.visitor()
        const page = await visitor.newPage()
        await startSignIn(page, app, 'corp')
        await page.getByRole('button', { name: 'Sign in' }).click()
        assert.equal(await headingOf(page), 'Sign-in not completed')
        assert.equal(await whoIsVisitor(visitor, app), null)
        await visitor.close()
      })

      test('signing out there too ends at the page that says so', async () => {
        const visitor = await chromium.visitor()
        await signIn(visitor, app, 'hopper')
        const page = await visitor.newPage()
        // The quickstart's button signs out only here, so the test changes the form to sign out at the provider too.
        await page.goto(app.url('/'))
        await page.evaluate(() => {
          const form = document.querySelector<HTMLFormElement>('form[action^="/auth/logout"]')
          if (form) form.action = '/auth/logout?provider=1'
        })
        await page.getByRole('button', { name: 'Sign out' }).click()
        assert.equal(new URL(page.url()).origin, provider.issuer)
        assert.equal(await whoIsVisitor(visitor, app), null, 'signed out here first')
        await page.getByRole('button', { name: /^Yes/ }).click()
        assert.equal(new URL(page.url()).pathname, '/auth/signed-out')
        await visitor.close()
      })
    })
  }

  describe('form_post', () => {
    let provider: OidcProvider
    let app: InProcessApplication

    before(async () => {
      const { oidc } = await import('latchkey/providers/oidc')
      const port = await findFreePort()
      provider = await startOidcProvider({
        clientAuthentication: 'client_secret_basic',
        redirectUris: [`http://localhost:${port}/auth/callback/corp`],
      })
      const { issuer, clientId, clientSecret } = provider
      const corp = oidc({ id: 'corp', issuer, clientId, clientSecret, responseMode: 'form_post' })
      app = await startInProcess({ providers: [corp], port })
    })
    after(async () => {
      await app?.stop()
      await provider?.stop()
    })

    test('the answer comes cross-site by POST, without our cookies, and signs in', async () => {
      const visitor = await chromium.visitor()
      await signIn(visitor, app, 'grace')
      assert.equal((await whoIsVisitor(visitor, app))?.sub, 'grace')
      const cookies = await visitor.cookies(app.origin)
      assert.deepEqual([...new Set(cookies.map(({ sameSite }) => sameSite))], ['Lax'])
      await visitor.close()
    })
  })

  async function signIn(visitor: BrowserContext, app: Place, login: string): Promise<void> {
    const page = await visitor.newPage()
    await startSignIn(page, app, 'corp')
    await page.fill('[name=login]', login)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(`${app.origin}/profile`)
    await page.close()
  }
})

function environmentFor({ issuer, clientId, clientSecret }: OidcProvider): Record<string, string> {
  return {
    OIDC_PROVIDERS: 'corp',
    OIDC_CORP_ISSUER: issuer,
    OIDC_CORP_CLIENT_ID: clientId,
    OIDC_CORP_CLIENT_SECRET: clientSecret,
    OIDC_CORP_NAME: 'Corporate login',
  }
}
