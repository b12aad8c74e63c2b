// Cases I: signing out (OpenID Connect RP-Initiated Logout 1.0, Back-Channel Logout 1.0; OWASP ASVS 5.0 §7.4, §10.5.5).
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import { type Application, startApplication } from '../support/application.ts'
import type { Browser, Tab } from '../support/browser.ts'
import { makeKey, signCompact } from '../support/compact-jwt.ts'
import { type ExchangeAnswer, exchange } from '../support/http-exchange.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import type { TestPerson } from '../support/provider-behaviour.ts'

let app: Application
let h: TestProvider
let e: TestProvider
let plain: TestProvider

before(async () => {
  ;[h, e, plain] = await Promise.all([
    startProvider({ endSession: true }),
    startProvider({ endSession: true }),
    startProvider(),
  ])
  app = await startApplication({ providers: { h, e, plain } })
})
afterEach(() => {
  for (const provider of [h, e, plain]) provider.reset()
})
after(async () => {
  await app.stop()
  await Promise.all([h, e, plain].map((provider) => provider.stop()))
})

async function signedIn(
  id = 'h',
  provider = h,
  person = newPerson(),
): Promise<{ browser: Browser; person: TestPerson }> {
  const browser = app.browser()
  await signIn(browser, app, id, { at: provider, as: person })
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
  return { browser, person }
}

test('I1 a sign-out by GET, by an image or from another site does nothing', async () => {
  const { browser } = await signedIn()
  const evil = (): Tab => browser.tab('https://evil.example/')
  await evil().follow(app.url('/auth/logout'))
  await evil().load(app.url('/auth/logout'))
  await evil().post(app.url('/auth/logout'))
  await browser.tab().open(app.url('/auth/logout'))
  await browser.tab(app.url('/')).follow('/auth/logout')
  assert.ok(await whoIs(browser, app))
})

test('I1 twin: the form of our own page signs out', async () => {
  const { browser } = await signedIn()
  const tab = browser.tab()
  await tab.open(app.url('/'))
  const page = await tab.submit({ action: '/auth/logout' })
  assert.equal(page.url.pathname, '/')
  assert.equal(await whoIs(browser, app), null)
})

test('I1 an empty POST without Content-Type is enough, and a second one does no harm', async () => {
  const { browser } = await signedIn()
  const tab = browser.tab(app.url('/'))
  for (let time = 0; time < 2; time++) {
    const hop = await tab.fetch('/auth/logout', { method: 'POST' })
    assert.equal(hop.status, 303)
    assert.equal(hop.headers.location, '/')
  }
  assert.equal(await whoIs(browser, app), null)
})

test('I2 oidcc-client-test-rp-init-logout: the session here ends first; the provider gets hint, state and the registered address', async () => {
  const { browser, person } = await signedIn()
  const copy = browser.jar.copy()
  const page = await browser
    .tab(app.url('/'))
    .post('/auth/logout?provider=1', {}, { until: (url) => url.origin === h.origin })
  const sent = page.stoppedAt
  assert.ok(sent)
  assert.equal(page.trace.at(-1)?.status, 303)
  assert.equal(sent.pathname, h.paths.endSession)
  assert.equal(sent.searchParams.get('post_logout_redirect_uri'), app.url('/auth/signed-out'))
  assert.ok(sent.searchParams.get('state'))
  const hint = sent.searchParams.get('id_token_hint')
  if (hint === null) assert.equal(sent.searchParams.get('client_id'), h.clientId)
  else assert.equal(JSON.parse(Buffer.from(hint.split('.')[1] ?? '', 'base64url').toString()).sub, person.sub)
  assert.equal(
    await whoIs(app.browser({ jar: copy }), app),
    null,
    'the provider was never asked, and still it is over here',
  )
})

for (const [name, state] of [
  ['the same', null],
  ['oidcc-client-test-rp-init-logout-other-state: another', 'other'],
  ['oidcc-client-test-rp-init-logout-no-state: no', ''],
] as const) {
  test(`I2 a return with ${name} state ends on a page of ours`, async () => {
    const { browser } = await signedIn()
    const left = await browser
      .tab(app.url('/'))
      .post('/auth/logout?provider=1&returnTo=/area/x', {}, { until: (url) => url.origin === h.origin })
    const sent = state ?? left.stoppedAt?.searchParams.get('state') ?? ''
    const page = await browser
      .tab(h.origin)
      .follow(app.url(`/auth/signed-out${sent === '' ? '' : `?state=${encodeURIComponent(sent)}`}`))
    assert.equal(page.status, 200)
    assert.equal(page.url.origin, app.origin)
    assert.equal(await whoIs(browser, app), null)
  })
}

test('I2 a provider without a logout, or one that is down, leaves the person signed out here', async () => {
  const { browser } = await signedIn('plain', plain)
  const page = await browser.tab(app.url('/')).post('/auth/logout?provider=1')
  assert.equal(page.status, 200)
  assert.equal(page.url.href, app.url('/'))
  assert.equal(await whoIs(browser, app), null)
})

interface LogoutDraft {
  header: Record<string, unknown>
  claims: Record<string, unknown>
  key: Parameters<typeof signCompact>[0]['key']
  alg?: string
}

const event = 'http://schemas.openid.net/event/backchannel-logout'

function logoutToken(
  provider: TestProvider,
  target: Record<string, unknown>,
  change: (draft: LogoutDraft) => void = () => undefined,
): string {
  const now = Math.floor(Date.now() / 1000)
  const draft: LogoutDraft = {
    header: { alg: provider.signingKey.alg, kid: provider.signingKey.kid, typ: 'logout+jwt' },
    claims: {
      iss: provider.issuer,
      aud: provider.clientId,
      iat: now,
      exp: now + 120,
      jti: randomUUID(),
      events: { [event]: {} },
      ...target,
    },
    key: provider.signingKey.privateKey,
  }
  change(draft)
  return signCompact({ ...draft, payload: draft.claims })
}

function sendLogout(
  body: string,
  id = 'h',
  method = 'POST',
  type = 'application/x-www-form-urlencoded',
): Promise<ExchangeAnswer> {
  const sendsBody = method !== 'GET'
  return exchange({
    method,
    url: new URL(app.url(`/auth/backchannel-logout/${id}${sendsBody ? '' : `?${body}`}`)),
    headers: sendsBody ? { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) } : {},
    body: sendsBody ? body : null,
  })
}

const send = (token: string, id?: string): Promise<ExchangeAnswer> =>
  sendLogout(new URLSearchParams({ logout_token: token }).toString(), id)

test('I3 oidcc-client-test-rp-backchannel-rpinitlogout: a good token ends all sessions of the subject, and of nobody else', async () => {
  const { person, browser } = await signedIn()
  const second = await signedIn('h', h, person)
  const other = await signedIn()
  const elsewhere = await signedIn('e', e, person)
  const answer = await send(logoutToken(h, { sub: person.sub }))
  assert.equal(answer.status, 200, answer.body)
  assert.match(String(answer.headers['cache-control']), /no-store/)
  assert.equal(await whoIs(browser, app), null)
  assert.equal(await whoIs(second.browser, app), null)
  assert.ok(await whoIs(other.browser, app))
  assert.ok(await whoIs(elsewhere.browser, app))
})

test('I3 a token with sid ends that session of the provider alone', async () => {
  const person = newPerson()
  const one = await signedIn('h', h, { ...person, sid: 'one' })
  const two = await signedIn('h', h, { ...person, sid: 'two' })
  const answer = await send(logoutToken(h, { sub: person.sub, sid: 'one' }))
  assert.equal(answer.status, 200, answer.body)
  assert.equal(await whoIs(one.browser, app), null)
  assert.ok(await whoIs(two.browser, app))
  assert.equal((await send(logoutToken(h, { sid: 'two' }))).status, 200)
  assert.equal(await whoIs(two.browser, app), null)
})

test('I3 a session that begins after the receipt lives on', async () => {
  const { person } = await signedIn()
  assert.equal((await send(logoutToken(h, { sub: person.sub }))).status, 200)
  const later = await signedIn('h', h, person)
  assert.ok(await whoIs(later.browser, app))
})

const stranger = makeKey('ES256')
const badTokens: Readonly<Record<string, (draft: LogoutDraft) => void>> = {
  'alg-none': (draft) => {
    draft.header.alg = 'none'
  },
  'wrong-alg': (draft) => {
    draft.header.alg = 'HS256'
    draft.key = Buffer.from(h.clientSecret ?? '')
  },
  'wrong-iss': (draft) => Object.assign(draft.claims, { iss: 'https://evil.example' }),
  'wrong-aud': (draft) => Object.assign(draft.claims, { aud: 'somebody' }),
  'no-event': (draft) => delete draft.claims.events,
  'wrong-event': (draft) =>
    Object.assign(draft.claims, { events: { 'http://schemas.openid.net/event/other': {} } }),
  'with-nonce': (draft) => Object.assign(draft.claims, { nonce: 'n' }),
  'events that are a list': (draft) => Object.assign(draft.claims, { events: [event] }),
  'an event that is no object': (draft) => Object.assign(draft.claims, { events: { [event]: true } }),
  'no iat': (draft) => delete draft.claims.iat,
  'no jti': (draft) => delete draft.claims.jti,
  'an empty jti': (draft) => Object.assign(draft.claims, { jti: '' }),
  'no exp': (draft) => delete draft.claims.exp,
  expired: (draft) =>
    Object.assign(draft.claims, {
      exp: Math.floor(Date.now() / 1000) - 600,
      iat: Math.floor(Date.now() / 1000) - 900,
    }),
  'an iat of yesterday, although exp is ahead': (draft) =>
    Object.assign(draft.claims, { iat: Math.floor(Date.now() / 1000) - 86_400 }),
  'an iat in the future': (draft) =>
    Object.assign(draft.claims, {
      iat: Math.floor(Date.now() / 1000) + 3600,
      exp: Math.floor(Date.now() / 1000) + 7200,
    }),
  'neither sub nor sid': (draft) => delete draft.claims.sub,
  'a sub that is a number': (draft) => Object.assign(draft.claims, { sub: 7 }),
  'an empty sub and no sid': (draft) => Object.assign(draft.claims, { sub: '' }),
  'a strange key': (draft) => {
    draft.key = stranger.privateKey
  },
  'the key in its header': (draft) => {
    draft.key = stranger.privateKey
    draft.header = { alg: 'ES256', typ: 'logout+jwt', jwk: stranger.publicJwk }
  },
  'type at+jwt': (draft) => Object.assign(draft.header, { typ: 'at+jwt' }),
  'an unknown critical header': (draft) => Object.assign(draft.header, { crit: ['x'], x: 1 }),
}
const moduleOf = (name: string): string =>
  /^(alg-none|wrong-|no-event|with-nonce)/.test(name)
    ? `oidcc-client-test-rp-backchannel-rpinitlogout-${name}`
    : name
for (const [name, change] of Object.entries(badTokens)) {
  test(`I3 refused: ${moduleOf(name)}`, async () => {
    const { browser, person } = await signedIn()
    assertRefusal(await send(logoutToken(h, { sub: person.sub }, change)))
    assert.ok(await whoIs(browser, app), 'the session ended')
    assert.equal((await send(logoutToken(h, { sub: person.sub }))).status, 200, 'twin: the good token')
    assert.equal(await whoIs(browser, app), null)
  })
}

function assertRefusal(answer: ExchangeAnswer): void {
  assert.equal(answer.status, 400, answer.body)
  assert.match(String(answer.headers['cache-control']), /no-store/)
  assert.equal(typeof JSON.parse(answer.body).error, 'string')
}

test('I3 a repeated jti is refused', async () => {
  const { person } = await signedIn()
  const token = logoutToken(h, { sub: person.sub })
  assert.equal((await send(token)).status, 200)
  const again = await signedIn('h', h, person)
  assertRefusal(await send(token))
  assert.ok(await whoIs(again.browser, app))
})

test('I3 D21 an ID token is not a logout token', async () => {
  const { browser, person } = await signedIn()
  const idToken = h.makeIdToken(
    { grant: null, provider: h, request: { form: new URLSearchParams() } as never },
    null,
  )
  assertRefusal(await send(idToken))
  assert.ok(await whoIs(browser, app))
  assert.ok(person)
})

test("I3 H's token at the address of E is refused", async () => {
  const { browser, person } = await signedIn()
  assertRefusal(await send(logoutToken(h, { sub: person.sub }), 'e'))
  assertRefusal(await send(logoutToken(e, { sub: person.sub, iss: h.issuer, aud: h.clientId }), 'e'))
  assert.ok(await whoIs(browser, app))
})

test('I3 refused: another method, too large, twice, another content type, an unknown provider', async () => {
  const { browser, person } = await signedIn()
  const token = logoutToken(h, { sub: person.sub })
  const body = `logout_token=${token}`
  for (const method of ['GET', 'PUT', 'DELETE', 'HEAD'])
    assert.equal((await sendLogout(body, 'h', method)).status, 405, method)
  const large = await sendLogout(`${body}&x=${'y'.repeat(70_000)}`)
  assert.ok(large.status >= 400 && large.status < 500)
  assertRefusal(await sendLogout(`${body}&${body}`))
  assertRefusal(await sendLogout(''))
  assertRefusal(await sendLogout(`logout_token=${'a.b.c'}`))
  const json = await sendLogout(JSON.stringify({ logout_token: token }), 'h', 'POST', 'application/json')
  assert.ok(json.status >= 400 && json.status < 500)
  const unknown = await send(token, 'nobody')
  assert.ok(unknown.status >= 400 && unknown.status < 500)
  assert.ok(await whoIs(browser, app))
})

test('I3 made-up key ids cause no storm of fetches, and no login suffers from them', async () => {
  const { person } = await signedIn()
  const before = h.count('jwks')
  await Promise.all(
    Array.from({ length: 300 }, () =>
      send(
        logoutToken(h, { sub: person.sub }, (draft) => Object.assign(draft.header, { kid: randomUUID() })),
      ),
    ),
  )
  assert.ok(h.count('jwks') - before <= 3, `${h.count('jwks') - before} fetches`)
  h.rotateKeys()
  await signedIn()
})

test('I4 oidcc-client-test-rp-frontchannel-rpinitlogout: a frame of the provider ends the session of this issuer and sid alone', async () => {
  const person = newPerson()
  const one = await signedIn('h', h, { ...person, sid: 'front-one' })
  const two = await signedIn('h', h, { ...person, sid: 'front-two' })
  const elsewhere = await signedIn('e', e, { ...person, sid: 'front-one' })
  const load = (query: string): ReturnType<Tab['load']> =>
    one.browser.tab(h.origin).load(app.url(`/auth/frontchannel-logout/h${query}`), 'iframe')
  const issuer = encodeURIComponent(h.issuer)
  const refused = [
    '',
    '?sid=front-one',
    `?iss=${issuer}`,
    `?iss=${encodeURIComponent(e.issuer)}&sid=front-one`,
    `?iss=${issuer}&sid=`,
    `?iss=${issuer}&sid=x&sid=front-one`,
  ]
  for (const query of refused) assert.equal((await load(query)).status, 400, query)
  assert.equal((await load(`?iss=${issuer}&sid=made-up`)).status, 200)
  assert.ok(await whoIs(one.browser, app))
  const answer = await load(`?iss=${issuer}&sid=front-one`)
  assert.equal(answer.status, 200)
  assert.match(String(answer.headers['cache-control']), /no-store/)
  assert.ok(
    !/frame-ancestors 'none'|deny/i.test(
      `${answer.headers['content-security-policy']} ${answer.headers['x-frame-options']}`,
    ),
  )
  assert.equal(await whoIs(one.browser, app), null)
  assert.ok(await whoIs(two.browser, app))
  assert.ok(await whoIs(elsewhere.browser, app))
  assert.equal(h.count('revoke'), 0)
})
