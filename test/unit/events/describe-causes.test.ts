// What a log line and the developer's page may show of an error's causes (case L1).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LatchkeyError } from '../../../src/errors.ts'
import { describeCauses } from '../../../src/events/describe-causes.ts'

test('one line for each cause, with its name and code, at most five', () => {
  const network = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), { code: 'ECONNREFUSED' })
  const error = new TypeError('fetch failed', { cause: network })
  assert.deepEqual(describeCauses(error), [
    'TypeError: fetch failed',
    'Error (ECONNREFUSED): connect ECONNREFUSED 127.0.0.1:9',
  ])
  let deep: unknown
  for (let depth = 0; depth < 9; depth++) deep = new Error(`depth ${depth}`, { cause: deep })
  assert.equal(describeCauses(deep).length, 5)
})

test('nothing, text and objects are no causes; a circle ends', () => {
  for (const cause of [undefined, null, 'text', { message: 'x' }, 42])
    assert.deepEqual(describeCauses(cause), [])
  const circle = new Error('round')
  circle.cause = circle
  assert.equal(describeCauses(circle).length, 5)
})

const secrets = {
  'an access token': 'ya29.a0AfH6SMBx-3kz_Q7example0123456789',
  'a JWT': 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg',
  'a code': '4/0AX4XfWh-abcdefghijklmnopqrstuvwxyz0123',
  'a secret in Basic': 'Y2xpZW50OnNlY3JldC1vZi10aGUtY2xpZW50MTIz',
}

for (const [what, secret] of Object.entries(secrets)) {
  test(`${what} that a foreign message quotes is hidden`, () => {
    for (const text of [secret, `"${secret}"`, `token=${secret}&x=1`, `refused (${secret})`]) {
      const [line = ''] = describeCauses(new Error(`The server says: ${text}`))
      assert.ok(!line.includes(secret), line)
      assert.match(line, /^Error: The server says/)
    }
  })
}

test('an address keeps its host and path, and loses its query', () => {
  const url = 'https://id.example/token?code=abcdefghijklmnopqrstuvwxyz0123456789&state=s'
  const [line = ''] = describeCauses(new Error(`POST ${url} answered 400`))
  assert.match(line, /https:\/\/id\.example/)
  assert.ok(!line.includes('code=') && !line.includes('abcdefghijklmnopqrstuvwxyz0123456789'), line)
})

test('a plain sentence stays as it is', () => {
  const sentence = 'The ID token’s issuer is not the one that was configured.'
  assert.deepEqual(describeCauses(new LatchkeyError('unexpected', { detail: sentence })).length, 1)
  assert.deepEqual(describeCauses(new RangeError(sentence)), [`RangeError: ${sentence}`])
})
