// How a grant is obtained, widened and given back: incremental scopes, a refresh token without repeated consent
// (docs/features.md N15), and revocation (RFC 7009) when an account is removed.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { google } from 'latchkey/providers/google'
import { memory } from 'latchkey/stores/memory'
import type { Browser } from '../support/browser.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, signIn } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import type { TestPerson } from '../support/provider-behaviour.ts'
import { cookieHeaderOf, sessionOf, signInTokenHolder } from '../support/token-holder.ts'

let app: InProcessApplication
let h: TestProvider
let g: TestProvider
const store = memory()

before(async () => {
  h = await startProvider({ revocation: true })
  g = await startProvider({ revocation: true })
  app = await startInProcess({
    providers: [
      describeProvider('h', h),
      google({ id: 'g', baseUrl: g.origin, clientId: g.clientId, clientSecret: g.clientSecret ?? '' }),
    ],
    keepTokens: true,
    store,
  })
  h.now = () => app.clock
  g.now = () => app.clock
})
afterEach(() => {
  h.reset()
  g.reset()
})
after(async () => {
  await app.stop()
  await h.stop()
  await g.stop()
})

async function tokensOf(browser: Browser) {
  const session = await sessionOf(app.auth, cookieHeaderOf(browser, app.origin))
  return { session, tokens: app.auth.tokens(session) }
}

const scopesAsked = (provider: TestProvider): readonly string[] =>
  provider.last('authorize').query.get('scope')?.split(' ') ?? []

test('U30 more scopes are asked for beside the old ones, and kept with the same account', async () => {
  const { browser, session } = await signInTokenHolder(app, { id: 'h', at: h, expiresIn: 3600 })
  const path = await app.auth.authorize(session, 'h', {
    scopes: ['calendar'],
    returnTo: '/area/calendar?week=7',
  })
  const page = await browser.tab(app.url('/')).open(app.origin + path)
  assert.equal(page.url.href, app.url('/area/calendar?week=7'))
  assert.ok(['openid', 'email', 'profile', 'calendar'].every((scope) => scopesAsked(h).includes(scope)))
  const outcome = await app.auth.tokens(session).get('h')
  assert.ok(outcome.state === 'fresh' && outcome.scopes.includes('calendar'))

  // The next plain sign-in asks for fewer scopes, and the account keeps the others.
  await signIn(browser, app, 'h')
  assert.ok(!scopesAsked(h).includes('calendar'))
  const later = await (await tokensOf(browser)).tokens.get('h')
  assert.ok(later.state === 'fresh' && later.scopes.includes('calendar'))
})

test('U30 another account at the provider is refused, and nothing changes', async () => {
  const { browser, session } = await signInTokenHolder(app, { id: 'h', at: h, expiresIn: 3600 })
  const before = await app.auth.tokens(session).get('h')
  const path = await app.auth.authorize(session, 'h', { scopes: ['calendar'] })
  h.person = newPerson()
  const page = await browser.tab(app.url('/')).open(app.origin + path)
  assert.equal(page.status, 403)
  assert.ok(app.log.some(({ code }) => code === 'token_wrong_account'))
  assert.deepEqual(await app.auth.tokens(session).get('h'), before)
})

test('U30 the path is good for the person that it was made for, and for its provider', async () => {
  const { browser, session, person } = await signInTokenHolder(app, { id: 'h', at: h })
  const path = await app.auth.authorize(session, 'h', { scopes: ['calendar'] })
  const other = await signInTokenHolder(app, { id: 'h', at: h })
  const open = async (opening: Browser, at: string): Promise<number> =>
    (await opening.tab(app.url('/')).open(app.origin + at)).status
  assert.equal(await open(other.browser, path), 400)
  assert.equal(await open(other.browser, path.replace('/h?', '/g?')), 400)
  assert.equal(await open(other.browser, '/auth/authorize/h'), 400)
  assert.equal(await open(app.browser(), path), 401)
  assert.equal(h.count('authorize'), 0)
  h.person = person
  assert.equal(await open(browser, path), 200)
  assert.equal(h.count('authorize'), 1)
})

test('U30 a session that ended on the way gets no tokens', async () => {
  const { browser, session } = await signInTokenHolder(app, { id: 'h', at: h, expiresIn: 3600 })
  const path = await app.auth.authorize(session, 'h', { scopes: ['calendar'] })
  const isCallback = (url: URL): boolean => url.pathname.startsWith('/auth/callback/')
  const page = await browser.tab(app.url('/')).open(app.origin + path, { until: isCallback })
  assert.ok(page.stoppedAt)
  await store.sessions.delete(session.id)
  app.advance(61)
  const refused = await browser.tab(h.origin).follow(page.stoppedAt)
  assert.ok(refused.status === 403 || refused.status === 400, String(refused.status))
})

test('U30 more scopes need a linked account', async () => {
  const { session } = await signInTokenHolder(app, { id: 'h', at: h })
  await assert.rejects(app.auth.authorize(session, 'g', { scopes: ['calendar'] }), {
    code: 'account_not_found',
  })
})

/** Like Google: a refresh token is issued on a person's first consent, and later only for `prompt=consent`. */
function likeGoogle(provider: TestProvider, consented: Set<string>): void {
  provider.behaviour.tokenBody = (body, { grant, request }) => {
    if (request.form.get('grant_type') === 'refresh_token') {
      delete body.refresh_token
      return
    }
    const sub = grant?.person.sub ?? ''
    const isFirst = !consented.has(sub)
    consented.add(sub)
    const isOffline = grant?.request.get('access_type') === 'offline'
    if (!isOffline || !(isFirst || grant?.request.get('prompt') === 'consent')) delete body.refresh_token
  }
}

async function signInAtGoogle(person: TestPerson, browser: Browser = app.browser()): Promise<Browser> {
  const page = await signIn(browser, app, 'g', { at: g, as: person, returnTo: '/profile' })
  assert.equal(page.url.pathname, '/profile', page.text)
  return browser
}

test('N15 offline access is always asked for, and consent only when no refresh token is kept', async () => {
  const consented = new Set<string>()
  likeGoogle(g, consented)
  const person = newPerson()
  const prompts = (): (string | null)[] =>
    g.requests.filter(({ endpoint }) => endpoint === 'authorize').map(({ query }) => query.get('prompt'))

  // On the first sign-in, Google asks for consent anyway.
  const browser = await signInAtGoogle(person)
  assert.deepEqual(prompts(), [null])
  assert.equal(g.last('authorize').query.get('access_type'), 'offline')

  // Later sign-ins, in this browser and in another one, do not ask for consent.
  await signInAtGoogle(person, browser)
  await signInAtGoogle(person)
  assert.deepEqual(prompts(), [null, null, null])
})

test('N15 a person who consented before, and whose refresh token is not here, is asked once', async () => {
  const person = newPerson()
  const consented = new Set([person.sub])
  likeGoogle(g, consented)
  const browser = await signInAtGoogle(person)
  const [first, second, ...more] = g.requests.filter(({ endpoint }) => endpoint === 'authorize')
  assert.deepEqual(more, [])
  assert.equal(first?.query.get('prompt'), null)
  assert.equal(second?.query.get('prompt'), 'consent')
  assert.equal(second?.query.get('login_hint'), person.email)
  app.advance(4000)
  assert.equal((await (await tokensOf(browser)).tokens.get('g')).state, 'fresh')
  await signInAtGoogle(person)
  assert.equal(g.count('authorize'), 3)
})

test('N15 a refresh token that died is asked for again, at once where that is known', async () => {
  const person = newPerson()
  likeGoogle(g, new Set())
  const browser = await signInAtGoogle(person)
  app.advance(4000)
  g.behaviour.token = () => ({
    status: 400,
    headers: { 'content-type': 'application/json' },
    body: '{"error":"invalid_grant"}',
  })
  const outcome = await (await tokensOf(browser)).tokens.get('g')
  assert.ok(outcome.state === 'revoked')
  g.reset()
  likeGoogle(g, new Set([person.sub]))
  const page = await browser.tab(app.url('/')).open(app.origin + outcome.reauthorizePath)
  assert.equal(page.status, 200, page.text)
  assert.equal(g.count('authorize'), 1)
  assert.equal(g.last('authorize').query.get('prompt'), 'consent')
  assert.equal((await (await tokensOf(browser)).tokens.get('g')).state, 'fresh')
})

test('N15 a provider that never gives one is asked twice at a sign-in, not for ever', async () => {
  g.behaviour.tokenBody = (body) => {
    delete body.refresh_token
  }
  await signInAtGoogle(newPerson())
  assert.equal(g.count('authorize'), 2)
})

test('N15 without keepTokens nothing of this is asked', async () => {
  const dropping = await startInProcess({
    providers: [
      google({ id: 'g', baseUrl: g.origin, clientId: g.clientId, clientSecret: g.clientSecret ?? '' }),
    ],
  })
  await signIn(dropping.browser(), dropping, 'g', { at: g, as: newPerson() })
  assert.equal(g.last('authorize').query.get('access_type'), null)
  await dropping.stop()
})

/** Links an account of h to the person who is signed in. */
async function linkH(browser: Browser, person: TestPerson): Promise<void> {
  h.person = person
  const tab = browser.tab(app.url('/'))
  await tab.open(app.url('/auth/account'))
  const page = await tab.submit({ action: '/auth/link/h' })
  assert.equal(page.url.pathname, '/auth/account', page.text)
}

test('a linked account has tokens of its own; unlinking deletes and revokes them', async () => {
  const browser = await signInAtGoogle(newPerson())
  await linkH(browser, newPerson())
  const { session, tokens } = await tokensOf(browser)
  assert.equal((await tokens.get('h')).state, 'fresh')
  const account = (await store.users.listAccounts(session.user.id)).find(({ provider }) => provider === 'h')
  assert.ok(account)
  const tab = browser.tab(app.url('/'))
  await tab.open(app.url('/auth/account'))
  await tab.post('/auth/unlink', { account: account.id })
  assert.equal(await store.tokens.find(account.id), null)
  assert.equal(h.last('revoke').form.get('token_type_hint'), 'refresh_token')
  assert.match(h.last('revoke').form.get('token') ?? '', /^rt_/)
  assert.equal(g.count('revoke'), 0)
})

test('deleting a user deletes and revokes the tokens of all accounts', async () => {
  const browser = await signInAtGoogle(newPerson())
  await linkH(browser, newPerson())
  const { session } = await tokensOf(browser)
  const accounts = await store.users.listAccounts(session.user.id)
  assert.equal(await app.auth.users.delete(session.user.id), true)
  for (const { id } of accounts) assert.equal(await store.tokens.find(id), null)
  assert.equal(h.count('revoke'), 1)
  assert.equal(g.count('revoke'), 1)
})

test('unlinking works while the provider cannot be told', async () => {
  const browser = await signInAtGoogle(newPerson())
  await linkH(browser, newPerson())
  const { session } = await tokensOf(browser)
  const account = (await store.users.listAccounts(session.user.id)).find(({ provider }) => provider === 'h')
  const tab = browser.tab(app.url('/'))
  await tab.open(app.url('/auth/account'))
  await h.stop()
  try {
    const page = await tab.post('/auth/unlink', { account: account?.id ?? '' })
    assert.equal(page.status, 200)
    assert.equal((await store.users.listAccounts(session.user.id)).length, 1)
    assert.ok(app.log.some(({ event }) => event === 'revocation_failed'))
  } finally {
    await h.restart()
  }
})

test('I5 signing out at the provider too ends what is kept of it', async () => {
  const { browser, session } = await signInTokenHolder(app, { id: 'h', at: h })
  await browser.tab(app.url('/')).post('/auth/logout?provider=1', {})
  assert.equal(h.count('revoke'), 1)
  assert.equal((await app.auth.tokens(session).get('h')).state, 'absent')
})

test('I5 a sign-out leaves tokens alone, unless the application wants the last one to end them', async () => {
  const { browser, session } = await signInTokenHolder(app, { id: 'h', at: h })
  await browser.tab(app.url('/')).post('/auth/logout', {})
  assert.equal(h.count('revoke'), 0)
  assert.equal((await app.auth.tokens(session).get('h')).state, 'fresh')

  const ownStore = memory()
  const revoking = await startInProcess({
    providers: [describeProvider('h', h)],
    keepTokens: true,
    revokeTokensAtSignOut: true,
    store: ownStore,
  })
  h.now = Date.now
  const person = newPerson()
  const [desk, phone] = [revoking.browser(), revoking.browser()]
  await signIn(desk, revoking, 'h', { at: h, as: person })
  await signIn(phone, revoking, 'h', { at: h, as: person })
  await desk.tab(revoking.url('/')).post('/auth/logout', {})
  assert.equal(h.count('revoke'), 0)
  await phone.tab(revoking.url('/')).post('/auth/logout', {})
  assert.equal(h.count('revoke'), 1)
  assert.deepEqual(await ownStore.tokens.list(null, 10), [])
  await revoking.stop()
  h.now = () => app.clock
})
