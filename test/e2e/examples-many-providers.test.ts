// examples/many-providers: four providers side by side, JSON answers, the verified claims of the ID token.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { findFreePort } from '../support/application.ts'
import type { Tab } from '../support/browser.ts'
import { type EmulatedProvider, startEmulatedGitHub } from '../support/emulate.ts'
import { type Example, passAs, startExample } from '../support/example.ts'

/** From the protected page through the sign-in page and back. */
async function signIn(app: Example, providerId: string, person: string): Promise<Tab> {
  const tab = app.browser().tab()
  await tab.open(app.url('/profile'))
  assert.equal(tab.url.pathname, '/auth/login')
  await tab.submit({ action: `/auth/login/${providerId}` })
  const page = await passAs(tab, person)
  assert.equal(page.url.href, app.url('/profile'))
  assert.match(String(page.headers['content-type']), /^application\/json/)
  return tab
}

function jsonOf(tab: Tab): Record<string, Record<string, unknown>> {
  return JSON.parse(tab.page?.html ?? '')
}

describe('many-providers', () => {
  let app: Example
  before(async () => {
    app = await startExample('many-providers')
  })
  after(() => app?.stop())

  for (const provider of ['google', 'gitlab']) {
    test(`${provider}: the claims of the verified ID token`, async () => {
      const { user, signedInWith, idTokenClaims } = jsonOf(await signIn(app, provider, 'mira'))
      assert.equal(user?.name, 'Mira Castellanos')
      assert.equal(signedInWith?.provider, provider)
      assert.deepEqual(
        [idTokenClaims?.iss, idTokenClaims?.sub],
        [signedInWith?.issuer, signedInWith?.subject],
      )
      assert.ok(idTokenClaims?.nonce && idTokenClaims?.exp)
    })
  }

  for (const provider of ['github', 'facebook']) {
    test(`${provider}: no ID token, and the same profile`, async () => {
      const { user, signedInWith, idTokenClaims } = jsonOf(await signIn(app, provider, 'mira'))
      assert.equal(user?.name, 'Mira Castellanos')
      assert.equal(signedInWith?.provider, provider)
      assert.equal(idTokenClaims, null)
    })
  }

  for (const [provider, key] of Object.entries({ google: 'sub', github: 'login', facebook: 'name' })) {
    test(`${provider}: its API answers to the access token`, async () => {
      const tab = await signIn(app, provider, 'mira')
      const { status, profile } = JSON.parse((await tab.fetch('/api/profile')).body)
      assert.equal(status, 200)
      assert.ok(profile[key])
    })
  }

  test('signed out: the page redirects, the API answers 401 JSON; after logout too', async () => {
    const tab = await signIn(app, 'google', 'alex')
    assert.equal((await tab.fetch('/api/profile')).status, 200)
    const home = await tab.post('/auth/logout')
    assert.equal(JSON.parse(home.html).user, null)
    const refused = await tab.fetch('/api/profile')
    assert.equal(refused.status, 401)
    assert.equal(JSON.parse(refused.body).error, 'session_required')
    assert.equal((await tab.open(app.url('/profile'))).url.pathname, '/auth/login')
  })
})

describe('many-providers with the emulated GitHub', () => {
  let github: EmulatedProvider
  let app: Example
  before(async () => {
    const port = await findFreePort()
    github = await startEmulatedGitHub([`http://localhost:${port}/auth/callback/github`])
    const { clientId, clientSecret, origin } = github
    app = await startExample('many-providers', {
      port,
      environment: {
        GITHUB_BASE_URL: origin,
        GITHUB_API_URL: origin,
        GITHUB_CLIENT_ID: clientId,
        GITHUB_CLIENT_SECRET: clientSecret,
      },
    })
  })
  after(async () => {
    await app?.stop()
    await github?.close()
  })

  test('signs in and calls its API', async () => {
    const tab = app.browser().tab()
    await tab.open(app.url('/profile'))
    await tab.submit({ action: '/auth/login/github' })
    await tab.submit({ label: 'Ada' })
    assert.equal(jsonOf(tab).user?.email, 'ada@example.org')
    const { profile } = JSON.parse((await tab.fetch('/api/profile')).body)
    assert.equal(profile.login, 'ada')
  })
})
