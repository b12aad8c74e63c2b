// Next.js: one module in several bundles, URLs that do not parse, requests of its own scripts. `npm run test:frameworks` tests Next itself.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { type LatchkeyOptions, latchkey } from 'latchkey'
import { oidc } from 'latchkey/providers/oidc'
import { issueTestSession } from 'latchkey/testing'
import { root } from '../../../tools/programs.ts'
import { afterAnswers } from '../../support/next-modules.ts'

type Adapter = typeof import('../../../src/adapters/next.ts')

/** Each bundle has its own copy of the adapter. */
const bundle = (name: string): Promise<Adapter> => import(`../../../src/adapters/next.ts?${name}`)
const { nextLatchkey } = await bundle('pages')

function options(difference: Partial<LatchkeyOptions> & { readonly id?: string } = {}): LatchkeyOptions {
  const { id = 'a', ...rest } = difference
  return {
    origin: 'https://app.example',
    secret: 'x'.repeat(40),
    providers: [oidc({ id, issuer: `https://${id}.example`, clientId: 'c', clientSecret: 's' })],
    log: () => {},
    environment: { NODE_ENV: 'production' },
    ...rest,
  }
}

const { guardedProxy, GET } = nextLatchkey(() => latchkey(options()))
const proxy = guardedProxy((path) => (path === '/profile' ? {} : null))
const ask = (path: string, init?: RequestInit) => proxy(new Request(`https://app.example${path}`, init))

test('NS1 two nextLatchkey() of one program stay two', async () => {
  const make = (difference: Parameters<typeof options>[0]) =>
    nextLatchkey(() => latchkey(options(difference)))
  const instances = [
    make({ origin: 'https://one.example' }),
    make({ origin: 'https://two.example' }),
    make({ origin: 'https://one.example', id: 'b' }),
    make({ origin: 'https://one.example', basePath: '/staff/auth' }),
    nextLatchkey(() => latchkey(options({ origin: 'https://one.example', allow: () => false }))),
  ].map(({ instance }) => instance())
  assert.equal(new Set(instances).size, instances.length)
})

test('NS1 the bundles of one program share one', async () => {
  const create = () => latchkey(options({ origin: 'https://shared.example' }))
  const first = nextLatchkey(create).instance()
  const second = (await bundle('proxy')).nextLatchkey(create).instance()
  assert.equal(first, second)
})

test('NH14 an address that is no text is answered, and guards nothing by accident', async () => {
  for (const path of ['/%ff', '/profile%ff', '/%', '/%e0%a4'])
    assert.equal((await ask(path)).status, 400, path)
  assert.equal((await ask('/%70rofile')).status, 303, 'another spelling of a guarded page')
  assert.equal((await ask('/%c3%bc')).headers.get('x-middleware-next'), '1')
})

test('NP3 a server action of somebody who is signed out gets what the script of Next understands', async () => {
  const headers = { 'next-action': 'abc', accept: 'text/x-component', 'sec-fetch-mode': 'cors' }
  const answer = await ask('/profile?a=b', { method: 'POST', headers, body: '[]' })
  assert.equal(answer.headers.get('x-action-redirect'), '/auth/login?returnTo=%2Fprofile%3Fa%3Db;push')
  assert.equal(answer.headers.get('location'), null, 'fetch would follow it')
  assert.equal(answer.headers.get('content-type'), 'text/plain')
  assert.equal(answer.headers.get('x-middleware-next'), null, 'the action does not run')
  const free = await ask('/', { method: 'POST', headers, body: '[]' })
  assert.equal(free.headers.get('x-middleware-next'), '1')
})

test('NP3 a form without script is sent to sign in, a program is not', async () => {
  const form = {
    method: 'POST',
    body: 'a=b',
    headers: { accept: 'text/html,*/*', 'sec-fetch-mode': 'navigate' },
  }
  const sent = await ask('/profile', form)
  assert.equal(sent.status, 303)
  assert.match(String(sent.headers.get('location')), /\/auth\/login\?returnTo=%2Fprofile$/)
  const program = await ask('/profile', { method: 'POST', body: 'a=b', headers: { accept: '*/*' } })
  assert.equal(program.status, 401)
  assert.equal((await program.json()).error, 'session_required')
  assert.equal((await ask('/profile', { headers: { rsc: '1', accept: '*/*' } })).status, 303)
})

test('NP3 a server action of somebody who may not pass gets the sentence in their language', async () => {
  const held = nextLatchkey(() => latchkey(options({ environment: { NODE_ENV: 'test' } })))
  const { cookieHeader } = await issueTestSession(held.instance(), {}, { origin: 'https://app.example' })
  const headers = { 'next-action': 'abc', cookie: cookieHeader, 'accept-language': 'de' }
  const action = new Request('https://app.example/admin', { method: 'POST', headers, body: '[]' })
  const answer = await held.guardedProxy(() => ({ allow: () => false }))(action)
  assert.equal(answer.status, 403)
  assert.match(await answer.text(), /^Sie sind angemeldet, aber/)
})

test('NS5 what happens beside a request is handed to `after`', async () => {
  afterAnswers.length = 0
  await GET(new Request('https://app.example/auth/session', { headers: { host: 'app.example' } }))
  assert.equal(afterAnswers.length, 1)
  await Promise.all(afterAnswers)
})

test('NF25 the peer range leaves out releases of Next with published ways around a proxy', () => {
  const read = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'))
  const numbers = (version: string) => (/^\^?(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? []).slice(1).map(Number)
  const atLeast = (version: string, floor: readonly number[]) => {
    const [difference = 0] = numbers(version)
      .map((number, at) => number - (floor[at] ?? 0))
      .filter(Boolean)
    return numbers(version).length === 3 && difference >= 0
  }
  const range: string = read('package.json').peerDependencies.next
  assert.ok(range.startsWith('^16.') && atLeast(range, [16, 2, 11]), range)
  // The range includes the release that `npm run test:frameworks` installs.
  assert.ok(atLeast(read('test/frameworks/next/package.json').dependencies.next, numbers(range)))
})

test('NP4 an asynchronous function makes one Auth for all requests, and is asked again where it failed', async () => {
  let calls = 0
  const held = nextLatchkey(async () => {
    calls += 1
    if (calls === 1) throw new Error('not yet')
    return latchkey(options({ origin: 'https://later.example' }))
  })
  const request = () => new Request('https://later.example/auth/session')
  await assert.rejects(held.GET(request()), /not yet/)
  const answers = await Promise.all([held.GET(request()), held.GET(request())])
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200],
  )
  assert.equal(await held.instance(), await held.instance())
  assert.equal(calls, 2)
})
