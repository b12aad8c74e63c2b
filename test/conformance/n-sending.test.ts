// Findings of the second reading about requests to providers: a provider that rejects a usual parameter can declare so,
// hints are forwarded only if they are listed, and no provider's data makes a URL too long. Each has its twin.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import { signCompact } from '../support/compact-jwt.ts'
import { exchange } from '../support/http-exchange.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, pressSignIn, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { json } from '../support/provider-answers.ts'
import type { TestPerson } from '../support/provider-behaviour.ts'

let app: InProcessApplication
let h: TestProvider
let odd: TestProvider
let apple: TestProvider

before(async () => {
  ;[h, odd, apple] = await Promise.all([
    startProvider({ endSession: true }),
    startProvider({ endSession: true }),
    startProvider({ responseMode: 'form_post' }),
  ])
  app = await startInProcess({
    production: false,
    keepTokens: true,
    providers: [
      describeProvider('h', h, { claimsFrom: 'id-token' }),
      describeProvider('odd', odd, {
        claimsFrom: 'id-token',
        pkce: 'none',
        sendsScopeOnRefresh: true,
        logoutTokensWithoutExpiry: true,
        loginHints: ['kc_idp_hint', 'prompt'],
        deviations: {
          nonce: 'unsupported',
          state: 'alphanumeric',
          offlineAccess: { scopes: ['offline_access'] },
        },
      }),
      describeProvider('apple', apple, {
        claimsFrom: 'id-token',
        responseMode: 'form_post',
        deviations: { fetchProfile: async ({ callback }) => ({ given: callback.user ?? null }) },
        toIdentity: ({ sub, given }) => ({ subject: sub, name: nameIn(given) }),
      }),
    ],
  })
  for (const provider of [h, odd, apple]) provider.now = () => app.clock
})
afterEach(() => {
  for (const provider of [h, odd, apple]) provider.reset()
  app.log.length = 0
})
after(async () => {
  await app.stop()
  await Promise.all([h, odd, apple].map((provider) => provider.stop()))
})

function nameIn(given: unknown): unknown {
  return typeof given === 'string' ? JSON.parse(given).name?.firstName : null
}

async function signedIn(id: string, provider: TestProvider, person: TestPerson = newPerson()) {
  const browser = app.browser()
  await signIn(browser, app, id, { at: provider, as: person })
  return { browser, person, me: await whoIs(browser, app) }
}

/** Starts a login with this query. Returns the page, with the provider's URL if the browser was sent there. */
async function begin(id: string, query: string, provider: TestProvider) {
  const tab = app.browser().tab(app.url('/auth/login'))
  const until = (url: URL) => url.origin === provider.origin
  return tab.post(`/auth/login/${id}?${query}`, {}, { until })
}

test('NH4 a provider that refuses PKCE is signed in to where it is declared, with state; elsewhere the detail names it', async () => {
  const refusing = (provider: TestProvider) => {
    provider.behaviour.checksPkce = false
    provider.behaviour.token = ({ request }) =>
      request.form.has('code_verifier') ? { ...json({ error: 'invalid_client' }), status: 400 } : undefined
  }
  refusing(odd)
  const { me, person } = await signedIn('odd', odd)
  assert.equal(me?.sub, person.sub)
  assert.equal(odd.last('authorize').query.has('code_challenge'), false)
  refusing(h)
  const browser = app.browser()
  const page = await signIn(browser, app, 'h', { at: h }).catch((error: Error) => error)
  assert.equal(await whoIs(browser, app), null)
  assert.match(JSON.stringify(app.log), /PKCE \(code_verifier\).*pkce: 'none'.*H_PKCE=0/)
  assert.ok(page)
})

test('NH4 a refusal of PKCE before the code names it as well; a refusal by the person does not', async () => {
  const refuse = async (error: string, description?: string) => {
    app.log.length = 0
    h.behaviour.authorizationAnswer = (answer) => {
      answer.delete('code')
      answer.set('error', error)
      if (description !== undefined) answer.set('error_description', description)
    }
    const browser = app.browser()
    await signIn(browser, app, 'h', { at: h, as: newPerson() })
    assert.equal(await whoIs(browser, app), null)
    return JSON.stringify(app.log)
  }
  assert.match(await refuse('invalid_request'), /PKCE \(code_challenge\)/)
  assert.match(await refuse('server_refused', 'code_challenge is not supported'), /PKCE \(code_challenge\)/)
  assert.doesNotMatch(await refuse('access_denied'), /PKCE/)
})

test('an ID token without nonce is accepted where that is declared; with another nonce nowhere', async () => {
  odd.behaviour.checksPkce = false
  odd.behaviour.idToken = ({ claims }) => {
    delete claims.nonce
  }
  const { me, person } = await signedIn('odd', odd)
  assert.equal(me?.sub, person.sub)
  assert.match(odd.last('authorize').query.get('state') ?? '', /^[0-9a-f]{64}$/)
  odd.behaviour.idToken = ({ claims }) => {
    claims.nonce = 'of another attempt'
  }
  const attacked = app.browser()
  await signIn(attacked, app, 'odd', { at: odd }).catch(() => undefined)
  assert.equal(await whoIs(attacked, app), null)
  h.behaviour.idToken = ({ claims }) => {
    delete claims.nonce
  }
  const other = app.browser()
  await signIn(other, app, 'h', { at: h }).catch(() => undefined)
  assert.equal(await whoIs(other, app), null)
})

test('the scope by which a provider gives a refresh token is asked for where tokens are kept', async () => {
  odd.behaviour.checksPkce = false
  await signedIn('odd', odd)
  assert.match(odd.last('authorize').query.get('scope') ?? '', /offline_access/)
  await signedIn('h', h)
  assert.doesNotMatch(h.last('authorize').query.get('scope') ?? '', /offline_access/)
})

test('NW9 standard hints and those of the list pass; others are refused aloud, and no login begins', async () => {
  const passed = await begin(
    'odd',
    'login_hint=a%40b.example&ui_locales=de&kc_idp_hint=google&prompt=create',
    odd,
  )
  const sent = passed.stoppedAt?.searchParams
  assert.deepEqual(
    ['login_hint', 'ui_locales', 'kc_idp_hint', 'prompt'].map((name) => sent?.get(name)),
    ['a@b.example', 'de', 'google', 'create'],
  )
  for (const query of [
    'kc_idp_hint=google',
    'organization=x',
    `login_hint=${'x'.repeat(600)}`,
    'display=a&display=b',
  ]) {
    app.log.length = 0
    const page = await begin('h', query, h)
    assert.equal(page.status, 400, query)
    assert.equal(h.count('authorize'), 0)
    assert.match(JSON.stringify(app.log), /loginHints|longer than|repeated/)
  }
  // The answer to `prompt=none` comes without a page, so a link must not request it.
  assert.equal((await begin('odd', 'prompt=none', odd)).status, 400)
  assert.ok((await begin('h', 'login_hint=a', h)).stoppedAt)
})

test('NH8 a sign-out with two hundred groups gets to the provider by client and hint', async () => {
  const groups = Array.from({ length: 200 }, () => randomUUID())
  h.behaviour.idToken = ({ claims }) => {
    claims.groups = groups
  }
  for (const [isLong, names] of [
    [true, ['logout_hint', 'client_id']],
    [false, ['id_token_hint', 'client_id']],
  ] as const) {
    if (!isLong) h.reset()
    const { browser } = await signedIn('h', h)
    const until = (url: URL) => url.origin === h.origin
    const page = await browser.tab(app.url('/')).post('/auth/logout?provider=1', {}, { until })
    const url = page.stoppedAt
    assert.ok(url && url.href.length < 4_001, String(url?.href.length))
    for (const name of names) assert.ok(url.searchParams.get(name), name)
    assert.equal(url.searchParams.has('id_token_hint'), !isLong)
    assert.equal(await whoIs(browser, app), null)
  }
})

test('NH16 a name that comes once, in the form of the callback, is kept', async () => {
  apple.behaviour.authorizationAnswer = (answer) => {
    answer.set('user', JSON.stringify({ name: { firstName: 'Alex' } }))
  }
  apple.person = newPerson()
  const browser = app.browser()
  const tab = browser.tab()
  await pressSignIn(tab, app, 'apple')
  await tab.submit()
  assert.deepEqual(
    [(await whoIs(browser, app))?.sub, (await whoIs(browser, app))?.name],
    [apple.person.sub, 'Alex'],
  )
})

function logoutToken(provider: TestProvider, claims: Record<string, unknown>): string {
  const { alg, kid, privateKey: key } = provider.signingKey
  const payload = {
    iss: provider.issuer,
    aud: provider.clientId,
    iat: Math.floor(app.clock / 1000),
    jti: randomUUID(),
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    ...claims,
  }
  return signCompact({ header: { alg, kid, typ: 'logout+jwt' }, key, payload })
}

async function sendLogout(id: string, token: string): Promise<number> {
  const body = new URLSearchParams({ logout_token: token }).toString()
  const { status } = await exchange({
    method: 'POST',
    url: new URL(app.url(`/auth/backchannel-logout/${id}`)),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    },
    body,
  })
  return status
}

test('NH22 a logout token without exp counts once where it is declared; elsewhere the log names the option', async () => {
  odd.behaviour.checksPkce = false
  const { browser, person } = await signedIn('odd', odd)
  const old = logoutToken(odd, { sub: person.sub, iat: Math.floor(app.clock / 1000) - 86_400 })
  assert.equal(await sendLogout('odd', old), 400)
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
  const token = logoutToken(odd, { sub: person.sub })
  assert.equal(await sendLogout('odd', token), 200)
  assert.equal(await whoIs(browser, app), null)
  assert.equal(await sendLogout('odd', token), 400, 'a second time')

  const strict = await signedIn('h', h)
  app.log.length = 0
  assert.equal(await sendLogout('h', logoutToken(h, { sub: strict.person.sub })), 400)
  assert.equal((await whoIs(strict.browser, app))?.sub, strict.person.sub)
  assert.match(JSON.stringify(app.log), /logoutTokensWithoutExpiry/)
})
