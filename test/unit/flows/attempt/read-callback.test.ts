// The provider's answer, by query and by form_post with its hand-off (cases B3, B10).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCallback } from '../../../../src/flows/attempt/read-callback.ts'
import { receiveFormPost } from '../../../../src/flows/attempt/receive-form-post.ts'
import { oidc } from '../../../../src/providers/oidc.ts'
import { assertRefusedWith } from '../assert-refused-with.ts'
import { type Stage, stage } from '../stage.ts'

const provider = (id: string, responseMode?: 'form_post') =>
  oidc({ id, issuer: `https://${id}.example`, clientId: id, clientSecret: 'a-secret', responseMode })

const providers = [provider('query'), provider('post', 'form_post'), provider('other', 'form_post')]

async function read(at: Stage, id: string, query: string): Promise<URLSearchParams> {
  return readCallback(
    at.parts,
    at.visit(`/auth/callback/${id}${query}`),
    await at.parts.providers.find(id, at.visit('/auth')),
  )
}

function post(
  at: Stage,
  { id = 'post', body = 'code=c&state=s', query = '', type = 'application/x-www-form-urlencoded' } = {},
): Promise<Response> {
  const headers = { 'content-type': type }
  const visit = at.visit(`/auth/callback/${id}${query}`, undefined, { method: 'POST', body, headers })
  return receiveFormPost(at.parts, visit, id)
}

function handoffOf(answer: Response): string {
  const location = answer.headers.get('location') ?? ''
  return new URL(location, 'https://app.example').search
}

test('the parameters of the query, each at most once', async () => {
  const at = stage({ providers })
  const parameters = await read(
    at,
    'query',
    '?code=c&state=s&iss=https%3A%2F%2Fquery.example&extra=1&extra=2',
  )
  assert.deepEqual([parameters.get('code'), parameters.get('state')], ['c', 's'])
  for (const name of ['state', 'code', 'iss', 'error']) {
    await assertRefusedWith('request_malformed', () => read(at, 'query', `?${name}=a&${name}=b`))
    await assertRefusedWith('request_malformed', () => read(at, 'query', `?${name}=a&${name}=a`))
  }
})

test('B10 the POST seals the fields, sets no cookie, and sends the browser on by 303 with one opaque parameter', async () => {
  const at = stage({ providers })
  const answer = await post(at, { body: 'code=the-code&state=the-state&user=%7B%22name%22%3A%22Ada%22%7D' })
  assert.equal(answer.status, 303)
  assert.deepEqual(answer.headers.getSetCookie(), [])
  const location = new URL(answer.headers.get('location') ?? '', 'https://app.example')
  assert.equal(location.pathname, '/auth/callback/post')
  assert.deepEqual([...location.searchParams.keys()], ['handoff'])
  for (const inside of ['the-code', 'the-state', 'Ada']) assert.ok(!location.search.includes(inside))

  const parameters = await read(at, 'post', location.search)
  assert.equal(parameters.get('code'), 'the-code')
  assert.equal(parameters.get('state'), 'the-state')
  assert.equal(parameters.get('user'), '{"name":"Ada"}')
})

test('B10 a hand-off is good for its provider only, and for a minute', async () => {
  const at = stage({ providers })
  const handoff = handoffOf(await post(at))
  await read(at, 'post', handoff)
  await assertRefusedWith('request_malformed', () => read(at, 'other', handoff))
  await assertRefusedWith('request_malformed', () =>
    read(stage({ providers, secret: 'z'.repeat(32) }), 'post', handoff),
  )
  at.clock += 59_000
  await read(at, 'post', handoff)
  at.clock += 2_000
  await assertRefusedWith('attempt_expired', () => read(at, 'post', handoff))
})

test('B10 a form_post provider is answered for by hand-off only, another by query only', async () => {
  const at = stage({ providers })
  const handoff = handoffOf(await post(at))
  await assertRefusedWith('request_malformed', () => read(at, 'post', '?code=c&state=s'))
  await assertRefusedWith('request_malformed', () => read(at, 'query', handoff))
  await assertRefusedWith('request_malformed', () => read(at, 'query', '?code=c&state=s&handoff='))
  await assertRefusedWith('request_malformed', () => read(at, 'post', '?handoff=made-up'))
  await assertRefusedWith('request_malformed', () => post(at, { id: 'query' }))
})

test('B3 a query beside the form, another content type, a form that is too large', async () => {
  const at = stage({ providers })
  await assertRefusedWith('request_malformed', () => post(at, { query: '?code=c' }))
  await assertRefusedWith('request_malformed', () => post(at, { type: 'text/plain' }))
  await assertRefusedWith('request_malformed', () => post(at, { type: 'application/json', body: '{}' }))
  await assertRefusedWith('request_too_large', () => post(at, { body: `code=${'x'.repeat(16_384)}` }))
  await assertRefusedWith('request_too_large', () => post(at, { body: `code=${'x'.repeat(10_000)}` }))
  assert.equal(
    (await post(at, { body: `code=${'x'.repeat(4_000)}&id_token=${'x'.repeat(10_000)}` })).status,
    303,
  )
})

test('B3 a repeated parameter of the form is found behind the hand-off', async () => {
  const at = stage({ providers })
  const handoff = handoffOf(await post(at, { body: 'code=a&code=b&state=s' }))
  await assertRefusedWith('request_malformed', () => read(at, 'post', handoff))
})
