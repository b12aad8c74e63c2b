import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose'
import { createPortablePlatform, platform } from '../../../../src/crypto/platform.ts'
import { readCompactJwt } from '../../../../src/oauth/login/compact-jwt.ts'
import { verifySignature } from '../../../../src/oauth/login/verify-signature.ts'
import { describe } from '../evil-provider.ts'

const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512']
const ways = { 'at once on Node': platform, 'portably by jose': createPortablePlatform() }

for (const [way, crypto] of Object.entries(ways)) {
  for (const alg of [...algorithms, 'EdDSA', 'Ed25519']) {
    test(`${way}: a signature by ${alg} is accepted, and one changed bit of it or of what it signs is not`, async () => {
      const { jwt, jwk } = await signed(alg)
      await verify(crypto, jwt, [jwk])
      const [header = '', payload = '', signature = ''] = jwt.split('.')
      await refused(verify(crypto, `${header}.${payload}.${flipped(signature)}`, [jwk]))
      const other = Buffer.from('{"sub":"mallory"}').toString('base64url')
      await refused(verify(crypto, `${header}.${other}.${signature}`, [jwk]))
      await refused(verify(crypto, `${header}.${payload}.AAAA`, [jwk]))
      await refused(verify(crypto, jwt, [(await signed(alg)).jwk]))
    })
  }

  for (const [claimed, actual] of [
    ['PS256', 'RS256'],
    ['RS256', 'PS256'],
    ['RS512', 'RS256'],
  ] as const) {
    test(`${way}: a header that says ${claimed} over a signature by ${actual} is refused`, async () => {
      const { jwt, jwk } = await signed(actual)
      const [, payload, signature] = jwt.split('.')
      const { alg: _, ...anyAlgorithm } = jwk
      await verify(crypto, jwt, [anyAlgorithm])
      const header = Buffer.from(JSON.stringify({ alg: claimed, kid: 'one' })).toString('base64url')
      await refused(verify(crypto, `${header}.${payload}.${signature}`, [anyAlgorithm]))
    })
  }

  test(`${way}: an RSA key of less than 2,048 bits is refused, whatever it signs`, async () => {
    const { createSign, generateKeyPairSync } = await import('node:crypto')
    const sign = (modulusLength: number) => {
      const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength })
      const head = [{ alg: 'RS256', kid: 'one' }, { sub: 'anna' }].map(encoded).join('.')
      const signature = createSign('sha256').update(head).sign(privateKey, 'base64url')
      return {
        jwt: `${head}.${signature}`,
        jwk: { ...publicKey.export({ format: 'jwk' }), kid: 'one' } as JWK,
      }
    }
    const [strong, weak] = [sign(2048), sign(1024)]
    await verify(crypto, strong.jwt, [strong.jwk])
    await assert.rejects(verify(crypto, weak.jwt, [weak.jwk]))
  })
}

test('a key that is for encryption, for another algorithm or under another name verifies nothing', async () => {
  const { jwt, jwk } = await signed('RS256')
  for (const change of [{ use: 'enc' }, { alg: 'PS256' }, { kid: 'two' }, { key_ops: ['encrypt'] }]) {
    await assert.rejects(verify(platform, jwt, [{ ...jwk, ...change }]), { code: 'ERR_JWKS_NO_MATCHING_KEY' })
  }
  await verify(platform, jwt, [{ ...jwk, use: 'sig', key_ops: ['verify'] }])
})

test('without a name for the key, two that would do are one too many; one key listed twice is one key', async () => {
  const { jwt, jwk } = await signed('RS256', {})
  const { jwk: other } = await signed('RS256', {})
  await verify(platform, jwt, [jwk])
  await verify(platform, jwt, [jwk, { ...jwk, kid: 'again' }])
  await assert.rejects(verify(platform, jwt, [jwk, other]), { code: 'ERR_JWKS_MULTIPLE_MATCHING_KEYS' })
})

async function signed(alg: string, names: object = { kid: 'one' }): Promise<{ jwt: string; jwk: JWK }> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  const jwt = await new CompactSign(Buffer.from('{"sub":"anna"}'))
    .setProtectedHeader({ alg, ...names })
    .sign(privateKey)
  return { jwt, jwk: { ...(await exportJWK(publicKey)), alg, ...names } }
}

function verify(
  crypto: NonNullable<Parameters<typeof verifySignature>[2]>,
  text: string,
  keys: readonly JWK[],
): Promise<void> {
  const jwks = { keys: keys as never[] }
  const set = { current: async () => jwks, newerThan: async () => null }
  return Promise.resolve().then(() => {
    const header = JSON.parse(Buffer.from(text.split('.')[0] ?? '', 'base64url').toString())
    return verifySignature(
      { keys: set, provider: describe(), clientSecret: async () => null },
      { text, header },
      crypto,
    )
  })
}

function refused(verification: Promise<void>): Promise<void> {
  return assert.rejects(verification, { code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' })
}

/** Changes the first character, because the low bits of the last one may be padding. */
function flipped(signature: string): string {
  return (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1)
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

// Both ways of verification check the form first.
test('a signature has one spelling, and what is verified is what was read', async () => {
  const { jwt } = await signed('ES256')
  assert.equal(readCompactJwt(jwt, 'JWT').text, jwt)
  for (const sloppy of [`${jwt}=`, `${jwt} `, `${jwt}\n`]) assert.throws(() => readCompactJwt(sloppy, 'JWT'))
})
