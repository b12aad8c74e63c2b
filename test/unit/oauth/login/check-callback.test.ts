import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ErrorCode } from '../../../../src/errors.ts'
import { callback, evilProvider, expected, issuer, plain } from '../evil-provider.ts'
import { refused } from '../refused.ts'

/** Asserts that the callback is refused with this code before any request to the token endpoint. */
async function refusedAtOnce(
  parameters: URLSearchParams,
  code: ErrorCode,
  announcesIss = false,
): Promise<string> {
  const op = await evilProvider()
  op.metadata.authorization_response_iss_parameter_supported = announcesIss
  const error = await refused(op.client().exchangeCode(parameters, expected), code)
  assert.equal(op.count('/token'), 0)
  return error.detail ?? ''
}

async function accepted(parameters: URLSearchParams, announcesIss = false): Promise<void> {
  const op = await evilProvider()
  op.metadata.authorization_response_iss_parameter_supported = announcesIss
  const tokens = await op.client().exchangeCode(parameters, expected)
  assert.equal(tokens.idTokenClaims?.sub, 'alex')
}

const twice = (name: string, value: string): URLSearchParams => {
  const parameters = callback({ [name]: value })
  parameters.append(name, value)
  return parameters
}
const without = (name: string): URLSearchParams => {
  const parameters = callback()
  parameters.delete(name)
  return parameters
}

test('B3 twin: one state and one code', () => accepted(callback()))

const badStates = ['', 'another', 'x'.repeat(10_000), `${expected.state}\0`, `${expected.state} `, '\ufffd']
for (const [index, state] of badStates.entries()) {
  test(`B3 a wrong state (${index}) is refused`, async () => {
    await refusedAtOnce(callback({ state }), 'attempt_missing')
  })
}
test('B3 a missing state is refused', async () => {
  await refusedAtOnce(without('state'), 'attempt_missing')
  await refusedAtOnce(new URLSearchParams({ 'state[]': expected.state, code: 'x' }), 'attempt_missing')
})
for (const name of ['state', 'code', 'iss', 'error']) {
  test(`B3 a repeated ${name} is refused`, async () => {
    const value = { state: expected.state, code: 'code', iss: issuer, error: 'access_denied' }[name] ?? ''
    await refusedAtOnce(twice(name, value), 'request_malformed')
  })
}
for (const [name, parameters] of [
  ['missing', without('code')],
  ['empty', callback({ code: '' })],
  ['too long', callback({ code: 'x'.repeat(8193) })],
  ['not printable', callback({ code: 'a\r\nb' })],
] as const) {
  test(`B3 a code that is ${name} is refused`, async () => {
    await refusedAtOnce(parameters, 'request_malformed')
  })
}

test('B8 iss absent is accepted where it is not announced, and refused where it is', async () => {
  await accepted(callback())
  await refusedAtOnce(callback(), 'provider_issuer_mismatch', true)
})
test('B8 the right iss is accepted, announced or not', async () => {
  await accepted(callback({ iss: issuer }))
  await accepted(callback({ iss: issuer }), true)
})
for (const iss of [
  '',
  `${issuer}/`,
  'https://OP.example',
  `${issuer}:443`,
  `${issuer}/a`,
  'https://ор.example',
  'x',
]) {
  test(`B8 iss ${JSON.stringify(iss)} is refused before any token request`, async () => {
    await refusedAtOnce(callback({ iss }), 'provider_issuer_mismatch', true)
    await refusedAtOnce(callback({ iss }), 'provider_issuer_mismatch', false)
  })
}
test('B8 iss is compared on error answers too', async () => {
  const error = { error: 'access_denied', state: expected.state }
  await refusedAtOnce(
    new URLSearchParams({ ...error, iss: 'https://evil.example' }),
    'provider_issuer_mismatch',
  )
  await refusedAtOnce(new URLSearchParams(error), 'provider_issuer_mismatch', true)
  await refusedAtOnce(new URLSearchParams({ ...error, iss: issuer }), 'provider_denied', true)
})
test('B8 plain OAuth with fixed endpoints logs in with and without its iss, and not with another', async () => {
  const op = await evilProvider()
  const client = op.client(plain)
  assert.equal((await client.exchangeCode(callback(), expected)).idToken, null)
  await client.exchangeCode(callback({ iss: issuer }), expected)
  assert.equal(op.count('/token'), 2)
  await refused(
    client.exchangeCode(callback({ iss: 'https://evil.example' }), expected),
    'provider_issuer_mismatch',
  )
  assert.equal(op.count('/token'), 2)
})

for (const [error, code] of [
  ['access_denied', 'provider_denied'],
  ['login_required', 'provider_interaction_required'],
  ['interaction_required', 'provider_interaction_required'],
  ['consent_required', 'provider_interaction_required'],
  ['redirect_uri_mismatch', 'provider_redirect_uri_mismatch'],
  ['invalid_scope', 'provider_refused'],
] as const) {
  test(`B9 error=${error} is ${code}`, async () => {
    await refusedAtOnce(callback({ error }), code)
  })
}
test('NW1 the provider’s words are the detail, bounded and without secrets; also beside a code', async () => {
  const detail = await refusedAtOnce(
    callback({ error: 'INVALID_SCOPE', error_description: '<b>state-of-this-attempt is\r\nbad' }),
    'provider_refused',
  )
  assert.equal(detail, 'The callback answered invalid_scope: “<b>[hidden] is bad”')
  for (const [error, words] of [
    ['<script>', '<script>'],
    ['a\r\nb', 'a b'],
    ['x'.repeat(61), '[hidden]'],
    ['', 'an error without a code'],
  ] as const) {
    assert.equal(
      await refusedAtOnce(callback({ error }), 'provider_refused'),
      `The callback answered ${words}.`,
    )
  }
  const long = callback({ error: 'x', error_description: 'word '.repeat(1000) })
  assert.ok(String(await refusedAtOnce(long, 'provider_refused')).length < 360)
})
test('B9 an error with another state says nothing', async () => {
  await refusedAtOnce(callback({ error: 'access_denied', state: 'x' }), 'attempt_missing')
})

for (const name of ['response', 'id_token', 'access_token', 'token']) {
  test(`B10 an answer with ${name} was not asked for`, async () => {
    await refusedAtOnce(callback({ [name]: 'x' }), 'request_malformed')
  })
}

test('a provider’s own words for its callback are translated before they are judged', async () => {
  const op = await evilProvider()
  const normalizeCallback = (parameters: URLSearchParams): URLSearchParams => {
    const normalized = new URLSearchParams(parameters)
    normalized.set('code', parameters.get('ticket') ?? '')
    return normalized
  }
  await op.client({ deviations: { normalizeCallback } }).exchangeCode(callback({ ticket: 'T' }), expected)
  assert.equal(op.last('/token').form.get('code'), 'T')
})

test('B8 with one issuer for each tenant, callback and ID token must name the same one', async () => {
  const op = await evilProvider()
  const deviations = { issuerFor: (claims: { readonly tid?: unknown }) => `${issuer}/${claims.tid}` }
  const client = op.client({ deviations })
  op.idToken = ({ claims }) => Object.assign(claims, { tid: 'a', iss: `${issuer}/a` })
  await client.exchangeCode(callback(), expected)
  await client.exchangeCode(callback({ iss: `${issuer}/a` }), expected)
  await refused(client.exchangeCode(callback({ iss: `${issuer}/b` }), expected), 'provider_issuer_mismatch')
  const asked = op.count('/token')
  await refused(
    client.exchangeCode(callback({ iss: 'https://evil.example/a' }), expected),
    'provider_issuer_mismatch',
  )
  assert.equal(op.count('/token'), asked)
  op.idToken = ({ claims }) => Object.assign(claims, { tid: 'a', iss: `${issuer}/b` })
  await refused(client.exchangeCode(callback(), expected), 'provider_id_token_invalid')
})
