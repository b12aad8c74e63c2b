// Cases C: the token endpoint (RFC 6749 §2.3.1, §5; RFC 9700 §4.6, §4.10).
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { type Application, startApplication } from '../support/application.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { json } from '../support/provider-answers.ts'
import type { RawAnswer, TokenContext } from '../support/provider-behaviour.ts'
import { assertRefused } from './assert-refused.ts'

// A secret with the characters for which RFC 6749 §2.3.1 requires form-encoding inside Basic.
const awkwardSecret = 'p:ä%s+w örd/&=?"ẞ-and-more-than-32-bytes'

let app: Application
let h: TestProvider
let e: TestProvider
let post: TestProvider
let basic: TestProvider
let open: TestProvider
let silent: TestProvider

before(async () => {
  ;[h, e, post, basic, open, silent] = await Promise.all([
    startProvider(),
    startProvider(),
    startProvider({
      clientId: 'id:with%colon',
      clientSecret: awkwardSecret,
      authenticationMethods: ['client_secret_post'],
    }),
    startProvider({
      clientId: 'id:with%colon',
      clientSecret: awkwardSecret,
      authenticationMethods: ['client_secret_basic'],
    }),
    startProvider({ clientSecret: null, authenticationMethods: ['none'] }),
    startProvider({
      behaviour: {
        metadata: (metadata) => {
          delete metadata.token_endpoint_auth_methods_supported
        },
      },
    }),
  ])
  app = await startApplication({ providers: { h, e, post, basic, open, silent } })
})
afterEach(() => {
  for (const provider of [h, e, post, basic, open, silent]) provider.reset()
})
after(async () => {
  await app.stop()
  await Promise.all([h, e, post, basic, open, silent].map((provider) => provider.stop()))
})

/** Signs in while the token endpoint gives this answer, and asserts that the login is refused. */
async function assertTokenAnswerRefused(answer: (context: TokenContext) => RawAnswer): Promise<void> {
  await assertRefused(app, { id: 'h', provider: h }, async (browser) => {
    h.behaviour.token = answer
    return signIn(browser, app, 'h', { at: h, as: newPerson() })
  })
}

/** Does the same with a change to the honest answer's JSON. */
async function assertTokenBodyRefused(change: (body: Record<string, unknown>) => void): Promise<void> {
  await assertRefused(app, { id: 'h', provider: h }, async (browser) => {
    h.behaviour.tokenBody = change
    return signIn(browser, app, 'h', { at: h, as: newPerson() })
  })
}

async function assertTokenBodyAccepted(change: (body: Record<string, unknown>) => void): Promise<void> {
  const browser = app.browser()
  const person = newPerson()
  h.behaviour.tokenBody = change
  const page = await signIn(browser, app, 'h', { at: h, as: person })
  assert.equal((await whoIs(browser, app))?.sub, person.sub, `${page.status} ${page.text}`)
}

const badBodies: Readonly<Record<string, (body: Record<string, unknown>) => void>> = {
  'an error with status 200': (body) => Object.assign(body, { error: 'invalid_grant' }),
  'no access token': (body) => delete body.access_token,
  'an empty access token': (body) => Object.assign(body, { access_token: '' }),
  'an access token that is a number': (body) => Object.assign(body, { access_token: 7 }),
  'no token_type': (body) => delete body.token_type,
  'an unknown token_type': (body) => Object.assign(body, { token_type: 'mac' }),
  'a token_type that is no text': (body) => Object.assign(body, { token_type: ['bearer'] }),
  'a negative expires_in': (body) => Object.assign(body, { expires_in: -1 }),
}
for (const [name, change] of Object.entries(badBodies)) {
  test(`C1 refused: ${name}`, () => assertTokenBodyRefused(change))
}

const goodBodies: Readonly<Record<string, (body: Record<string, unknown>) => void>> = {
  'token_type bearer': (body) => Object.assign(body, { token_type: 'bearer' }),
  'token_type BEARER': (body) => Object.assign(body, { token_type: 'BEARER' }),
  'no expires_in': (body) => delete body.expires_in,
  'expires_in as text': (body) => Object.assign(body, { expires_in: '3600' }),
  'members that nobody knows': (body) => Object.assign(body, { ext: { deep: [1, 2, 3] } }),
}
for (const [name, change] of Object.entries(goodBodies)) {
  test(`C1 accepted: ${name}`, () => assertTokenBodyAccepted(change))
}

test('C1 expires_in of 1e309 does no harm', async () => {
  await signInWith((honest) => honest.replace('"expires_in":3600', '"expires_in":1e309'))
})

/** Signs in with a changed token answer. The application may accept or refuse it, but must not crash. */
async function signInWith(change: (text: string) => string): Promise<number> {
  h.behaviour.token = ({ provider, request, grant }) => {
    const text = JSON.stringify({
      access_token: 'at-of-the-test-that-is-long',
      token_type: 'Bearer',
      expires_in: 3600,
      id_token: provider.makeIdToken({ provider, request, grant }, null),
    })
    return { headers: { 'content-type': 'application/json' }, body: change(text) }
  }
  const page = await signIn(app.browser(), app, 'h', { at: h, as: newPerson() })
  assert.ok(page.status < 500, `${page.status} ${page.text}`)
  assert.ok(app.isRunning)
  return page.status
}

const type = { 'content-type': 'application/json' }
const badAnswers: Readonly<Record<string, () => RawAnswer>> = {
  HTML: () => ({ headers: { 'content-type': 'text/html' }, body: '<h1>maintenance</h1>' }),
  'an empty body': () => ({ headers: type, body: '' }),
  '204': () => ({ status: 204 }),
  'a redirect': () => ({ status: 302, headers: { location: `${e.origin}/stolen` } }),
  'a redirect that keeps the POST': () => ({ status: 307, headers: { location: `${e.origin}/stolen` } }),
  '500': () => ({ status: 500, body: 'oops' }),
  '503 with Retry-After': () => ({ status: 503, headers: { 'retry-after': '120' } }),
  '429': () => ({ status: 429 }),
  invalid_grant: () => json({ error: 'invalid_grant' }, {}, 400),
  'an error that is no text': () => json({ error: { a: 1 } }, {}, 400),
  'JSON that is an array': () => json([]),
  'JSON that is null': () => json(null),
  'broken JSON': () => ({ headers: type, body: '{"access_token":"x"' }),
  'ten levels of wide JSON': () => json({ access_token: 'x', token_type: 'Bearer', wide: widen(5) }),
  __proto__: () => ({
    headers: type,
    body: '{"__proto__":{"access_token":"x","token_type":"Bearer","id_token":"a.b.c"}}',
  }),
  'a gzip bomb': () => ({
    headers: { ...type, 'content-encoding': 'gzip' },
    body: gzipSync(Buffer.alloc(64 * 1024 * 1024, 32)),
  }),
  'a connection that is reset': () => ({ stream: (response) => response.destroy() }),
  'half an answer and a reset': () => ({
    stream: (response) => {
      response.writeHead(200, { ...type, 'content-length': '5000' })
      response.write('{"access_token":')
      setTimeout(() => response.destroy(), 20)
    },
  }),
}
for (const [name, answer] of Object.entries(badAnswers)) {
  test(`C2 refused: ${name}`, async () => {
    await assertTokenAnswerRefused(answer)
    assert.equal(e.requests.length, 0, 'a redirect of the token endpoint was followed')
  })
}

test('C2 an endless answer ends at the size limit', async () => {
  let sent = 0
  await assertTokenAnswerRefused(() => ({
    stream: (response) => {
      response.writeHead(200, type)
      const chunk = Buffer.alloc(64 * 1024, 32)
      const write = (): void => {
        while (!response.destroyed && sent < 1024 ** 3) {
          sent += chunk.length
          if (!response.write(chunk)) return
        }
        response.end()
      }
      response.on('drain', write)
      response.on('close', () => response.destroy())
      write()
    },
  }))
  assert.ok(sent < 64 * 1024 * 1024, `${sent} bytes were taken`)
})

test('C2 an answer that trickles, or never comes, ends at the time limit', { timeout: 45_000 }, async () => {
  const timers: NodeJS.Timeout[] = []
  const trickle = (): RawAnswer => ({
    stream: (response) => {
      response.writeHead(200, type)
      const timer = setInterval(() => response.write(' '), 500)
      timers.push(timer)
      response.on('close', () => clearInterval(timer))
    },
  })
  const never = (): RawAnswer => ({ stream: () => undefined })
  const begun = Date.now()
  const outcomes = await Promise.all(
    [trickle, never].map(async (answer) => {
      const provider = answer === trickle ? h : e
      provider.behaviour.token = answer
      const browser = app.browser()
      const page = await signIn(browser, app, provider === h ? 'h' : 'e', { at: provider, as: newPerson() })
      return { page, me: await whoIs(browser, app) }
    }),
  )
  for (const timer of timers) clearInterval(timer)
  for (const { page, me } of outcomes) {
    assert.ok(page.status >= 400 && page.status < 500, `${page.status} ${page.text}`)
    assert.equal(me, null)
  }
  assert.ok(Date.now() - begun < 30_000, 'no time limit')
})

test('C2 of two equal members the answer is read in one way only', async () => {
  // Either member may win, but the token that is verified must be the one that is used.
  assert.ok((await signInWith((text) => text.replace('{', '{"id_token":"a.b.c",'))) < 500)
  const status = await signInWith((text) => text.replace(/\}$/, ',"id_token":"a.b.c"}'))
  assert.ok(status >= 400, 'the last member wins, and it is no token')
})

test('C3 Basic carries the form-encoded id and secret, and nothing else proves the client', async () => {
  const person = newPerson()
  const browser = app.browser()
  await signIn(browser, app, 'basic', { at: basic, as: person })
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
  const { headers, form } = basic.last('token')
  assert.match(headers.authorization ?? '', /^Basic /)
  assert.equal(form.get('client_secret'), null)
})

test('C3 the body carries the secret where the provider announces only that', async () => {
  const person = newPerson()
  const browser = app.browser()
  await signIn(browser, app, 'post', { at: post, as: person })
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
  const { headers, form } = post.last('token')
  assert.equal(headers.authorization, undefined)
  assert.equal(form.get('client_secret'), awkwardSecret)
})

test('C3 a public client sends its id and no secret', async () => {
  const person = newPerson()
  const browser = app.browser()
  await signIn(browser, app, 'open', { at: open, as: person })
  assert.equal((await whoIs(browser, app))?.sub, person.sub)
  const { headers, form } = open.last('token')
  assert.equal(headers.authorization, undefined)
  assert.deepEqual([form.get('client_id'), form.get('client_secret')], [open.clientId, null])
})

test('C3 without an announcement it is Basic (OpenID Connect Discovery §3)', async () => {
  await signIn(app.browser(), app, 'silent', { at: silent, as: newPerson() })
  assert.match(silent.last('token').headers.authorization ?? '', /^Basic /)
})

test('C3 a refused client is not tried again in another way with the same code', async () => {
  await assertTokenAnswerRefused(() =>
    json({ error: 'invalid_client' }, { 'www-authenticate': 'Basic' }, 401),
  )
})
test('C3 a refused client makes one token request', async () => {
  h.behaviour.token = () => json({ error: 'invalid_client' }, { 'www-authenticate': 'Basic' }, 401)
  await signIn(app.browser(), app, 'h', { at: h, as: newPerson() })
  assert.equal(h.count('token'), 1)
})

test('C4 an OpenID Connect provider that gives no ID token', () =>
  assertTokenBodyRefused((body) => delete body.id_token))
for (const value of [null, 7, '', {}]) {
  test(`C4 an ID token that is ${JSON.stringify(value)}`, () =>
    assertTokenBodyRefused((body) => Object.assign(body, { id_token: value })))
}

test('C5 the code goes to the token endpoint of its own provider, once, and nowhere else', async () => {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  assert.equal(h.count('token'), 1)
  const code = h.last('token').form.get('code') ?? ''
  assert.equal(e.requests.length, 0)
  for (const { endpoint, path, query, headers } of h.requests) {
    if (endpoint === 'token') continue
    assert.ok(!`${path}?${query} ${JSON.stringify(headers)}`.includes(code), endpoint)
  }
})

test('C10 tokens that are posted to the application are accepted nowhere', async () => {
  const idToken = h.makeIdToken(
    { grant: null, provider: h, request: { form: new URLSearchParams() } as never },
    null,
  )
  const browser = app.browser()
  const tab = browser.tab(`${app.origin}/auth/login`)
  for (const path of ['/auth/callback/h', '/auth/login/h', '/auth/session', '/auth/one-tap', '/auth/token']) {
    const page = await tab.post(
      path,
      { id_token: idToken, credential: idToken, access_token: 'x' },
      { until: (url) => url.origin !== app.origin },
    )
    assert.ok(page.status < 500, path)
    assert.equal(await whoIs(browser, app), null, path)
  }
})

function widen(depth: number): unknown {
  return depth === 0
    ? 'x'
    : Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`k${index}`, widen(depth - 1)]))
}
