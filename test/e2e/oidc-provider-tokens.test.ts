// Tokens over time at `oidc-provider`, a certified server from another author: it rotates refresh tokens, ends the whole
// grant if a used one is presented again (RFC 9700 §4.14.2), and revokes (RFC 7009).
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { oidc } from 'latchkey/providers/oidc'
import { memory } from 'latchkey/stores/memory'
import { findFreePort } from '../support/application.ts'
import type { Browser } from '../support/browser.ts'
import { type InProcessApplication, startInProcess } from '../support/in-process-application.ts'
import { pressSignIn } from '../support/journeys.ts'
import { type OidcProvider, startOidcProvider } from '../support/oidc-provider.ts'
import { cookieHeaderOf, sessionOf } from '../support/token-holder.ts'

let app: InProcessApplication
let provider: OidcProvider
const store = memory()
/** The requests to the provider's endpoints, such as `refresh_token` or `revocation`. */
let sent: string[] = []

before(async () => {
  const port = await findFreePort()
  provider = await startOidcProvider({
    clientAuthentication: 'client_secret_basic',
    redirectUris: [`http://localhost:${port}/auth/callback/corp`],
    offline: true,
  })
  const { issuer, clientId, clientSecret } = provider
  app = await startInProcess({
    providers: [
      oidc({
        id: 'corp',
        issuer,
        clientId,
        clientSecret,
        scopes: ['openid', 'email', 'offline_access'],
        // OpenID Connect Core §11: without it, offline_access is ignored.
        authorizationParams: { prompt: 'consent' },
        apiUrl: issuer,
      }),
    ],
    port,
    keepTokens: true,
    store,
    fetch: async (input, init) => {
      const form = new URLSearchParams(await new Response(init?.body ?? '').text())
      if (String(input).endsWith('/revocation')) sent.push('revocation')
      else if (form.has('grant_type')) sent.push(form.get('grant_type') ?? '')
      return fetch(input, init)
    },
  })
})
afterEach(() => {
  sent = []
})
after(async () => {
  await app.stop()
  await provider.stop()
})

async function signIn(login: string): Promise<Browser> {
  const browser = app.browser()
  const tab = browser.tab()
  await pressSignIn(tab, app, 'corp', { returnTo: '/profile' })
  const page = await tab.submit({ fields: { login } })
  assert.equal(page.url.href, app.url('/profile'), page.text)
  sent = []
  return browser
}

async function tokensOf(browser: Browser) {
  const session = await sessionOf(app.auth, cookieHeaderOf(browser, app.origin))
  const [account] = await store.users.listAccounts(session.user.id)
  assert.ok(account)
  return { session, account, tokens: app.auth.tokens(session) }
}

test('J1 a hundred callers, again and again: one refresh each time, and the provider never sees a used token', async () => {
  const { tokens } = await tokensOf(await signIn('grace'))
  const seen = new Set<string>()
  for (let round = 1; round <= 4; round++) {
    app.advance(95)
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => tokens.get('corp')))
    for (const outcome of outcomes) {
      assert.ok(outcome.state === 'fresh', JSON.stringify(outcome))
      seen.add(outcome.accessToken)
    }
    assert.equal(sent.length, round)
    assert.equal(seen.size, round)
  }
  const response = await tokens.fetch('corp', 'me')
  assert.equal((await response.json()).sub, 'grace')
})

test('J5 a rotation that was lost ends the grant at the provider; the person is asked once, and goes on', async () => {
  const browser = await signIn('hopper')
  const { tokens, account } = await tokensOf(browser)
  const before = await store.tokens.find(account.id)
  assert.ok(before)
  app.advance(95)
  assert.equal((await tokens.get('corp')).state, 'fresh')

  // As after a crash before saving: the stored refresh token was already redeemed.
  const current = await store.tokens.find(account.id)
  assert.ok(current)
  await store.tokens.save({ ...before, version: 3 }, { ifVersion: current.version, lease: null })
  const outcome = await tokens.get('corp')
  assert.ok(outcome.state === 'revoked')
  assert.equal((await tokens.get('corp')).state, 'revoked')
  assert.deepEqual(sent, ['refresh_token', 'refresh_token'])

  const tab = browser.tab(app.url('/'))
  await tab.open(`${app.origin}${outcome.reauthorizePath}&returnTo=/profile`)
  const page = await tab.submit({ fields: { login: 'hopper' } })
  assert.equal(page.url.href, app.url('/profile'), page.text)
  assert.equal((await tokens.get('corp')).state, 'fresh')
})

test('U30 more scopes join the old ones', async () => {
  const browser = await signIn('lovelace')
  const { session, tokens } = await tokensOf(browser)
  const path = await app.auth.authorize(session, 'corp', { scopes: ['reports'], returnTo: '/profile' })
  const tab = browser.tab(app.url('/'))
  await tab.open(app.origin + path)
  await tab.submit({ fields: { login: 'lovelace' } })
  const outcome = await tokens.get('corp')
  assert.ok(outcome.state === 'fresh')
  assert.deepEqual([...outcome.scopes].sort(), ['email', 'offline_access', 'openid', 'reports'])
})

test('a deleted user’s grant is revoked there', async () => {
  const { session, tokens } = await tokensOf(await signIn('hamilton'))
  const outcome = await tokens.get('corp')
  assert.ok(outcome.state === 'fresh')
  const ask = () =>
    fetch(`${provider.issuer}/me`, { headers: { authorization: `Bearer ${outcome.accessToken}` } })
  assert.equal((await ask()).status, 200)
  await app.auth.users.delete(session.user.id)
  assert.deepEqual(sent, ['revocation'])
  assert.equal((await ask()).status, 401)
})
