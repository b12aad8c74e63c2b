import assert from 'node:assert/strict'
import { test } from 'node:test'
import { distinctKeys, withoutCopies } from '../../../../src/oauth/server/distinct-keys.ts'
import { evilProvider, signingKey } from '../evil-provider.ts'

const rsa = { kty: 'RSA', n: 'modulus', e: 'AQAB', kid: 'a', alg: 'RS256', use: 'sig' }

test('NH6 the very same key listed twice is one key, and what is no key is left out', () => {
  assert.deepEqual(distinctKeys([rsa, { ...rsa }, null, 7, [], { ...rsa, x5c: ['certificate'] }]), [rsa])
  assert.deepEqual(distinctKeys([{ ...rsa, use: null }]), [
    { kty: 'RSA', n: 'modulus', e: 'AQAB', kid: 'a', alg: 'RS256' },
  ])
})

test('NH6 of two copies the one that says more stays, unless it is for something else', () => {
  const { alg: _, ...vague } = rsa
  assert.deepEqual(distinctKeys([vague, rsa]), [rsa])
  assert.deepEqual(distinctKeys([rsa, vague]), [rsa])
  const { use: __, ...useless } = rsa
  assert.equal(distinctKeys([useless, { ...rsa, use: 'enc' }]).length, 2)
  assert.equal(distinctKeys([rsa, { ...rsa, alg: 'RS512' }]).length, 2)
})

test('twin: another key, or another name, is another key; without a name in the token it is not', () => {
  const other = { ...rsa, n: 'another' }
  const renamed = { ...rsa, kid: 'b' }
  assert.equal(distinctKeys([rsa, other]).length, 2)
  assert.equal(distinctKeys([rsa, renamed]).length, 2)
  assert.deepEqual(withoutCopies([rsa, renamed]), [rsa])
})

test('NH6 a login works with the key listed twice, with and without a kid in the token', async () => {
  for (const withKid of [true, false]) {
    const op = await evilProvider()
    op.jwks = { keys: [op.key.jwk, { ...op.key.jwk }, null] }
    op.idToken = ({ header }) => {
      if (!withKid) delete header.kid
    }
    await op.login()
  }
})

test('NH5 HS256 with the client secret is verified where it is named, and else refused with both algorithms', async () => {
  const { createHmac } = await import('node:crypto')
  const bySecret = (secret: string) => (jwt: string) => {
    const data = jwt.slice(0, jwt.lastIndexOf('.'))
    return `${data}.${createHmac('sha256', secret).update(data).digest('base64url')}`
  }
  const op = await evilProvider()
  // The provider publishes no keys.
  delete op.metadata.jwks_uri
  const sign = (secret: string) => {
    op.idToken = (draft) => {
      draft.header = { alg: 'HS256' }
      draft.finish = bySecret(secret)
    }
  }
  sign('our-secret')
  const named = op.client({ idTokenSigningAlg: 'HS256' })
  assert.equal((await op.login(named)).idTokenClaims?.sub, 'alex')
  sign('another-secret')
  await assert.rejects(op.login(named), { code: 'provider_id_token_invalid' })
  // No other algorithm is accepted in addition.
  op.idToken = () => {}
  await assert.rejects(op.login(named), { code: 'provider_id_token_invalid' })
  op.metadata.jwks_uri = 'https://op.example/jwks'
  sign('our-secret')
  await assert.rejects(op.login(), (error: Error & { detail?: string }) =>
    /Expected "ES256", found "HS256".*idTokenSigningAlg/.test(error.detail ?? ''),
  )
  assert.throws(() => op.client({ idTokenSigningAlg: 'HS256' }, { clientSecret: null }), {
    code: 'config_provider_credentials_missing',
  })
  const published = await signingKey('RS256')
  op.key = published
  op.metadata.id_token_signing_alg_values_supported = ['RS256', 'HS256']
  await assert.rejects(op.login(), { code: 'provider_id_token_invalid' })
})
