// NI1–NI4: the inspector is off in production, opens only to a browser on the same machine, and shows no secret. Each
// refusal has its accepted twin.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { latchkey } from 'latchkey'
import { memory } from 'latchkey/stores/memory'
import { exchange } from '../support/http-exchange.ts'
import {
  describeProvider,
  type InProcessApplication,
  type InProcessOptions,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { countSecrets, findLeaks } from '../support/secrets.ts'

let h: TestProvider
let app: InProcessApplication
let production: InProcessApplication

before(async () => {
  h = await startProvider()
  const options = (): InProcessOptions => ({ providers: [describeProvider('h', h)] })
  app = await startInProcess({ ...options(), production: false })
  production = await startInProcess(options())
})
after(async () => {
  await app.stop()
  await production.stop()
  await h.stop()
})

/** Sends one request to this application with these headers and its own Host. */
function ask(at: InProcessApplication, headers: Record<string, string> = {}, path = '/auth/inspect') {
  const url = new URL(`http://127.0.0.1:${at.port}${path}`)
  return exchange({
    method: 'GET',
    url,
    headers: { host: new URL(at.origin).host, accept: 'text/html', ...headers },
  })
}

describe('NI1 in production there is no inspector', () => {
  test('NI1 nothing answers there, and nothing is recorded', async () => {
    const person = newPerson()
    const browser = production.browser()
    const page = await signIn(browser, production, 'h', { at: h, as: person })
    assert.equal((await whoIs(browser, production))?.sub, person.sub, page.text)
    const answer = await ask(production)
    assert.equal(answer.status, 404)
    assert.equal((await ask(production, {}, '/auth/nowhere')).status, 404)
    assert.doesNotMatch(answer.body, /inspect/i)
  })

  test('NI1 the twin: development shows the login', async () => {
    await signIn(app.browser(), app, 'h', { at: h, as: newPerson() })
    const answer = await ask(app)
    assert.equal(answer.status, 200)
    assert.match(answer.body, /the person is signed in/)
    assert.match(String(answer.headers['content-security-policy']), /default-src 'none'/)
    assert.equal(answer.headers['cache-control'], 'no-store')
    assert.equal(answer.headers['cross-origin-resource-policy'], 'same-origin')
    assert.doesNotMatch(answer.body, /<script/i)
  })

  test('NI1 a public origin in development has none either', async () => {
    const auth = latchkey({
      providers: [describeProvider('h', h)],
      origin: 'https://app.example',
      secret: 'k'.repeat(40),
      store: memory(),
      environment: { NODE_ENV: 'development' },
      log: () => {},
    })
    const request = new Request('http://localhost/auth/inspect', { headers: { host: 'localhost' } })
    assert.equal((await auth.handle(request, { remoteAddress: '127.0.0.1' })).status, 404)
    await auth.close()
  })
})

describe('NI2 a Host that is not this machine is refused', () => {
  const foreign = [
    'evil.example',
    'evil.example:3000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '192.168.0.7',
  ]
  for (const host of foreign) {
    test(`NI2 ${host}, as DNS rebinding sends it`, async () => {
      const answer = await ask(app, { host })
      assert.equal(answer.status, 403)
      assert.match(answer.body, /request_not_local/)
      assert.doesNotMatch(answer.body, /class="timeline"/)
    })
  }

  for (const host of ['localhost', '127.0.0.1', '[::1]', 'app.localhost']) {
    test(`NI2 the twin: ${host}`, async () => {
      assert.equal((await ask(app, { host: `${host}:${app.port}` })).status, 200)
    })
  }
})

describe('NI3 a connection from elsewhere is refused, directly and behind a proxy', () => {
  const from = (remoteAddress: string | null | undefined) =>
    app.auth.handle(new Request(app.url('/auth/inspect'), { headers: { host: new URL(app.origin).host } }), {
      remoteAddress,
    })

  for (const peer of [
    '192.168.0.7',
    '10.0.0.1',
    '::ffff:192.168.0.7',
    'fe80::1',
    '2001:db8::1',
    '128.0.0.1',
    'localhost.evil.example',
    '',
  ]) {
    test(`NI3 peer ${peer || 'without an address'}`, async () => {
      const answer = await from(peer)
      assert.equal(answer.status, 403)
      assert.doesNotMatch(await answer.text(), /class="timeline"/)
    })
  }

  test('NI3 a host that does not tell the peer', async () => {
    for (const unknown of [null, undefined]) assert.equal((await from(unknown)).status, 403)
  })

  for (const peer of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1']) {
    test(`NI3 the twin: peer ${peer}`, async () => assert.equal((await from(peer)).status, 200))
  }

  const forwarded: readonly (readonly [string, string])[] = [
    ['x-forwarded-for', '203.0.113.9'],
    ['x-forwarded-for', '127.0.0.1, 203.0.113.9'],
    ['x-forwarded-host', 'tunnel.example'],
    ['x-real-ip', '203.0.113.9'],
    ['forwarded', 'for=203.0.113.9;host=localhost;proto=https'],
    ['forwarded', 'for="[2001:db8::9]"'],
    ['cf-connecting-ip', '203.0.113.9'],
  ]
  for (const [name, value] of forwarded) {
    test(`NI3 forwarded, ${name}: ${value}`, async () => {
      assert.equal((await ask(app, { [name]: value })).status, 403)
    })
  }

  test('NI3 the twin: a development proxy on this machine', async () => {
    const headers = {
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': 'localhost:5173',
      forwarded: 'for="[::1]";proto=http',
    }
    assert.equal((await ask(app, headers)).status, 200)
  })
})

test('NI4 the page has no secret of any login, and nobody’s name or address', async () => {
  const person = { ...newPerson(), name: 'Zebedee Quillfeather', email: 'zebedee.quillfeather@example.org' }
  await signIn(app.browser(), app, 'h', { at: h, as: person })
  const list = (await ask(app, {}, '/auth/inspect?pause=1')).body
  const [, id = ''] = /inspect\?login=([\w-]+)/.exec(list) ?? []
  const whole = (await ask(app, {}, `/auth/inspect?login=${id}`)).body
  assert.match(whole, /The ID token is verified in full/)
  assert.ok(countSecrets() > 10, 'the providers and browsers of this run had secrets')
  for (const page of [list, whole]) {
    assert.deepEqual(findLeaks(page), [])
    assert.doesNotMatch(page, /zebedee|quillfeather/i)
  }
})
