import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ErrorCode } from '../../../../src/errors.ts'
import { OutboundError } from '../../../../src/outbound/exchange.ts'
import {
  callback,
  type EvilProvider,
  evilProvider,
  expected,
  json,
  plain,
  startedAt,
} from '../evil-provider.ts'
import { refused } from '../refused.ts'

async function withBody(change: (body: Record<string, unknown>) => void): Promise<EvilProvider> {
  const op = await evilProvider()
  op.tokenBody = change
  return op
}
async function withAnswer(answer: () => Response | Promise<Response>): Promise<EvilProvider> {
  const op = await evilProvider()
  op.answers.set('/token', answer)
  return op
}

test('C1 an honest answer becomes a token set', async () => {
  const tokens = await (await evilProvider()).login()
  assert.equal(tokens.accessToken, 'access-token-of-the-test')
  assert.equal(tokens.tokenType, 'bearer')
  assert.equal(tokens.expiresAt, startedAt + 3_600_000)
  assert.equal(tokens.refreshToken, 'refresh-token-of-the-test')
  assert.deepEqual(tokens.scopes, ['openid', 'email'])
  assert.equal(tokens.idTokenClaims?.sub, 'alex')
  assert.match(tokens.idToken ?? '', /^eyJ/)
})

const goodChanges: Readonly<Record<string, Record<string, unknown>>> = {
  'token_type bearer': { token_type: 'bearer' },
  'token_type BEARER': { token_type: 'BEARER' },
  'expires_in as text': { expires_in: '3600' },
  'no refresh token': { refresh_token: undefined },
  'a refresh token that is null': { refresh_token: null },
  'a scope that is null': { scope: null },
  'NH6 a list of scopes': { scope: ['openid', 'email'] },
  'NH6 an error that is null or empty': { error: null },
  'NH6 an empty error': { error: '' },
  'NH6 a refresh token that is a number': { refresh_token: 7 },
  'NH6 a token_type with blanks': { token_type: ' Bearer ' },
  'NH6 an expiry as text with a fraction': { expires_in: '3600.0' },
  'members that nobody knows': { ext: { deep: [1, { two: 2 }] } },
}
for (const [name, change] of Object.entries(goodChanges)) {
  test(`C1 accepted: ${name}`, async () => {
    const tokens = await (await withBody((body) => Object.assign(body, change))).login()
    assert.equal(tokens.expiresAt, startedAt + 3_600_000)
  })
}
for (const value of [undefined, null, 'soon', '', {}, 1e300]) {
  test(`C1 an expiry of ${JSON.stringify(value)} is none`, async () => {
    const tokens = await (await withBody((body) => Object.assign(body, { expires_in: value }))).login()
    assert.equal(tokens.expiresAt, null)
  })
}
test('C1 an expiry of 1e309 is none', async () => {
  const op = await evilProvider()
  op.answers.set('/token', () => json('{"access_token":"a","token_type":"bearer","expires_in":1e309}'))
  assert.equal((await op.client(plain).exchangeCode(callback(), expected)).expiresAt, null)
})

const badChanges: Readonly<Record<string, readonly [Record<string, unknown>, ErrorCode]>> = {
  'an error with status 200': [{ error: 'invalid_grant' }, 'provider_refused'],
  'no access token': [{ access_token: undefined }, 'provider_answer_invalid'],
  'an empty access token': [{ access_token: '' }, 'provider_answer_invalid'],
  'an access token that is a number': [{ access_token: 7 }, 'provider_answer_invalid'],
  'an access token with a line break': [{ access_token: 'a\r\nb' }, 'provider_answer_invalid'],
  'no token_type': [{ token_type: undefined }, 'provider_answer_invalid'],
  'an unknown token_type': [{ token_type: 'mac' }, 'provider_answer_invalid'],
  'a token_type that was not asked for': [{ token_type: 'DPoP' }, 'provider_answer_invalid'],
  'a token_type that is no text': [{ token_type: ['bearer'] }, 'provider_answer_invalid'],
  'a negative expiry': [{ expires_in: -1 }, 'provider_answer_invalid'],
  'a scope that is neither text nor a list of texts': [{ scope: [7] }, 'provider_answer_invalid'],
  'C4 no ID token': [{ id_token: undefined }, 'provider_id_token_invalid'],
  'C4 an ID token that is null': [{ id_token: null }, 'provider_id_token_invalid'],
  'C4 an ID token that is empty': [{ id_token: '' }, 'provider_id_token_invalid'],
}
for (const [name, [change, code]] of Object.entries(badChanges)) {
  test(`C1 refused: ${name}`, async () => {
    await refused((await withBody((body) => Object.assign(body, change))).login(), code)
  })
}

const text = (body: string, type: string, status = 200): Response =>
  new Response(body, { status, headers: { 'content-type': type } })
const honest = '{"access_token":"x","token_type":"bearer"}'
const badAnswers: Readonly<Record<string, readonly [() => Response, ErrorCode]>> = {
  HTML: [() => text('<h1>maintenance</h1>', 'text/html'), 'provider_answer_invalid'],
  'JSON that says it is HTML': [() => text(honest, 'text/html'), 'provider_answer_invalid'],
  'JSON without a type': [() => new Response(new TextEncoder().encode(honest)), 'provider_answer_invalid'],
  'an empty body': [() => json(''), 'provider_answer_invalid'],
  204: [() => new Response(null, { status: 204 }), 'provider_answer_invalid'],
  201: [() => json(honest, 201), 'provider_answer_invalid'],
  'a redirect': [
    () => new Response(null, { status: 302, headers: { location: 'https://evil.example' } }),
    'provider_answer_invalid',
  ],
  'a redirect that keeps the POST': [() => new Response(null, { status: 307 }), 'provider_answer_invalid'],
  500: [() => new Response('oops', { status: 500 }), 'provider_unavailable'],
  429: [() => new Response('', { status: 429 }), 'provider_unavailable'],
  invalid_grant: [() => json({ error: 'invalid_grant' }, 400), 'provider_refused'],
  invalid_client: [
    () => json({ error: 'invalid_client' }, 401, { 'www-authenticate': 'Basic' }),
    'provider_credentials_refused',
  ],
  '401 without a word': [() => new Response(null, { status: 401 }), 'provider_credentials_refused'],
  redirect_uri_mismatch: [
    () => json({ error: 'redirect_uri_mismatch' }, 400),
    'provider_redirect_uri_mismatch',
  ],
  temporarily_unavailable: [() => json({ error: 'temporarily_unavailable' }, 400), 'provider_unavailable'],
  'an error that is no text': [() => json({ error: { a: 1 } }, 400), 'provider_answer_invalid'],
  'an array': [() => json('[]'), 'provider_answer_invalid'],
  null: [() => json('null'), 'provider_answer_invalid'],
  'broken JSON': [() => json('{"access_token":"secret-of-the-test"'), 'provider_answer_invalid'],
  'a repeated member': [() => json(honest.replace('{', '{"access_token":"y",')), 'provider_answer_invalid'],
  'a repeated member in disguise': [
    () => json(honest.replace('{', '{"access\\u005ftoken":"y",')),
    'provider_answer_invalid',
  ],
  'too many levels': [
    () => json(`{"a":${'['.repeat(500)}${']'.repeat(500)},${honest.slice(1)}`),
    'provider_answer_invalid',
  ],
  __proto__: [() => json(`{"__proto__":${honest}}`), 'provider_answer_invalid'],
}
for (const [name, [answer, code]] of Object.entries(badAnswers)) {
  test(`C2 refused: ${name}`, async () => {
    const op = await withAnswer(answer)
    await refused(op.login(), code)
    assert.equal(op.count('/token'), 1)
  })
}

test('C2 a network that fails or hangs is an outage, and an answer that is too large is none', async () => {
  const url = new URL('https://op.example/token')
  const faults = [new TypeError('fetch failed'), new OutboundError('timeout', url)]
  for (const fault of faults) {
    await refused((await withAnswer(() => Promise.reject(fault))).login(), 'provider_unavailable')
  }
  // A retry would get an equally large answer, so this is not an outage.
  const large = new OutboundError('too-large', url)
  await refused((await withAnswer(() => Promise.reject(large))).login(), 'provider_answer_invalid')
})

test('J4 Retry-After is read as seconds and as a date, within reason', async () => {
  for (const [value, seconds] of [
    ['120', 120],
    [new Date(startedAt + 60_000).toUTCString(), 60],
    ['99999999', 86_400],
    ['-5', undefined],
    ['x', undefined],
  ] as const) {
    const op = await withAnswer(() => new Response('', { status: 503, headers: { 'retry-after': value } }))
    const error = await refused(op.login(), 'provider_unavailable')
    const found = error.retryAfterSeconds
    // An HTTP date has no milliseconds.
    assert.ok(found === seconds || Math.abs(Number(found) - Number(seconds)) <= 1, `${value}: ${found}`)
  }
})

test('the provider’s dialect is translated before it is judged', async () => {
  const op = await withAnswer(() => text('access_token=a&scope=b,c', 'application/x-www-form-urlencoded'))
  const normalizeTokenResponse = async (response: Response): Promise<Response> => {
    const form = Object.fromEntries(new URLSearchParams(await response.text()))
    return json({ ...form, token_type: 'bearer' })
  }
  const client = op.client({ ...plain, deviations: { normalizeTokenResponse, scopeSeparator: ',' } })
  const tokens = await client.exchangeCode(callback(), expected)
  assert.deepEqual(tokens.scopes, ['b', 'c'])
  const outage = op.client({ ...plain, deviations: { normalizeTokenResponse: async () => json({}, 503) } })
  await refused(outage.exchangeCode(callback(), expected), 'provider_unavailable')
})

test('L1 what a deviation quotes of an answer that it cannot read goes nowhere', async () => {
  const op = await withAnswer(() => json('{"access-token-of-the-test'))
  const normalizeTokenResponse = async (response: Response): Promise<Response> => json(await response.json())
  await refused(op.login(op.client({ deviations: { normalizeTokenResponse } })), 'provider_answer_invalid')
})

test('plain OAuth takes no ID token for granted', async () => {
  const op = await withBody((body) => Object.assign(body, { id_token: 'a.b.c' }))
  const tokens = await op.client(plain).exchangeCode(callback(), expected)
  assert.deepEqual([tokens.idToken, tokens.idTokenClaims], [null, null])
})

test('A2, C5 the token request has code, redirect_uri and verifier, and the provider’s own parameters', async () => {
  const op = await evilProvider()
  await op.login(op.client({ tokenParams: { resource: 'api', code: 'x' } }))
  const { url, method, headers, form } = op.last('/token')
  assert.equal(url.href, 'https://op.example/token')
  assert.equal(method, 'POST')
  assert.match(headers.get('content-type') ?? '', /^application\/x-www-form-urlencoded/)
  assert.deepEqual(Object.fromEntries(form), {
    grant_type: 'authorization_code',
    code: 'code-of-the-test',
    redirect_uri: expected.redirectUri,
    code_verifier: expected.codeVerifier,
    resource: 'api',
  })
})

test('NH10 an answer as a form is read where the server says so, and a repeated name is refused', async () => {
  const form = 'application/x-www-form-urlencoded'
  const honestForm = 'access_token=a%2Fb&token_type=bearer&scope=b%2Cc&expires_in=60'
  const op = await withAnswer(() => text(honestForm, `${form};charset=utf-8`))
  const client = op.client({ ...plain, deviations: { scopeSeparator: ',' } })
  const tokens = await client.exchangeCode(callback(), expected)
  assert.deepEqual([tokens.accessToken, tokens.scopes], ['a/b', ['b', 'c']])
  assert.equal(tokens.expiresAt, startedAt + 60_000)
  const login = async (body: string, type: string, status = 200) =>
    (await withAnswer(() => text(body, type, status))).client(plain).exchangeCode(callback(), expected)
  await refused(login(`${honestForm}&access_token=c`, form), 'provider_answer_invalid')
  await refused(login(honestForm, 'text/html'), 'provider_answer_invalid')
  const refusal = await refused(
    login('error=invalid_grant&error_description=used', form, 400),
    'provider_refused',
  )
  assert.equal(refusal.detail, 'The token endpoint answered 400 invalid_grant: “used”')
})

test('NW1 the token endpoint’s words are the detail, without what was sent; 401 is about the client', async () => {
  const answering = async (body: unknown, status: number) =>
    (await withAnswer(() => json(body, status))).login()
  const error = await refused(
    answering({ error: 'INVALID_GRANT', error_description: 'code-of-the-test of our-secret was used' }, 400),
    'provider_refused',
  )
  assert.equal(error.detail, 'The token endpoint answered 400 invalid_grant: “[hidden] of [hidden] was used”')
  await refused(answering({ error: 'unauthorized_client' }, 401), 'provider_credentials_refused')
  await refused(answering({ error: 'unauthorized_client' }, 400), 'provider_refused')
  const odd = await refused(answering({ error: { message: 'Bad code.' } }, 400), 'provider_answer_invalid')
  assert.equal(odd.detail, 'The token endpoint answered 400: “Bad code.”')
})

test('NF13 the provider’s own reading of the answer has every digit', async () => {
  const op = await withAnswer(() => json('{"access_token":"a","token_type":"bearer","uid":9007199254740993}'))
  const numeric = await withAnswer(() => json('{"access_token":90071992547409931234,"token_type":"bearer"}'))
  await op.client(plain).exchangeCode(callback(), expected)
  await refused(numeric.client(plain).exchangeCode(callback(), expected), 'provider_answer_invalid')
})
