// Calling a provider's API with tokens.fetch: where a token may go (RFC 6750 §5.3), and what follows a 401.
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, afterEach, before, test } from 'node:test'
import { latchkey, type Session } from 'latchkey'
import { memory } from 'latchkey/stores/memory'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import type { LoggedRequest } from '../support/provider-behaviour.ts'
import { signInTokenHolder } from '../support/token-holder.ts'

let app: InProcessApplication
let h: TestProvider
let session: Session
let foreign: Server
const seenByForeign: string[] = []

before(async () => {
  foreign = createServer((request, response) => {
    seenByForeign.push(`${request.url} ${request.headers.authorization ?? ''}`)
    response.end('taken')
  })
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve))
  h = await startProvider()
  app = await startInProcess({
    providers: [describeProvider('h', h, { apiUrl: `${h.origin}${h.paths.userinfo}` })],
    keepTokens: true,
  })
  h.now = () => app.clock
})
after(async () => {
  await app.stop()
  await h.stop()
  foreign.close()
})
afterEach(() => h.reset())

async function signedIn(expiresIn = 36_000): Promise<Session> {
  session = (await signInTokenHolder(app, { id: 'h', at: h, expiresIn })).session
  return session
}

const api = (): string => `${h.origin}${h.paths.userinfo}`
const bearerOf = ({ headers }: LoggedRequest): string => headers.authorization ?? ''
const foreignOrigin = (): string => `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`

test('U51 a call carries the living token, and its own method, headers and body', async () => {
  const tokens = app.auth.tokens(await signedIn())
  const outcome = await tokens.get('h')
  assert.ok(outcome.state === 'fresh')
  const response = await tokens.fetch('h', api(), {
    method: 'POST',
    headers: { 'x-part': 'one', authorization: 'Bearer made-up' },
    body: new URLSearchParams({ fields: 'name' }),
  })
  assert.equal(response.status, 200)
  assert.equal((await response.json()).sub, session.identity.subject)
  const seen = h.last('userinfo')
  assert.equal(bearerOf(seen), `Bearer ${outcome.accessToken}`)
  assert.equal(seen.headers['x-part'], 'one')
  assert.equal(seen.form.get('fields'), 'name')
})

test('U51 a relative address resolves below apiBaseUrl', async () => {
  const tokens = app.auth.tokens(await signedIn())
  await tokens.fetch('h', '?fields=name')
  assert.equal(h.last('other').path, `${h.paths.userinfo}/`)
  assert.equal(h.last('other').query.get('fields'), 'name')
})

test('an address of another origin is refused before any token is read', async () => {
  const tokens = app.auth.tokens(await signedIn(0))
  const port = new URL(h.origin).port
  const addresses = [
    foreignOrigin(),
    `${foreignOrigin().slice('http:'.length)}/me`,
    `\\\\127.0.0.1:${new URL(foreignOrigin()).port}/me`,
    `http://127.0.0.1:${port}@${new URL(foreignOrigin()).host}/`,
    `http://user:password@127.0.0.1:${port}/`,
    `http://localhost:${port}/`,
    `https://127.0.0.1:${port}/`,
    'file:///etc/passwd',
    'data:text/plain,hello',
    'javascript:alert(1)',
    new URL(foreignOrigin()),
  ]
  for (const address of addresses) {
    await assert.rejects(tokens.fetch('h', address), { code: 'token_origin_refused' }, String(address))
  }
  // The token has expired, so reading it would have caused a refresh.
  assert.equal(h.count('token'), 0)
  assert.deepEqual(seenByForeign, [])
})

test('a redirect is an answer: the token does not follow it', async () => {
  const tokens = app.auth.tokens(await signedIn())
  for (const status of [301, 302, 303, 307, 308]) {
    h.behaviour.userinfo = () => ({ status, headers: { location: `${foreignOrigin()}/leak` } })
    const response = await tokens.fetch('h', api(), { redirect: 'follow' })
    assert.equal(response.status, status)
  }
  assert.deepEqual(seenByForeign, [])
})

test('after a 401 the token is refreshed once, and the call made again with the same body', async () => {
  const tokens = app.auth.tokens(await signedIn())
  app.advance(60)
  const refused = new Set<string>()
  h.behaviour.userinfo = (request) => {
    if (refused.size === 0 || refused.has(bearerOf(request))) {
      refused.add(bearerOf(request))
      return { status: 401 }
    }
    return undefined
  }
  const body = new Blob(['part one']).stream()
  const response = await tokens.fetch('h', api(), { method: 'PUT', body })
  assert.equal(response.status, 200)
  assert.equal(h.count('token'), 1)
  assert.equal(h.count('userinfo'), 2)
  assert.ok(h.last('userinfo').form.has('part one'))
})

test('a hundred calls that are refused at once make one refresh', async () => {
  const tokens = app.auth.tokens(await signedIn())
  app.advance(60)
  const first = await tokens.get('h')
  assert.ok(first.state === 'fresh')
  h.behaviour.userinfo = (request) =>
    bearerOf(request) === `Bearer ${first.accessToken}` ? { status: 401 } : undefined
  const responses = await Promise.all(Array.from({ length: 100 }, () => tokens.fetch('h', api())))
  assert.ok(responses.every(({ status }) => status === 200))
  assert.equal(h.count('token'), 1)
  assert.equal(h.reusedRefreshTokens, 0)
})

test('an API that refuses every token costs one refresh, not a loop', async () => {
  const tokens = app.auth.tokens(await signedIn())
  app.advance(60)
  h.behaviour.userinfo = () => ({ status: 401 })
  for (let call = 0; call < 5; call++) assert.equal((await tokens.fetch('h', api())).status, 401)
  assert.equal(h.count('token'), 1)
})

test('an API that does not answer is an outage, and the address in the error has no query', async () => {
  const tokens = app.auth.tokens(await signedIn())
  h.behaviour.userinfo = () => ({ stream: (response) => response.destroy() })
  await assert.rejects(tokens.fetch('h', `${api()}?secret=1`), (error: Error & { code?: string }) => {
    assert.equal(error.code, 'provider_unavailable')
    assert.doesNotMatch(error.message, /secret/)
    return true
  })
})

test('a call can be given up', async () => {
  const tokens = app.auth.tokens(await signedIn())
  h.behaviour.userinfo = () => ({ stream: () => {} })
  const signal = AbortSignal.timeout(50)
  await assert.rejects(tokens.fetch('h', api(), { signal }), { name: 'TimeoutError' })
})

test('an unknown provider, and one that the person never used, are told apart', async () => {
  const tokens = app.auth.tokens(await signedIn())
  await assert.rejects(tokens.get('nobody'), { code: 'provider_unknown' })
  const other = await startProvider()
  const both = await startInProcess({
    providers: [describeProvider('h', h), describeProvider('other', other)],
    keepTokens: true,
  })
  both.clock = app.clock
  const holder = await signInTokenHolder(both, { id: 'h', at: h })
  assert.deepEqual(await both.auth.tokens(holder.session).get('other'), {
    state: 'absent',
    reauthorizePath: null,
  })
  await assert.rejects(both.auth.tokens(holder.session).fetch('other', other.origin), {
    code: 'token_absent',
  })
  await both.stop()
  await other.stop()
})

test('without keepTokens nothing is kept, and asking for tokens says what to change', async () => {
  const store = memory()
  const dropping = await startInProcess({ providers: [describeProvider('h', h)], store })
  dropping.clock = app.clock
  const holder = await signInTokenHolder(dropping, { id: 'h', at: h })
  assert.throws(() => dropping.auth.tokens(holder.session), { code: 'config_option_invalid' })
  assert.deepEqual(await store.tokens.list(null, 10), [])
  await dropping.stop()
  assert.throws(
    () => latchkey({ providers: [describeProvider('h', h)], keepTokens: true, environment: {} }),
    { code: 'config_store_missing' },
  )
})
