// O: the application's own clients. Codes, the person's consent, rotating tokens, and sessions that end.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Browser, Tab } from '../support/browser.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, signIn } from '../support/journeys.ts'
import {
  allow,
  authorizePath,
  bearer,
  type ClientAnswer,
  type CodeRequest,
  challengeOf,
  codeRequest,
  get,
  openAuthorize,
  ownClients,
  PHONE_REDIRECT,
  redeem,
  refresh,
  sendForm,
  untilClient,
  whoHolds,
} from '../support/own-client.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

let app: InProcessApplication
let h: TestProvider

before(async () => {
  h = await startProvider()
  app = await startInProcess({ providers: [describeProvider('h', h)], clients: ownClients, bearer: true })
  h.now = () => app.clock
})
after(async () => {
  await app.stop()
  await h.stop()
})

/** A person who is signed in, in a new browser. */
async function person(): Promise<{ browser: Browser; tab: Tab }> {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  return { browser, tab: browser.tab(`${app.origin}/`) }
}

/** A client in which such a person is signed in. */
async function signedInClient(asked: CodeRequest = codeRequest()) {
  const { browser, tab } = await person()
  const answer = await redeem(app, asked, await allow(tab, app, asked))
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return { browser, tab, tokens: answer.body as { access_token: string; refresh_token: string }, asked }
}

function assertRefusal({ status, body, setCookies }: ClientAnswer, error: string, why: RegExp): void {
  assert.deepEqual(
    { status, error: body.error },
    { status: error === 'invalid_client' ? status : 400, error },
  )
  assert.match(body.error_description, why)
  assert.equal(body.access_token, undefined)
  assert.deepEqual(setCookies, [])
}

/** The number of the person's stored sessions, as the account page lists them. */
async function sessionsOf(tab: Tab): Promise<number> {
  const page = await tab.open(app.url('/auth/account'))
  return page.html.match(/name="session"/g)?.length ?? 0
}

test('O1 a code is redeemed once; a second time ends the session that came of it', async () => {
  const { tab } = await person()
  const asked = codeRequest()
  const callback = await allow(tab, app, asked)
  const first = await redeem(app, asked, callback)
  assert.equal(first.status, 200)
  assert.notEqual(await whoHolds(app, first.body.access_token), null)
  assertRefusal(await redeem(app, asked, callback), 'invalid_grant', /used before/)
  assert.equal(await whoHolds(app, first.body.access_token), null, 'RFC 6749 §4.1.2')
  assertRefusal(await refresh(app, 'phone', first.body.refresh_token), 'invalid_grant', /has ended/)
  assert.equal(await sessionsOf(tab), 0, 'the browser alone is signed in')
})

test('O1 of two deliveries at the same time no session is left', async () => {
  const { tab } = await person()
  const asked = codeRequest()
  const callback = await allow(tab, app, asked)
  const answers = await Promise.all([redeem(app, asked, callback), redeem(app, asked, callback)])
  assert.ok(answers.some(({ status }) => status === 400))
  for (const { body } of answers) {
    if (body.access_token) assert.equal(await whoHolds(app, body.access_token), null)
  }
  assert.equal(await sessionsOf(tab), 0)
})

test('O1 a code lives for a minute', async () => {
  const { tab } = await person()
  const asked = codeRequest()
  const callback = await allow(tab, app, asked)
  app.advance(61)
  assertRefusal(await redeem(app, asked, callback), 'invalid_grant', /expired/)
  assert.equal(await sessionsOf(tab), 0)
})

test('O1 a code is worth nothing once the browser that gave it is signed out', async () => {
  const { tab } = await person()
  const asked = codeRequest()
  const callback = await allow(tab, app, asked)
  await tab.browser.tab(app.url('/')).post('/auth/logout')
  assertRefusal(await redeem(app, asked, callback), 'invalid_grant', /has ended/)
})

test('O2 another client, another address and another verifier are refused, and the code stays its owner’s', async () => {
  const { tab } = await person()
  const asked = codeRequest()
  const callback = await allow(tab, app, asked)
  const cli = { ...asked, clientId: 'cli' }
  assertRefusal(await redeem(app, cli, callback), 'invalid_grant', /another client/)
  const elsewhere = { ...asked, redirectUri: 'com.example.phone:/other' }
  assertRefusal(await redeem(app, elsewhere, callback), 'invalid_grant', /redirect_uri/)
  const { verifier } = codeRequest()
  assertRefusal(await redeem(app, { ...asked, verifier }, callback), 'invalid_grant', /code_verifier/)
  // RFC 7636 §4.6: the challenge is visible in the URL, so sending it as the verifier must fail.
  const challenge = challengeOf(asked.verifier)
  assertRefusal(
    await redeem(app, { ...asked, verifier: challenge }, callback),
    'invalid_grant',
    /code_verifier/,
  )
  assert.equal(await sessionsOf(tab), 0)
  assert.equal((await redeem(app, asked, callback)).status, 200, 'the honest twin')
})

test('O3 without an S256 challenge there is no code', async () => {
  const { tab } = await person()
  const asked = codeRequest()
  const changes: readonly Readonly<Record<string, string | null>>[] = [
    { code_challenge: null, code_challenge_method: null },
    { code_challenge_method: 'plain', code_challenge: asked.verifier },
    { code_challenge_method: null },
    { code_challenge_method: 's256' },
    { code_challenge: 'short' },
    { code_challenge: `${challengeOf(asked.verifier)}=` },
    { code_challenge: '' },
  ]
  for (const change of changes) {
    const page = await tab.open(app.url(authorizePath(asked, change)), untilClient(app))
    const answer = page.stoppedAt?.searchParams
    assert.equal(answer?.get('error'), 'invalid_request', JSON.stringify(change))
    assert.match(answer?.get('error_description') ?? '', /code_challenge/)
    assert.equal(answer?.get('code'), null)
    assert.equal(answer?.get('state'), asked.state)
  }
})

test('O3 a verifier that RFC 7636 does not allow is refused', async () => {
  const { tab } = await person()
  const asked = codeRequest()
  const callback = await allow(tab, app, asked)
  for (const verifier of ['', 'short', 'x'.repeat(129), `${'x'.repeat(42)}=`]) {
    assertRefusal(await redeem(app, { ...asked, verifier }, callback), 'invalid_request', /code_verifier/)
  }
  assert.equal((await redeem(app, asked, callback)).status, 200)
})

const lookAlikes: readonly (readonly [string, string])[] = [
  ['phone', 'com.example.phone:/signed-in/'],
  ['phone', 'com.example.phone:/signed-in?x=1'],
  ['phone', 'com.example.phone://signed-in'],
  ['phone', 'COM.example.phone:/signed-in'],
  ['phone', 'com.example.phone2:/signed-in'],
  ['phone', 'com.example.phone:/signed-in#x'],
  ['phone', 'javascript:alert(1)//com.example.phone:/signed-in'],
  ['web', 'https://elsewhere.example.evil.example/signed-in'],
  ['web', 'https://elsewhere.example:8443/signed-in'],
  ['web', 'https://elsewhere.example@evil.example/signed-in'],
  ['web', 'https://elsewhere.example/signed-in/../evil'],
  ['web', 'https://elsewhere.example/signed-in%2f'],
  ['web', 'https://ELSEWHERE.example/signed-in'],
  ['web', 'https://elsewhere.example./signed-in'],
  ['web', 'http://elsewhere.example/signed-in'],
  ['cli', 'http://127.0.0.1.evil.example/signed-in'],
  ['cli', 'http://127.0.0.1:80@evil.example/signed-in'],
  ['cli', 'http://127.0.0.1:0/signed-in'],
  ['cli', 'http://127.0.0.1:99999/signed-in'],
  ['cli', 'http://127.0.0.1:080/signed-in'],
  ['cli', 'http://127.0.0.1:8080/signed-in/x'],
  ['cli', 'http://127.0.0.1:8080/signed-in?x=1'],
  ['cli', 'http://127.0.0.1:8080\\@evil.example/signed-in'],
  ['cli', 'http://127.1:8080/signed-in'],
  ['cli', 'http://2130706433/signed-in'],
  ['cli', 'http://[::1]:8080/signed-in'],
  ['cli', 'http://localhost:8080/signed-in'],
  ['cli', 'https://127.0.0.1:8080/signed-in'],
  ['cli', PHONE_REDIRECT],
]

test('O4 an address that only looks like the registered one gets nothing', async () => {
  const { tab } = await person()
  for (const [clientId, redirectUri] of lookAlikes) {
    const page = await openAuthorize(tab, app, codeRequest(clientId, redirectUri))
    assert.equal(page.stoppedAt, null, redirectUri)
    assert.equal(page.status, 400, redirectUri)
    assert.match(page.text, /not its own/)
  }
})

test('O4 loopback may differ by its port', async () => {
  const { tab } = await person()
  for (const port of ['', ':1', ':49152', ':65535']) {
    const asked = codeRequest('cli', `http://127.0.0.1${port}/signed-in`)
    const callback = await allow(tab, app, asked)
    assert.equal(callback.host, `127.0.0.1${port}`)
    assert.equal((await redeem(app, asked, callback)).status, 200)
  }
})

test('O4 an unknown client, and parameters that are given twice, are a page of ours', async () => {
  const { tab } = await person()
  const unknown = await openAuthorize(tab, app, codeRequest('stranger'))
  assert.equal(unknown.stoppedAt, null)
  assert.match(unknown.text, /does not know the app/)
  const twice = `${authorizePath(codeRequest())}&redirect_uri=${encodeURIComponent('com.example.phone:/x')}`
  assert.equal((await tab.open(app.url(twice), untilClient(app))).status, 400)
})

test('O5 where any program could be listening, the person decides each time; a no is told to the client', async () => {
  const { tab } = await person()
  for (const asked of [codeRequest(), codeRequest('cli', 'http://127.0.0.1:8123/signed-in')]) {
    for (let time = 1; time <= 2; time++) {
      const page = await openAuthorize(tab, app, asked)
      assert.equal(page.stoppedAt, null)
      assert.match(page.text, /asks to be signed in as you/)
    }
    const { stoppedAt } = await tab.submit({ label: /^No/ }, untilClient(app))
    assert.equal(stoppedAt?.searchParams.get('error'), 'access_denied')
    assert.equal(stoppedAt?.searchParams.get('state'), asked.state)
    assert.equal(stoppedAt?.searchParams.get('iss'), `${app.origin}/auth`)
  }
  assert.equal(await sessionsOf(tab), 0)
})

test('O5 an https address is one application of one host: its twin of a sign-in needs no page', async () => {
  const { tab } = await person()
  const asked = codeRequest('web', 'https://elsewhere.example/signed-in')
  const { stoppedAt } = await openAuthorize(tab, app, asked)
  assert.ok(stoppedAt?.searchParams.get('code'))
  assert.equal((await redeem(app, asked, stoppedAt as URL)).status, 200)
})

test('O5 who is signed out signs in first, and is asked then', async () => {
  const browser = app.browser()
  const tab = browser.tab()
  h.person = newPerson()
  const asked = codeRequest()
  const login = await openAuthorize(tab, app, asked)
  assert.equal(login.url.pathname, '/auth/login')
  const page = await tab.submit({ action: '/auth/login/h' }, untilPhone())
  assert.match(page.text, /asks to be signed in as you/)
  const { stoppedAt } = await tab.submit({ label: /^Allow/ }, untilClient(app))
  assert.equal((await redeem(app, asked, stoppedAt as URL)).status, 200)
})

function untilPhone(): { until: (url: URL) => boolean } {
  return { until: (url) => url.protocol === 'com.example.phone:' }
}

test('O5 a script, a picture or a frame of a page gets no code', async () => {
  const { tab } = await person()
  const path = authorizePath(codeRequest('web', 'https://elsewhere.example/signed-in'))
  const foreign = tab.browser.tab('https://elsewhere.example/')
  for (const hop of [
    await tab.fetch(path),
    await tab.load(path, 'image'),
    await tab.load(path, 'iframe'),
    await foreign.load(app.url(path), 'iframe'),
  ]) {
    assert.notEqual(hop.status, 303)
    assert.equal(hop.headers.location, undefined)
  }
})

test('O5 max_age asks for a sign-in that is recent, and comes back', async () => {
  const { tab, browser } = await person()
  const asked = codeRequest()
  const path = authorizePath(asked, { max_age: '300' })
  assert.match((await tab.open(app.url(path), untilClient(app))).text, /asks to be signed in as you/)
  app.advance(600)
  const login = await tab.open(app.url(path), untilClient(app))
  assert.equal(login.url.pathname, '/auth/login')
  assert.match(login.text, /Confirm that it is you/)
  h.person = { ...h.person, auth_time: Math.floor(app.clock / 1000) }
  const page = await tab.submit({ action: '/auth/login/h' })
  assert.match(page.text, /asks to be signed in as you/)
  const bad = await tab.open(app.url(authorizePath(asked, { max_age: '0' })), untilClient(app))
  assert.equal(bad.stoppedAt?.searchParams.get('error'), 'invalid_request')
  await browser.tab(app.url('/')).post('/auth/logout')
})

test('O6 the yes counts in the session that was asked, and from our own page alone', async () => {
  const { tab, browser } = await person()
  const asked = codeRequest()
  const page = await openAuthorize(tab, app, asked)
  const action = /action="([^"]*decision=allow[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const foreign = await browser.tab('https://evil.example/').post(app.url(action), {}, untilClient(app))
  assert.equal(foreign.stoppedAt, null)
  assert.equal(foreign.status, 403)
  // If another person has signed in with the same browser, the page asks again in their name.
  await browser.tab(app.url('/')).post('/auth/logout')
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  const again = await tab.submit({ label: /^Allow/ }, untilClient(app))
  assert.equal(again.stoppedAt, null)
  assert.match(again.text, /asks to be signed in as you/)
})

test('O6 who holds an access token cannot make more of it', async () => {
  const { tokens, asked } = await signedInClient()
  const headers = bearer(tokens.access_token)
  for (const path of [
    authorizePath(codeRequest('web', 'https://elsewhere.example/signed-in')),
    authorizePath(asked),
    '/auth/account',
    '/auth/device?user_code=BCDF-GHJK',
  ]) {
    const answer = await get(app, path, { ...headers, accept: 'application/json' })
    assert.equal(answer.status, 403, path)
    assert.equal(answer.body.error, 'bearer_not_accepted')
    assert.equal(answer.headers.location, undefined)
  }
  for (const path of ['/auth/authorize', '/auth/device/answer', '/auth/unlink', '/auth/link/h']) {
    const answer = await sendForm(
      app,
      path,
      { decision: 'allow' },
      { ...headers, accept: 'application/json' },
    )
    assert.equal(answer.status, 403, path)
    assert.deepEqual(answer.setCookies, [])
  }
})

/** An idempotency key, which a client chooses before it sends a refresh. */
function attempt(): Record<string, string> {
  return { 'idempotency-key': randomUUID() }
}

test('O7 a refresh token is for one use; a second use ends the session', async () => {
  const { tokens, tab } = await signedInClient()
  const second = await refresh(app, 'phone', tokens.refresh_token)
  assert.equal(second.status, 200)
  assert.notEqual(second.body.refresh_token, tokens.refresh_token)
  assert.notEqual(await whoHolds(app, second.body.access_token), null)
  assertRefusal(await refresh(app, 'phone', tokens.refresh_token), 'invalid_grant', /used before/)
  assert.equal(await whoHolds(app, second.body.access_token), null)
  assertRefusal(await refresh(app, 'phone', second.body.refresh_token), 'invalid_grant', /has ended/)
  assert.equal(await sessionsOf(tab), 0)
})

test('O7 a copy of an older one ends the session, however many came after it', async () => {
  const { tokens } = await signedInClient()
  let current = await refresh(app, 'phone', tokens.refresh_token, attempt())
  for (let turn = 0; turn < 3; turn++) {
    current = await refresh(app, 'phone', current.body.refresh_token, attempt())
    assert.equal(current.status, 200)
  }
  assertRefusal(await refresh(app, 'phone', tokens.refresh_token, attempt()), 'invalid_grant', /used before/)
  assert.equal(await whoHolds(app, current.body.access_token), null)
})

test('O7 an answer that was lost on the way may be asked for again, with the key of that refresh', async () => {
  const { tokens } = await signedInClient()
  const key = attempt()
  assert.equal((await refresh(app, 'phone', tokens.refresh_token, key)).status, 200)
  const again = await refresh(app, 'phone', tokens.refresh_token, key)
  assert.equal(again.status, 200)
  const next = await refresh(app, 'phone', again.body.refresh_token, attempt())
  assert.equal(next.status, 200, 'and the chain goes on')
  assert.notEqual(await whoHolds(app, next.body.access_token), null)
})

test('O7 who has the token and not the key is a thief; a key that could be guessed is none', async () => {
  const { tokens } = await signedInClient()
  const { body } = await refresh(app, 'phone', tokens.refresh_token, attempt())
  assertRefusal(await refresh(app, 'phone', tokens.refresh_token, attempt()), 'invalid_grant', /used before/)
  assert.equal(await whoHolds(app, body.access_token), null)
  const other = await signedInClient()
  const short = await refresh(app, 'phone', other.tokens.refresh_token, { 'idempotency-key': '1' })
  assertRefusal(short, 'invalid_request', /Idempotency-Key/)
  assert.equal((await refresh(app, 'phone', other.tokens.refresh_token)).status, 200, 'nothing was used up')
})

test('O7 of two answers to one refresh a single one goes on: a copy with the key is noticed at the next', async () => {
  const { tokens } = await signedInClient()
  const key = attempt()
  const [owner, thief] = [
    await refresh(app, 'phone', tokens.refresh_token, key),
    await refresh(app, 'phone', tokens.refresh_token, key),
  ]
  const ahead = await refresh(app, 'phone', owner.body.refresh_token, attempt())
  assert.equal(ahead.status, 200)
  assertRefusal(await refresh(app, 'phone', thief.body.refresh_token), 'invalid_grant', /used before/)
  assert.equal(await whoHolds(app, ahead.body.access_token), null)
})

test('O7 many at once with one token: with one key all are one refresh, without it the session ends', async () => {
  const honest = await signedInClient()
  const key = attempt()
  const times = Array.from({ length: 5 })
  const answers = await Promise.all(times.map(() => refresh(app, 'phone', honest.tokens.refresh_token, key)))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 200, 200],
  )
  assert.equal((await refresh(app, 'phone', answers[3]?.body.refresh_token)).status, 200)
  const other = await signedInClient()
  const bare = await Promise.all(times.map(() => refresh(app, 'phone', other.tokens.refresh_token)))
  assert.ok(bare.filter(({ status }) => status === 200).length <= 1)
  assert.equal(await whoHolds(app, other.tokens.access_token), null)
})

test('O8 tokens of another client, made-up, of the wrong kind and too old are refused', async () => {
  const { tokens } = await signedInClient()
  assertRefusal(await refresh(app, 'web', tokens.refresh_token), 'invalid_grant', /another client/)
  assertRefusal(await refresh(app, 'phone', 'made-up'), 'invalid_grant', /not issued here/)
  assertRefusal(await refresh(app, 'phone', tokens.access_token), 'invalid_grant', /not issued here/)
  assert.equal(await whoHolds(app, tokens.refresh_token), null, 'a refresh token opens no API')
  const changed = `${tokens.refresh_token.slice(0, -2)}AA`
  assertRefusal(await refresh(app, 'phone', changed), 'invalid_grant', /not issued here/)
  assert.equal((await refresh(app, 'phone', tokens.refresh_token)).status, 200)
  app.advance(8 * 86_400)
  assertRefusal(await refresh(app, 'phone', tokens.refresh_token), 'invalid_grant', /expired/)
})

test('O16 whatever scope is asked for, the answer says what was given', async () => {
  const { tab } = await person()
  const asked = codeRequest()
  const page = await tab.open(app.url(authorizePath(asked, { scope: 'openid admin' })), untilClient(app))
  assert.match(page.text, /asks to be signed in as you/)
  const { stoppedAt } = await tab.submit({ label: /^Allow/ }, untilClient(app))
  const { body } = await redeem(app, asked, stoppedAt as URL)
  assert.equal(body.scope, 'session')
  assert.equal(body.id_token, undefined)
})

test('O9 the session of a client is listed by its name, and ends by the person’s word', async () => {
  const { tokens, tab } = await signedInClient()
  const page = await tab.open(app.url('/auth/account'))
  assert.match(page.text, /Harbour for telephones/)
  await tab.submit({ action: '/auth/sessions/end' })
  assert.equal(await whoHolds(app, tokens.access_token), null)
  assertRefusal(await refresh(app, 'phone', tokens.refresh_token), 'invalid_grant', /has ended/)
})

test('O9 an access token ends after its minutes, the session goes on by refresh and never outlives the sign-in', async () => {
  const { tokens } = await signedInClient()
  app.advance(901)
  assert.equal(await whoHolds(app, tokens.access_token), null)
  let current: ClientAnswer = await refresh(app, 'phone', tokens.refresh_token)
  assert.notEqual(await whoHolds(app, current.body.access_token), null)
  for (let days = 6; days < 30; days += 6) {
    app.advance(6 * 86_400)
    current = await refresh(app, 'phone', current.body.refresh_token)
    assert.equal(current.status, 200, `after ${days} days`)
  }
  app.advance(6 * 86_400)
  assert.equal((await refresh(app, 'phone', current.body.refresh_token)).status, 400)
})

test('O9 a client that comes late ends with the sign-in of the browser, and not weeks after it', async () => {
  const { tab } = await person()
  for (let days = 0; days < 25; days += 5) {
    app.advance(5 * 86_400)
    assert.equal((await tab.open(app.url('/profile'))).url.pathname, '/profile')
  }
  const asked = codeRequest()
  const { body } = await redeem(app, asked, await allow(tab, app, asked))
  app.advance(4 * 86_400)
  const living = await refresh(app, 'phone', body.refresh_token)
  assert.equal(living.status, 200)
  app.advance(2 * 86_400)
  assertRefusal(await refresh(app, 'phone', living.body.refresh_token), 'invalid_grant', /expired|ended/)
})

test('O13 a client signs out by either token, and by its own alone', async () => {
  const { tokens } = await signedInClient()
  const foreign = await sendForm(app, '/auth/revoke', { client_id: 'cli', token: tokens.refresh_token })
  assert.equal(foreign.status, 400)
  assert.notEqual(await whoHolds(app, tokens.access_token), null)
  const nothing = await sendForm(app, '/auth/revoke', { client_id: 'phone', token: 'made-up' })
  assert.equal(nothing.status, 200, 'RFC 7009 §2.2')
  const own = await sendForm(app, '/auth/revoke', { client_id: 'phone', token: tokens.refresh_token })
  assert.equal(own.status, 200)
  assert.equal(await whoHolds(app, tokens.access_token), null)
  assertRefusal(await refresh(app, 'phone', tokens.refresh_token), 'invalid_grant', /has ended/)
  const other = await signedInClient()
  await sendForm(app, '/auth/revoke', { client_id: 'phone', token: other.tokens.access_token })
  assert.equal(await whoHolds(app, other.tokens.access_token), null)
})

test('O16 secrets, unknown grants and repeated parameters are refused with the reason', async () => {
  const { tokens } = await signedInClient()
  const good = { grant_type: 'refresh_token', client_id: 'phone', refresh_token: tokens.refresh_token }
  const refused = async (fields: Record<string, string> | string, error: string, why: RegExp, headers = {}) =>
    assertRefusal(await sendForm(app, '/auth/token', fields, headers), error, why)
  await refused({ ...good, client_secret: 'secret' }, 'invalid_client', /public/)
  await refused(good, 'invalid_client', /Authorization/, { authorization: 'Basic cGhvbmU6' })
  await refused({ ...good, client_id: 'stranger' }, 'invalid_client', /stranger/)
  await refused({ ...good, client_id: '' }, 'invalid_request', /client_id/)
  await refused({ ...good, grant_type: 'password' }, 'unsupported_grant_type', /password/)
  await refused({ ...good, grant_type: 'client_credentials' }, 'unsupported_grant_type', /client_credentials/)
  await refused(`${new URLSearchParams(good)}&client_id=phone`, 'invalid_request', /2 times/)
  await refused(JSON.stringify(good), 'invalid_request', /urlencoded/, { 'content-type': 'application/json' })
  const asked = `/auth/token?${new URLSearchParams(good)}`
  assert.equal((await sendForm(app, asked, {})).status, 400, 'parameters of the address do not count')
  assert.equal((await get(app, asked)).status, 405)
  const large = await sendForm(app, '/auth/token', 'x'.repeat(20_000))
  assert.deepEqual([large.status, large.body.error], [413, 'invalid_request'])
  assert.equal((await refresh(app, 'phone', tokens.refresh_token)).status, 200, 'the honest twin')
})
