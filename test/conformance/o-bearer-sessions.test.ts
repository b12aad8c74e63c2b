// O: sessions presented in the Authorization header, alone or next to the cookie; and tokens that are bound to a key.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { memory } from 'latchkey/stores/memory'
import type { Browser } from '../support/browser.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import {
  allow,
  authorizePath,
  bearer,
  type ClientAnswer,
  codeRequest,
  get,
  ownClients,
  redeem,
  refresh,
  sendForm,
  untilClient,
  whoHolds,
} from '../support/own-client.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { ProvingClient } from '../support/trusted-issuer.ts'

let app: InProcessApplication
let h: TestProvider
const store = memory()
const secret = randomBytes(32).toString('base64url')

before(async () => {
  h = await startProvider()
  app = await startInProcess({
    providers: [describeProvider('h', h)],
    clients: [...ownClients, { id: 'strict', redirectUris: ['http://127.0.0.1/strict'], requireDpop: true }],
    bearer: true,
    store,
    secret,
    origins: ['https://elsewhere.example'],
  })
  h.now = () => app.clock
})
after(async () => {
  await app.stop()
  await h.stop()
})

interface SignedIn {
  readonly browser: Browser
  readonly id: string
  readonly cookie: string
  readonly tokens: {
    readonly access_token: string
    readonly refresh_token: string
    readonly token_type: string
  }
}

/** A person with a browser and a phone. */
async function person(headers: Record<string, string> = {}, asked = codeRequest()): Promise<SignedIn> {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  const callback = await allow(browser.tab(`${app.origin}/`), app, asked)
  const answer = await redeem(app, asked, callback, headers)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  const cookie = browser.jar.header({
    url: new URL(app.origin),
    method: 'GET',
    crossSite: false,
    topLevel: true,
  })
  return {
    browser,
    id: (await whoIs(browser, app))?.id ?? '',
    cookie: cookie ?? '',
    tokens: answer.body,
  }
}

function assertRefused(answer: ClientAnswer, why: RegExp, challenge = /^Bearer error="invalid_token"/): void {
  assert.equal(answer.status, 401)
  assert.match(String(answer.headers['www-authenticate']), challenge)
  assert.match(String(answer.headers['www-authenticate']), why)
  assert.deepEqual(answer.setCookies, [])
  assert.equal(answer.body.id, undefined)
}

test('O17 requireUser admits the cookie and the token', async () => {
  const { id, tokens, cookie } = await person()
  assert.equal(await whoHolds(app, tokens.access_token), id)
  assert.equal((await get(app, '/api/me', { cookie })).body.id, id)
  const session = await get(app, '/auth/session', bearer(tokens.access_token))
  assert.equal(session.body.user.id, id)
  assert.deepEqual(session.setCookies, [])
  const lower = await get(app, '/api/me', { authorization: `bearer ${tokens.access_token}` })
  assert.equal(lower.body.id, id, 'RFC 9110 §11.1: schemes know no case')
})

test('O17 without the option a token is nothing', async () => {
  const { tokens } = await person()
  const other = await startInProcess({ providers: [describeProvider('h', h)], clients: ownClients })
  assert.equal((await get(other, '/api/me', bearer(tokens.access_token))).status, 401)
  const notice = other.log.find(
    ({ event, detail }) => event === 'notice' && /bearer: true/.test(detail ?? ''),
  )
  assert.ok(notice, 'the start says what is missing')
  await other.stop()
})

test('O18 a cookie never rides along with the header', async () => {
  const alice = await person()
  const bob = await person()
  const mixed = await get(app, '/api/me', { ...bearer(bob.tokens.access_token), cookie: alice.cookie })
  assert.equal(mixed.body.id, bob.id, 'the header was chosen')
  for (const authorization of [
    'Bearer made-up',
    'Bearer',
    'Bearer ',
    'DPoP made-up',
    'bearer x y',
    'Bearer\tx',
  ]) {
    const answer = await get(app, '/api/me', { authorization, cookie: alice.cookie })
    assertRefused(answer, /refused/)
    const page = await get(app, '/profile', { authorization, cookie: alice.cookie, accept: 'text/html' })
    assert.equal(page.status, 401, 'a program is told so, and led nowhere')
    assert.equal(page.headers.location, undefined)
    const open = await get(app, '/', { authorization, cookie: alice.cookie })
    assert.equal(open.status, 200)
    assert.match(String(open.body), /Sign in/, 'a public page sees nobody')
  }
  const basic = await get(app, '/api/me', { authorization: 'Basic eDp5', cookie: alice.cookie })
  assert.equal(basic.body.id, alice.id, 'a password in front of a staging server decides nothing')
})

test('O18 the value of the cookie is no access token, and the access token no cookie', async () => {
  const { cookie, tokens } = await person()
  const [, name = '', value = ''] = /^([^=]+)=([^;]+)/.exec(cookie) ?? []
  assertRefused(await get(app, '/api/me', bearer(value)), /not issued here/)
  for (const token of [tokens.access_token, tokens.refresh_token]) {
    assert.equal((await get(app, '/api/me', { cookie: `${name}=${token}` })).status, 401)
    assert.equal((await get(app, '/api/me', { cookie: `${name}=Bearer ${token}` })).status, 401)
  }
  assertRefused(await get(app, '/api/me', bearer(tokens.refresh_token)), /not issued here/)
})

test('O19 two tokens at once are refused, and a token counts in the header alone', async () => {
  const { id, tokens } = await person()
  const other = await person()
  const { access_token: token } = tokens
  const query = `access_token=${encodeURIComponent(token)}`
  const joined = `Bearer ${token}, Bearer ${other.tokens.access_token}`
  for (const twice of [
    await get(app, '/api/me', { authorization: joined }),
    await get(app, `/area/x?${query}`, bearer(token)),
  ]) {
    assert.equal(twice.status, 400, 'RFC 6750 §3.1')
    assert.match(String(twice.headers['www-authenticate']), /^Bearer error="invalid_request".*more than one/)
  }
  assert.equal((await get(app, `/area/x?${query}`, { accept: 'application/json' })).status, 401)
  assert.equal((await get(app, '/area/x?note=token', bearer(token))).status, 200)
  assert.equal((await get(app, `/auth/session?${query}`)).body, null)
  const raw = await fetch(`http://127.0.0.1:${app.port}/api/me`, {
    headers: [
      ['host', `localhost:${app.port}`],
      ['authorization', `Bearer ${token}`],
      ['authorization', `Bearer ${other.tokens.access_token}`],
    ],
  })
  assert.equal(raw.status, 400)
  assert.equal(await whoHolds(app, token), id, 'the honest twin')
})

test('O20 a bearer request needs no Origin, and a foreign page’s form gains nothing by it', async () => {
  const { tokens, browser, id } = await person()
  const foreign = await browser.tab('https://evil.example/').post(app.url('/auth/logout'))
  assert.equal(foreign.status, 403)
  assert.equal((await whoIs(browser, app))?.id, id)
  const out = await sendForm(
    app,
    '/auth/logout',
    {},
    { ...bearer(tokens.access_token), accept: 'application/json' },
  )
  assert.equal(out.status, 200)
  assert.deepEqual(out.setCookies, [], 'the browser around it keeps its cookie')
  assert.equal(await whoHolds(app, tokens.access_token), null, 'its own session ended')
  const ended = await get(app, '/auth/session', bearer(tokens.access_token))
  assert.deepEqual([ended.status, ended.body], [200, null])
  assert.match(String(ended.headers['www-authenticate']), /has ended/)
  assert.equal((await whoIs(browser, app))?.id, id, 'the browser’s did not')
})

test('O20 a front end of another site that is named reads the token endpoint, others do not', async () => {
  const { tokens } = await person({}, codeRequest('web', 'https://elsewhere.example/signed-in'))
  const origin = 'https://elsewhere.example'
  const site = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }
  const own = await refresh(app, 'web', tokens.refresh_token, { origin, ...site })
  assert.equal(own.status, 200)
  assert.equal(own.headers['access-control-allow-origin'], origin)
  const me = await get(app, '/auth/session', { ...bearer(own.body.access_token), origin, ...site })
  assert.equal(me.headers['access-control-allow-origin'], origin)
  const stranger = await refresh(app, 'web', 'x', {
    origin: 'https://elsewhere.example.evil.example',
    ...site,
  })
  assert.equal(stranger.headers['access-control-allow-origin'], undefined)
})

test('O9 what ends on one server is worth nothing on another', async () => {
  const { tokens, browser, id } = await person()
  const second = await startInProcess({
    providers: [describeProvider('h', h)],
    clients: ownClients,
    bearer: true,
    store,
    secret,
    audience: `${app.origin}/auth`,
  })
  assert.equal(await whoHolds(second, tokens.access_token), id)
  const tab = browser.tab(app.url('/'))
  await tab.open(app.url('/auth/account'))
  await tab.submit({ action: '/auth/sessions/end-others' })
  assertRefused(await get(second, '/api/me', bearer(tokens.access_token)), /has ended/)
  await second.stop()
})

/** A DPoP proof for one request. At the token endpoint, the proof names no token. */
function prove(key: ProvingClient, method: string, path: string, token?: string): string {
  const request = { htm: method, htu: app.url(path) }
  return key.proof(token ?? '', token === undefined ? { ...request, ath: undefined } : request)
}

test('O14 a token that is bound to a key is worth nothing without it', async () => {
  const key = new ProvingClient(() => app.clock)
  const proof = (method: string, path: string, token?: string) => prove(key, method, path, token)
  const { tokens, id } = await person({ dpop: proof('POST', '/auth/token') })
  assert.equal(tokens.token_type, 'DPoP')
  const { access_token: token } = tokens
  const dpop = { authorization: `DPoP ${token}` }
  const ask = (headers: Record<string, string>) => get(app, '/api/me', headers)
  const good = proof('GET', '/api/me', token)
  assert.equal((await ask({ ...dpop, dpop: good })).body.id, id)
  assertRefused(await ask({ ...dpop, dpop: good }), /shown before/, /^DPoP error="invalid_dpop_proof"/)
  assertRefused(await ask(bearer(token)), /bound to a key/)
  assertRefused(await ask({ ...bearer(token), dpop: proof('GET', '/api/me', token) }), /bound to a key/)
  const wrong = /^DPoP error="invalid_dpop_proof"/
  assertRefused(await ask(dpop), /no DPoP header/, wrong)
  assertRefused(await ask({ ...dpop, dpop: proof('POST', '/api/me', token) }), /htm/, wrong)
  assertRefused(await ask({ ...dpop, dpop: proof('GET', '/profile', token) }), /htu/, wrong)
  assertRefused(await ask({ ...dpop, dpop: proof('GET', '/api/me') }), /ath/, wrong)
  const stolen = prove(new ProvingClient(() => app.clock), 'GET', '/api/me', token)
  assertRefused(await ask({ ...dpop, dpop: stolen }), /another key/, wrong)
})

test('O14 no downgrade: a bound refresh token needs its key, an unbound token takes no DPoP', async () => {
  const key = new ProvingClient(() => app.clock)
  const proof = () => prove(key, 'POST', '/auth/token')
  const { tokens } = await person({ dpop: proof() })
  const without = await refresh(app, 'phone', tokens.refresh_token)
  assert.deepEqual([without.status, without.body.error], [400, 'invalid_dpop_proof'])
  const thief = prove(new ProvingClient(() => app.clock), 'POST', '/auth/token')
  const stolen = await refresh(app, 'phone', tokens.refresh_token, { dpop: thief })
  assert.deepEqual([stolen.status, stolen.body.error], [400, 'invalid_dpop_proof'])
  const once = proof()
  const own = await refresh(app, 'phone', tokens.refresh_token, { dpop: once })
  assert.equal(own.body.token_type, 'DPoP')
  const replay = await refresh(app, 'phone', own.body.refresh_token, { dpop: once })
  assert.equal(replay.body.error, 'invalid_dpop_proof')
  assert.equal((await refresh(app, 'phone', own.body.refresh_token, { dpop: proof() })).status, 200)
  const plain = await person()
  const asBound = await get(app, '/api/me', {
    authorization: `DPoP ${plain.tokens.access_token}`,
    dpop: prove(key, 'GET', '/api/me', plain.tokens.access_token),
  })
  assertRefused(asBound, /bound to no key/)
})

test('O14 a client that must prove its key gets nothing without', async () => {
  const asked = codeRequest('strict', 'http://127.0.0.1:4444/strict')
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  const tab = browser.tab(`${app.origin}/`)
  const callback = await allow(tab, app, asked)
  const bare = await redeem(app, asked, callback)
  assert.deepEqual([bare.status, bare.body.error], [400, 'invalid_dpop_proof'])
  const proof = prove(new ProvingClient(() => app.clock), 'POST', '/auth/token')
  assert.equal((await redeem(app, asked, callback, { dpop: proof })).body.token_type, 'DPoP')
})

test('O14 a code that names a key is for that key', async () => {
  const [own, other] = [new ProvingClient(() => app.clock), new ProvingClient(() => app.clock)]
  const asked = codeRequest('web', 'https://elsewhere.example/signed-in')
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  const path = authorizePath(asked, { dpop_jkt: own.thumbprint })
  const { stoppedAt } = await browser.tab().open(app.url(path), untilClient(app))
  assert.ok(stoppedAt)
  assert.equal((await redeem(app, asked, stoppedAt)).body.error, 'invalid_dpop_proof')
  const foreign = await redeem(app, asked, stoppedAt, { dpop: prove(other, 'POST', '/auth/token') })
  assert.equal(foreign.body.error, 'invalid_dpop_proof')
  const good = await redeem(app, asked, stoppedAt, { dpop: prove(own, 'POST', '/auth/token') })
  assert.equal(good.body.token_type, 'DPoP')
})

test('O15 tokens stand in no address and in no line of the log', async () => {
  const { tokens, browser } = await person()
  await get(app, '/api/me', bearer(`${tokens.access_token}x`))
  await refresh(app, 'phone', `${tokens.refresh_token}x`)
  // A token sent in the wrong parameter is still a secret.
  const wrong = {
    grant_type: tokens.refresh_token,
    client_id: tokens.access_token,
    scope: tokens.access_token,
  }
  await sendForm(app, '/auth/token', wrong)
  await sendForm(app, '/auth/token', { ...wrong, grant_type: 'refresh_token' })
  await get(app, `/auth/authorize?client_id=phone&redirect_uri=x:${tokens.access_token}`)
  const text = JSON.stringify(app.log)
  assert.ok(!text.includes(tokens.access_token) && !text.includes(tokens.refresh_token))
  const asked = codeRequest()
  const callback = await allow(browser.tab(`${app.origin}/`), app, asked)
  assert.deepEqual([...callback.searchParams.keys()].sort(), ['code', 'iss', 'state'])
  assert.equal(callback.hash, '')
})
