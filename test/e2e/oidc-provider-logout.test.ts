// Signing out with `oidc-provider`: RP-initiated logout and the return, and the back-channel logout that it posts to the
// application by itself. It has no front-channel logout (OpenID Connect Front-Channel Logout 1.0): for that, and for the
// refusals of the back channel, see conformance/i-logout.test.ts.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decodeJwt } from 'jose'
import { oidc } from 'latchkey/providers/oidc'
import { findFreePort } from '../support/application.ts'
import type { Browser, Page } from '../support/browser.ts'
import { type InProcessApplication, startInProcess } from '../support/in-process-application.ts'
import { pressSignIn, whoIs } from '../support/journeys.ts'
import { type OidcProvider, startOidcProvider } from '../support/oidc-provider.ts'

interface Meeting {
  readonly endSession?: boolean
  /** Whether the application registered its back channel. Default: false. */
  readonly isTold?: boolean
}

type Use = (app: InProcessApplication, provider: OidcProvider) => Promise<void>

async function withProvider({ endSession = true, isTold = false }: Meeting, use: Use): Promise<void> {
  const port = await findFreePort()
  const at = `http://localhost:${port}/auth`
  const provider = await startOidcProvider({
    clientAuthentication: 'client_secret_basic',
    redirectUris: [`${at}/callback/corp`],
    ...(endSession ? { postLogoutRedirectUris: [`${at}/signed-out`] } : {}),
    endSession,
    client: isTold
      ? {
          backchannel_logout_uri: `${at}/backchannel-logout/corp`,
          backchannel_logout_session_required: true,
        }
      : {},
  })
  const { issuer, clientId, clientSecret } = provider
  const app = await startInProcess({
    providers: [oidc({ id: 'corp', issuer, clientId, clientSecret })],
    port,
  })
  try {
    await use(app, provider)
  } finally {
    await app.stop()
    await provider.stop()
  }
}

async function signedInAs(login: string, app: InProcessApplication): Promise<Browser> {
  const browser = app.browser()
  const tab = browser.tab()
  await pressSignIn(tab, app, 'corp')
  await tab.submit({ fields: { login } })
  assert.equal((await whoIs(browser, app))?.sub, login)
  return browser
}

/** Starts another login in this browser. Returns whether the provider has to ask who the person is. */
async function isAskedAgain(browser: Browser, app: InProcessApplication): Promise<boolean> {
  return (await pressSignIn(browser.tab(), app, 'corp')).html.includes('name="login"')
}

/** Returns the URL of the first redirect. */
function sentTo({ trace }: Page): URL {
  return new URL(trace[0]?.headers.location ?? '', trace[0]?.url)
}

describe('RP-initiated logout', () => {
  test('the session here ends first; the provider gets hint, state and the registered address, and sends back', async () => {
    await withProvider({}, async (app, provider) => {
      const browser = await signedInAs('grace', app)
      const copy = app.browser({ jar: browser.jar.copy() })
      const tab = browser.tab(app.url('/'))
      const asking = await tab.post('/auth/logout?provider=1')
      const request = sentTo(asking)
      assert.equal(request.origin, provider.issuer)
      assert.equal(request.searchParams.get('post_logout_redirect_uri'), app.url('/auth/signed-out'))
      const hint = decodeJwt(request.searchParams.get('id_token_hint') ?? '')
      assert.deepEqual([hint.iss, hint.sub, hint.aud], [provider.issuer, 'grace', provider.clientId])
      const state = request.searchParams.get('state') ?? ''
      assert.ok(state.length > 0)
      // The person has not confirmed at the provider yet, but the session has ended here, even for a copy of the cookie.
      assert.equal(await whoIs(browser, app), null)
      assert.equal(await whoIs(copy, app), null)

      const page = await tab.submit({ label: 'Yes, sign out' })
      assert.equal(page.status, 200)
      assert.equal(page.url.pathname, '/auth/signed-out')
      assert.equal(page.url.searchParams.get('state'), state)
      assert.equal(await isAskedAgain(browser, app), true)
    })
  })

  test('afterwards the browser goes on where the sign-out began', async () => {
    await withProvider({}, async (app) => {
      const tab = (await signedInAs('grace', app)).tab(app.url('/'))
      await tab.post('/auth/logout?provider=1&returnTo=/area%3Fleft=1')
      const page = await tab.submit({ label: 'Yes, sign out' })
      assert.equal(page.url.href, app.url('/area?left=1'))
    })
  })

  test('twin: without provider=1 it is a matter of the application alone', async () => {
    await withProvider({}, async (app, provider) => {
      const browser = await signedInAs('grace', app)
      const page = await browser.tab(app.url('/')).post('/auth/logout')
      assert.ok(page.trace.every(({ url }) => url.origin !== provider.issuer))
      assert.equal(page.url.href, app.url('/'))
      assert.equal(await whoIs(browser, app), null)
      assert.equal(await isAskedAgain(browser, app), false, 'still signed in there')
    })
  })

  test('a provider without an end-session endpoint is as without provider=1', async () => {
    await withProvider({ endSession: false }, async (app) => {
      const browser = await signedInAs('grace', app)
      const page = await browser.tab(app.url('/')).post('/auth/logout?provider=1&returnTo=/area/left')
      assert.equal(sentTo(page).href, app.url('/area/left'))
      assert.equal(await whoIs(browser, app), null)
    })
  })

  for (const [name, query] of [
    ['a missing', ''],
    ['an unknown', '?state=made-up'],
  ]) {
    test(`a return with ${name} state is the same page, and signs nobody out`, async () => {
      await withProvider({}, async (app, provider) => {
        const browser = await signedInAs('grace', app)
        const page = await browser.tab(provider.issuer).follow(app.url(`/auth/signed-out${query}`))
        assert.deepEqual([page.status, page.url.pathname], [200, '/auth/signed-out'])
        assert.equal((await whoIs(browser, app))?.sub, 'grace')
      })
    })
  }
})

describe('back-channel logout', () => {
  /** Signs out at the provider as another application would: this browser sends our application no request. */
  async function signOutThere(browser: Browser, { issuer }: OidcProvider): Promise<void> {
    const tab = browser.tab()
    await tab.open(`${issuer}/session/end`)
    await tab.submit({ label: 'Yes, sign out' })
  }

  test("ends the session of that sid; the person's other browser and other people stay", async () => {
    await withProvider({ isTold: true }, async (app, provider) => {
      const here = await signedInAs('grace', app)
      const elsewhere = await signedInAs('grace', app)
      const other = await signedInAs('hopper', app)
      await signOutThere(here, provider)
      assert.equal(await whoIs(here, app), null)
      assert.equal((await whoIs(elsewhere, app))?.sub, 'grace')
      assert.equal((await whoIs(other, app))?.sub, 'hopper')
      const told = app.log.filter(({ event }) => event === 'provider_signed_out')
      assert.equal(told.length, 1)
      await signOutThere(elsewhere, provider)
      assert.equal(await whoIs(elsewhere, app), null)
    })
  })

  test('twin: an application that registered no back channel is not told', async () => {
    await withProvider({}, async (app, provider) => {
      const browser = await signedInAs('grace', app)
      await signOutThere(browser, provider)
      assert.equal((await whoIs(browser, app))?.sub, 'grace')
    })
  })

  test('a session that begins after it lives on', async () => {
    await withProvider({ isTold: true }, async (app, provider) => {
      const browser = await signedInAs('grace', app)
      await signOutThere(browser, provider)
      const tab = browser.tab()
      await pressSignIn(tab, app, 'corp')
      await tab.submit({ fields: { login: 'grace' } })
      assert.equal((await whoIs(browser, app))?.sub, 'grace')
    })
  })
})
