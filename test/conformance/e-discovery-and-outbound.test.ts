// Cases E1–E3, E7: a provider's metadata and its claims about a person are checked (OpenID Connect Discovery §4.3, Core
// §5.3). The application caches metadata and keys, so each variant has its own provider.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { type Application, startApplication } from '../support/application.ts'
import { makeKey, signCompact } from '../support/compact-jwt.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { json } from '../support/provider-answers.ts'
import type { Behaviour, LoggedRequest, RawAnswer } from '../support/provider-behaviour.ts'
import { assertRefused } from './assert-refused.ts'

type Metadata = Record<string, unknown>

const metadataVariants: Readonly<Record<string, (metadata: Metadata, provider: TestProvider) => void>> = {
  'E1 the issuer of somebody else': (metadata) => Object.assign(metadata, { issuer: 'https://evil.example' }),
  'E1 the issuer with a slash': (metadata) => Object.assign(metadata, { issuer: `${metadata.issuer}/` }),
  'E1 the issuer in another case': (metadata) =>
    Object.assign(metadata, { issuer: String(metadata.issuer).replace('http', 'HTTP') }),
  'E1 no issuer': (metadata) => delete metadata.issuer,
  'E1 an issuer that is no text': (metadata) => Object.assign(metadata, { issuer: [metadata.issuer] }),
}
const badUrls: Readonly<Record<string, (url: string) => unknown>> = {
  'javascript:': () => 'javascript:alert(1)',
  'file:': () => 'file:///etc/passwd',
  'data:': () => 'data:text/html,x',
  'plain HTTP elsewhere': () => 'http://provider.example/endpoint',
  'a user name in it': (url) => url.replace('://', '://good@'),
  'shell characters': (url) => `${url}"; touch /tmp/x; echo $(id)`,
  'a line break': (url) => `${url}\r\nHost: evil`,
  'a relative path': (url) => new URL(url).pathname,
  'no text': () => 7,
}
const endpoints = ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'userinfo_endpoint']

const type = { 'content-type': 'application/json' }
const badAnswers: Readonly<Record<string, (request: LoggedRequest, elsewhere: TestProvider) => RawAnswer>> = {
  'a redirect to another host': (request, elsewhere) => ({
    status: 302,
    headers: { location: `${elsewhere.origin}${request.path}` },
  }),
  'more than it may be': () => ({ headers: type, body: `{"keys":[],"x":"${'x'.repeat(3 * 1024 * 1024)}"}` }),
  HTML: () => ({ headers: { 'content-type': 'text/html' }, body: '<h1>Hello</h1>' }),
  '500': () => ({ status: 500, body: 'oops' }),
  'a list': () => json([]),
  'broken JSON': () => ({ headers: type, body: '{"issuer"' }),
  'nothing for ever': () => ({ stream: () => undefined }),
}
const bendable = ['discovery', 'jwks', 'userinfo'] as const

let app: Application
let h: TestProvider
let elsewhere: TestProvider
const providers = new Map<string, TestProvider>()

before(async () => {
  h = await startProvider()
  elsewhere = await startProvider()
  for (const [name, bend] of Object.entries(metadataVariants)) {
    const provider = await startProvider({ behaviour: { metadata: (metadata) => bend(metadata, provider) } })
    providers.set(name, provider)
  }
  for (const [name, bend] of Object.entries(badUrls)) {
    for (const endpoint of endpoints) {
      const behaviour: Behaviour = {
        metadata: (metadata) => Object.assign(metadata, { [endpoint]: bend(String(metadata[endpoint])) }),
      }
      providers.set(`E2 ${endpoint}: ${name}`, await startProvider({ behaviour }))
    }
  }
  for (const [name, answer] of Object.entries(badAnswers)) {
    for (const endpoint of bendable) {
      const behaviour: Behaviour = { [endpoint]: (request: LoggedRequest) => answer(request, elsewhere) }
      providers.set(`E3 ${endpoint}: ${name}`, await startProvider({ behaviour }))
    }
  }
  app = await startApplication({
    providers: {
      h,
      ...Object.fromEntries([...providers.values()].map((provider, index) => [`v${index}`, provider])),
    },
  })
})
afterEach(() => {
  h.reset()
  elsewhere.reset()
})
after(async () => {
  await app.stop()
  await Promise.all([h, elsewhere, ...providers.values()].map((provider) => provider.stop()))
})

/** Runs a whole login at the provider of this name and asserts that it is refused, at the start or at the end. */
async function refuse(name: string, isAlone = true): Promise<TestProvider> {
  const index = [...providers.keys()].indexOf(name)
  const provider = providers.get(name)
  assert.ok(provider)
  provider.person = newPerson()
  const browser = app.browser()
  const before = app.census()
  const page = await signIn(browser, app, `v${index}`)
  // A provider that does not answer is the only refusal that may be 502 or 503, and only at the start of a login.
  const isStart = !page.url.pathname.includes('/callback/')
  assert.ok(
    page.status >= 400 && (page.status < 500 || (isStart && [502, 503].includes(page.status))),
    `${page.status} ${page.text}`,
  )
  assert.ok(page.text.length > 20, 'a page for the person')
  assert.equal(await whoIs(browser, app), null)
  if (isAlone) assert.deepEqual(app.census(), before)
  return provider
}

for (const name of Object.keys(metadataVariants)) {
  test(`${name} is refused before the browser is sent away`, async () => {
    const provider = await refuse(name)
    assert.equal(provider.count('authorize'), 0)
    await assertHonest()
  })
}

/** Runs a whole login at a provider whose second source is unusable: the signed ID token alone signs the person in. */
async function admit(name: string): Promise<TestProvider> {
  const index = [...providers.keys()].indexOf(name)
  const provider = providers.get(name)
  assert.ok(provider)
  const person = newPerson()
  provider.person = person
  const browser = app.browser()
  const page = await signIn(browser, app, `v${index}`)
  assert.equal((await whoIs(browser, app))?.sub, person.sub, `${page.status} ${page.text}`)
  return provider
}

for (const name of Object.keys(badUrls)) {
  test(`E2 NH3 userinfo_endpoint with ${name} counts as absent`, async () => {
    const provider = await admit(`E2 userinfo_endpoint: ${name}`)
    assert.equal(provider.count('userinfo'), 0)
  })
  for (const endpoint of endpoints) {
    if (endpoint === 'userinfo_endpoint') continue
    test(`E2 ${endpoint} with ${name} is refused`, async () => {
      const provider = await refuse(`E2 ${endpoint}: ${name}`)
      assert.equal(provider.count('token'), 0)
    })
  }
}

for (const name of Object.keys(badAnswers)) {
  if (name === 'nothing for ever') continue
  test(`E3 NH2 userinfo: ${name} is not used`, async () => {
    await admit(`E3 userinfo: ${name}`)
    assert.equal(elsewhere.requests.length, 0, 'a redirect was followed')
  })
  for (const endpoint of bendable) {
    if (endpoint === 'userinfo') continue
    test(`E3 ${endpoint}: ${name} is refused`, async () => {
      await refuse(`E3 ${endpoint}: ${name}`)
      assert.equal(elsewhere.requests.length, 0, 'a redirect was followed')
    })
  }
}

test('E3, E8 endpoints that hang are given up in time, and slow no login elsewhere', {
  timeout: 60_000,
}, async () => {
  const begun = Date.now()
  const hanging = Promise.all([
    ...['discovery', 'jwks'].map((endpoint) => refuse(`E3 ${endpoint}: nothing for ever`, false)),
    admit('E3 userinfo: nothing for ever'),
  ])
  for (let login = 0; login < 10; login++) await assertHonest()
  const honest = Date.now() - begun
  await hanging
  assert.ok(Date.now() - begun < 35_000, 'no time limit')
  assert.ok(honest < 8_000, `ten honest logins took ${honest} ms meanwhile`)
})

async function assertHonest(): Promise<void> {
  const person = newPerson()
  const browser = app.browser()
  const page = await signIn(browser, app, 'h', { at: h, as: person })
  assert.equal((await whoIs(browser, app))?.sub, person.sub, `${page.status} ${page.text}`)
}

const userinfoVariants: Readonly<Record<string, () => RawAnswer>> = {
  'another sub': () => json({ sub: 'admin', email: 'a@example.test' }),
  'an empty sub': () => json({ sub: '' }),
  'a JWT with a bad signature': () => ({
    headers: { 'content-type': 'application/jwt' },
    body: userinfoJwt({ iss: h.issuer, aud: h.clientId, sub: String(h.person.sub) }, true),
  }),
  'a JWT for somebody else': () => ({
    headers: { 'content-type': 'application/jwt' },
    body: userinfoJwt({ iss: h.issuer, aud: 'other', sub: String(h.person.sub) }),
  }),
  'a JWT of another issuer': () => ({
    headers: { 'content-type': 'application/jwt' },
    body: userinfoJwt({ iss: 'https://evil.example', aud: h.clientId, sub: String(h.person.sub) }),
  }),
  'a JWT with alg none': () => ({
    headers: { 'content-type': 'application/jwt' },
    body: signCompact({
      header: { alg: 'none' },
      payload: { iss: h.issuer, aud: h.clientId, sub: h.person.sub },
      key: new Uint8Array(),
    }),
  }),
}
for (const [name, answer] of Object.entries(userinfoVariants)) {
  test(`E7 userinfo: ${name} is refused`, () =>
    assertRefused(app, { id: 'h', provider: h }, (browser) => {
      h.behaviour.userinfo = answer
      return signIn(browser, app, 'h', { at: h, as: newPerson() })
    }))
}

const unusableUserinfo: Readonly<Record<string, () => RawAnswer>> = {
  'no sub': () => json({ email: 'other@example.test' }),
  'a sub that is a number': () => json({ sub: 5, email: 'other@example.test' }),
  '401': () => ({ status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } }),
  '204': () => ({ status: 204 }),
  null: () => json(null),
}
for (const [name, answer] of Object.entries(unusableUserinfo)) {
  test(`E7 NH2 userinfo: ${name} is not used, and the ID token signs in`, async () => {
    h.behaviour.userinfo = answer
    const person = newPerson()
    const browser = app.browser()
    await signIn(browser, app, 'h', { at: h, as: person })
    const me = await whoIs(browser, app)
    assert.deepEqual([me?.sub, me?.email], [person.sub, person.email])
  })
}

const otherKey = makeKey('ES256')

function userinfoJwt(payload: Record<string, unknown>, withOtherKey = false): string {
  const key = withOtherKey ? otherKey.privateKey : h.signingKey.privateKey
  return signCompact({ header: { alg: 'ES256', kid: h.signingKey.kid }, payload, key })
}

test('E7 twin: the same sub is accepted, and the access token is in the Authorization header alone', async () => {
  await assertHonest()
  const { headers, query, form } = h.last('userinfo')
  assert.match(headers.authorization ?? '', /^Bearer at_/)
  assert.equal(String(query), '')
  assert.equal(String(form), '')
})
