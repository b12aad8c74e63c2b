import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foreignText, foundValue } from '../../../src/web/foreign-text.ts'
import { hideSecrets } from '../../../src/web/hide-secrets.ts'

const readable = [
  'OperationProcessingError',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'AADSTS50105: Your administrator has configured the application to block users.',
  'AADSTS7000215: Invalid client secret provided.',
  'JWTClaimValidationFailed, token_endpoint_auth_methods_supported',
  'id_token_signing_alg_values_supported has HS256, RS256 and ES256',
  'https://id.example/realms/customers/.well-known/openid-configuration answered 404.',
  'expected "https://login.microsoftonline.com/common/v2.0"',
  'The parameter authorization_response_iss_parameter_supported',
  'exp is 1767225600, it was 1767229300',
  'getaddrinfo ENOTFOUND accounts.my-identity-provider.internal',
]
for (const text of readable) {
  test(`NW5 stays readable: ${text}`, () => assert.equal(hideSecrets(text), text))
}

const secrets: Readonly<Record<string, string>> = {
  'a JWT': 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg',
  'an access token': 'ya29.a0AfH6SMBx-3kz_Q7example0123456789',
  'a code': '4/0AX4XfWh-abcdefghijklmnopqrstuvwxyz0123',
  'hexadecimal digits': '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b',
  base64url: 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg',
  'a short code': 'Zx8Qf2Lm0PqRt5Vw',
  'a UUID': '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  'a long run of letters': 'abcdefghijklmnopqrstuvwxyzabcdef',
  'letters of both cases': 'aQbZcXdWeVfUgThSiRjQ',
}
for (const [name, secret] of Object.entries(secrets)) {
  test(`NW5 ${name} is hidden`, () => {
    for (const text of [secret, `bad "${secret}"`, `(${secret})`, `https://id.example/t/${secret}?x=1`]) {
      assert.ok(!hideSecrets(text).includes(secret), hideSecrets(text))
    }
  })
}

test('NW5 a short secret is hidden by its value and by the name in front of it', () => {
  assert.equal(hideSecrets('wrong secret hunter2!', ['hunter2']), 'wrong secret [hidden]!')
  assert.equal(hideSecrets('client_secret=hunter2&x=1'), 'client_secret=[hidden]&x=1')
  assert.equal(hideSecrets('{"access_token":"short"}'), '{"access_token":"[hidden]"}')
  assert.equal(hideSecrets('Basic Y2xpZW50OnNlY3JldA=='), 'Basic [hidden]')
  // A secret this short cannot be distinguished from ordinary text.
  assert.equal(hideSecrets('it was a bad day', ['a']), 'it was a bad day')
})

test('foreign text is one bounded line, and a secret at the cut leaves nothing behind', () => {
  assert.equal(foreignText('a\r\nSet-Cookie: x\u202emirror\0'), 'a Set-Cookie: x mirror')
  assert.equal(foreignText('x '.repeat(900), 10).length, 11)
  const cut = foreignText(`${'word '.repeat(58)}${secrets.base64url}`, 300)
  assert.doesNotMatch(cut, /n4bQ/)
  assert.equal(foundValue(undefined), 'nothing')
  assert.equal(foundValue(['a', 7]), '["a",7]')
  assert.equal(foundValue('https://x.example'), '"https://x.example"')
})
