import assert from 'node:assert/strict'
import { createHash, type JsonWebKey } from 'node:crypto'
import { test } from 'node:test'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { LatchkeyError } from '../../../../src/errors.ts'
import { type ExpectedDpopProof, verifyDpopProof } from '../../../../src/oauth/resource/dpop-proof.ts'
import { encode, makeKey, signCompact } from '../../../support/compact-jwt.ts'

const now = Date.UTC(2026, 0, 1)
const seconds = now / 1000
const url = 'https://api.example.com/notes/7'
const es256 = makeKey('ES256')
const rs256 = makeKey('RS256')

const publicPart = ({ publicJwk: { kid: _, alg: __, use: ___, ...jwk } }: typeof es256): JsonWebKey => jwk
const thumbprintOf = (key: typeof es256) => calculateJwkThumbprint(publicPart(key) as never)
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')

interface Change {
  readonly key?: typeof es256
  readonly alg?: string
  readonly header?: Readonly<Record<string, unknown>>
  readonly claims?: Readonly<Record<string, unknown>>
}

let count = 0

function proofOf({ key = es256, alg = key.alg, header = {}, claims = {} }: Change = {}): string {
  return signCompact({
    header: { typ: 'dpop+jwt', alg, jwk: publicPart(key), ...header },
    payload: { jti: `proof-${++count}`, htm: 'GET', htu: url, iat: seconds, ...claims },
    key: key.privateKey,
    alg: key.alg,
  })
}

function once(): ExpectedDpopProof['useOnce'] {
  const used = new Set<string>()
  return (mark) => !used.has(mark) && used.add(mark) !== undefined
}

const expected = (changes: Partial<ExpectedDpopProof> = {}): ExpectedDpopProof => ({
  method: 'GET',
  url,
  now,
  accessToken: null,
  thumbprint: null,
  useOnce: once(),
  isNonceKnown: null,
  ...changes,
})

async function refused(
  proof: string | null,
  about: RegExp,
  changes: Partial<ExpectedDpopProof> = {},
): Promise<void> {
  await assert.rejects(verifyDpopProof(proof, expected(changes)), (error) => {
    assert.ok(error instanceof LatchkeyError)
    assert.equal(error.code, 'dpop_proof_invalid')
    assert.match(String(error.detail), about)
    return true
  })
}

test('a proof names its key, with each accepted algorithm', async () => {
  for (const alg of ['ES256', 'ES384', 'Ed25519', 'EdDSA', 'PS256', 'RS256']) {
    const key = makeKey(alg)
    const { thumbprint } = await verifyDpopProof(proofOf({ key }), expected())
    assert.equal(thumbprint, await thumbprintOf(key), alg)
  }
})

test('a proof that another library made is accepted', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(publicKey)
  const proof = await new SignJWT({ htm: 'GET', htu: url, jti: 'from jose' })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: jwk as never })
    .setIssuedAt(seconds)
    .sign(privateKey)
  assert.equal((await verifyDpopProof(proof, expected())).thumbprint, await calculateJwkThumbprint(jwk))
})

test('no proof, two proofs, and what is no JWT are refused', async () => {
  const proof = proofOf()
  await refused(null, /no DPoP header/)
  await refused('', /compact form/)
  await refused(`${proof}, ${proofOf()}`, /compact form/)
  await refused('a.b.c', /./)
  await refused(`${proof}.x`, /compact form/)
  await refused('a'.repeat(9000), /too long/)
})

test('a JWT of another type, or of none, is refused: the key signs more than proofs', async () => {
  for (const typ of [undefined, 'JWT', 'at+jwt', 'dpop', 'application/dpop+jwt', 7]) {
    await refused(proofOf({ header: { typ } }), /typ/)
  }
  await verifyDpopProof(proofOf({ header: { typ: 'DPoP+JWT' } }), expected())
})

test('an unsigned proof, one by a shared secret and an algorithm outside of the list are refused', async () => {
  const { privateKey } = es256
  const claims = { jti: 'x', htm: 'GET', htu: url, iat: seconds }
  const header = { typ: 'dpop+jwt', jwk: publicPart(es256) }
  for (const alg of ['none', 'None', 'HS256', undefined, ['ES256']]) {
    const proof = signCompact({ header: { ...header, alg }, payload: claims, key: privateKey, alg: 'ES256' })
    await refused(proof, /algorithm/)
  }
  const unsigned = `${encode(JSON.stringify({ ...header, alg: 'none' }))}.${encode(JSON.stringify(claims))}.`
  await refused(unsigned, /compact form/)
  await refused(proofOf({ key: rs256 }), /algorithm/, { algorithms: ['ES256'] })
  await verifyDpopProof(proofOf(), expected({ algorithms: ['ES256'] }))
})

test('a changed proof, and one that another key signed, are refused', async () => {
  const [header = '', , signature = ''] = proofOf().split('.')
  const other = encode(JSON.stringify({ jti: 'x', htm: 'GET', htu: url, iat: seconds }))
  await refused(`${header}.${other}.${signature}`, /signature/)
  await refused(proofOf({ header: { jwk: publicPart(makeKey('ES256')) } }), /signature/)
  await refused(proofOf({ key: es256, header: { jwk: publicPart(rs256) } }), /./)
  await refused(proofOf({ key: es256, alg: 'RS256', header: { jwk: publicPart(rs256) } }), /signature/)
})

test('a key with a private part, a shared secret, a key that is too large, and what is no key are refused', async () => {
  const whole = es256.privateKey.export({ format: 'jwk' })
  await refused(proofOf({ header: { jwk: whole } }), /private part/)
  await refused(proofOf({ header: { jwk: { ...publicPart(es256), d: '' } } }), /private part/)
  await refused(proofOf({ header: { jwk: { kty: 'oct', k: 'c2VjcmV0' } } }), /private part/)
  await refused(proofOf({ header: { jwk: { kty: 'oct' } } }), /asymmetric/)
  for (const kty of ['__proto__', 'constructor', 7, null]) {
    await refused(proofOf({ header: { jwk: { ...publicPart(es256), kty } } }), /./)
  }
  for (const jwk of [undefined, null, 'key', [], {}, { kty: 'EC' }, { ...publicPart(es256), x: 7 }]) {
    await refused(proofOf({ header: { jwk } }), /its jwk/)
  }
  await refused(
    proofOf({ key: rs256, header: { jwk: { ...publicPart(rs256), n: 'A'.repeat(700) } } }),
    /too long/,
  )
  await refused(
    proofOf({ key: rs256, header: { jwk: { ...publicPart(rs256), e: 'A'.repeat(9) } } }),
    /too long/,
  )
  await refused(proofOf({ key: makeKey('RS256', { modulusLength: 1024 }) }), /signature/)
})

test('the name of a key does not depend on what stands beside it', async () => {
  const jwk = { use: 'sig', alg: 'ES256', kid: 'mine', extra: true, ...publicPart(es256) }
  const { thumbprint } = await verifyDpopProof(proofOf({ header: { jwk } }), expected())
  assert.equal(thumbprint, await thumbprintOf(es256))
})

test('a proof for another method or another address is refused', async () => {
  for (const htm of ['POST', 'get', 'GET ', undefined, ['GET']])
    await refused(proofOf({ claims: { htm } }), /htm/)
  for (const htu of [
    'https://api.example.com/notes/8',
    'https://api.example.com/notes/7/',
    'https://api.example.com/Notes/7',
    'http://api.example.com/notes/7',
    'https://api.example.com:8443/notes/7',
    'https://api.example.com@evil.example/notes/7',
    'https://x@api.example.com/notes/7',
    'https://api.example.com/notes%2F7',
    '/notes/7',
    '',
    undefined,
    [url],
  ]) {
    await refused(proofOf({ claims: { htu } }), /htu/)
  }
})

test('query, fragment and the spelling of an address do not matter', async () => {
  for (const htu of [
    `${url}?page=2`,
    `${url}#top`,
    'HTTPS://API.EXAMPLE.COM/notes/7',
    'https://api.example.com:443/notes/7',
    'https://api.example.com/%6eotes/%37',
    'https://api.example.com/x/../notes/7',
  ]) {
    await verifyDpopProof(proofOf({ claims: { htu } }), expected())
  }
  await verifyDpopProof(proofOf(), expected({ url: `${url}?page=2` }))
  await verifyDpopProof(
    proofOf({ claims: { htu: 'https://api.example.com/a%c3%a4' } }),
    expected({ url: 'https://api.example.com/a%C3%A4' }),
  )
})

test('a proof that was made too long ago, or for later, is refused', async () => {
  const within = { lifetimeSeconds: 30, clockToleranceSeconds: 5 }
  for (const iat of [seconds - 35, seconds, seconds + 5]) {
    await verifyDpopProof(proofOf({ claims: { iat } }), expected(within))
  }
  await refused(proofOf({ claims: { iat: seconds - 36 } }), /iat is too long ago/, within)
  await refused(proofOf({ claims: { iat: seconds + 6 } }), /iat is in the future/, within)
  for (const iat of [undefined, null, String(seconds), [seconds]]) {
    await refused(proofOf({ claims: { iat } }), /iat is no time/)
  }
})

test('a proof is accepted once, and its mark outlives it', async () => {
  const marks: [string, number][] = []
  const proof = proofOf({ claims: { jti: 'one' } })
  const remember = once()
  const useOnce: ExpectedDpopProof['useOnce'] = (mark, expiresAt) => {
    marks.push([mark, expiresAt])
    return remember(mark, expiresAt)
  }
  await verifyDpopProof(proof, expected({ useOnce }))
  await refused(proof, /shown before/, { useOnce })
  // The mark depends on the jti, so a second proof with the same jti counts as the same proof.
  await refused(proofOf({ claims: { jti: 'one', iat: seconds - 1 } }), /shown before/, { useOnce })
  // The same jti from another client's key is another proof.
  await verifyDpopProof(proofOf({ key: makeKey('ES256'), claims: { jti: 'one' } }), expected({ useOnce }))
  assert.match(marks[0]?.[0] ?? '', /^dpop:[A-Za-z0-9_-]{43}$/)
  assert.ok((marks[0]?.[1] ?? 0) > now + 120_000)
})

test('a jti that is missing, empty, no text or huge is refused', async () => {
  for (const jti of [undefined, '', 7, null, 'x'.repeat(513)])
    await refused(proofOf({ claims: { jti } }), /jti/)
})

test('a proof that is refused uses up no mark', async () => {
  let asked = 0
  const useOnce = () => {
    asked++
    return true
  }
  await refused(proofOf({ claims: { htm: 'POST' } }), /htm/, { useOnce })
  await refused(proofOf(), /ath/, { useOnce, accessToken: 'token' })
  await refused(proofOf(), /key/, { useOnce, thumbprint: 'another' })
  assert.equal(asked, 0)
})

test('at a resource the proof names the token, and is made with the key that the token is bound to', async () => {
  const thumbprint = await thumbprintOf(es256)
  const claims = { ath: hashOf('the token') }
  const resource = { accessToken: 'the token', thumbprint }
  await verifyDpopProof(proofOf({ claims }), expected(resource))
  await refused(proofOf(), /ath/, resource)
  await refused(proofOf({ claims: { ath: hashOf('another token') } }), /ath/, resource)
  await refused(proofOf({ key: makeKey('ES256'), claims }), /another key/, resource)
})

test('a server that gives nonces refuses a proof without one, with an old one and with a made-up one', async () => {
  const isNonceKnown = (nonce: string) => nonce === 'current'
  await verifyDpopProof(proofOf({ claims: { nonce: 'current' } }), expected({ isNonceKnown }))
  for (const nonce of [undefined, 'old', 7, '']) {
    await assert.rejects(verifyDpopProof(proofOf({ claims: { nonce } }), expected({ isNonceKnown })), {
      code: 'dpop_nonce_required',
    })
  }
})

test('what is refused is described without the proof', async () => {
  const proof = proofOf({ claims: { htu: 'https://api.example.com/notes/8?token=s3cret' } })
  await assert.rejects(verifyDpopProof(proof, expected()), (error: LatchkeyError) => {
    assert.doesNotMatch(`${error.message} ${error.detail}`, /s3cret/)
    assert.ok(!error.message.includes(proof.slice(40, 80)))
    return true
  })
})
