// The form of a JWT, checked on its own: the protocol library checks it again later, which would hide a missing check here.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCompactJwt } from '../../../../src/oauth/login/compact-jwt.ts'

const encode = (bytes: string | Buffer): string => Buffer.from(bytes).toString('base64url')
const header = encode('{"alg":"RS256"}')
const signed = `${header}.${encode('{"sub":"1"}')}.c2lnbmVk`

test('three parts of base64url are read', () => {
  assert.deepEqual(readCompactJwt(signed, 'JWT'), {
    text: signed,
    header: { alg: 'RS256' },
    claims: { sub: '1' },
    exactClaims: { sub: '1' },
  })
})

const refused = {
  'D17 five parts, as an encrypted token has, though the first three are a signed one': `${signed}.eA.eA`,
  'D18 four parts': `${signed}.eA`,
  'D18 a signature that is missing': `${header}.${encode('{"sub":"1"}')}.`,
  'D18 invalid UTF-8 in the claims': `${header}.${encode(Buffer.from('{"sub":"\xff"}', 'latin1'))}.c2lnbmVk`,
}
for (const [name, jwt] of Object.entries(refused)) {
  test(`${name}: refused`, () => {
    assert.throws(
      () => readCompactJwt(jwt, 'JWT'),
      (error) => error instanceof TypeError || error instanceof SyntaxError,
    )
  })
}
