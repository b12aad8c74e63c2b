import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createPortablePlatform, platform } from '../../../src/crypto/platform.ts'
import { createSeal, type Seal } from '../../../src/crypto/seal.ts'
import { LatchkeyError } from '../../../src/errors.ts'

const secret = 'the first secret, which has 32 bytes or more'
const otherSecret = 'another secret, which has also 32 bytes or more'
const now = 1_800_000_000_000
const expiresAt = now + 60_000
const invalid = { state: 'invalid' }

const seals: readonly (readonly [string, Seal, Seal])[] = [
  ['node', createSeal([secret]), createSeal([otherSecret])],
  [
    'portable',
    createSeal([secret], createPortablePlatform()),
    createSeal([otherSecret], createPortablePlatform()),
  ],
]

test('on Node sealing and opening take no promise', () => {
  const seal = createSeal([secret], platform)
  const token = seal.seal('session', { a: 1 }, { expiresAt })
  assert.equal(typeof token, 'string')
  const opened = seal.open('session', String(token), { now })
  assert.deepEqual(opened, { state: 'valid', payload: { a: 1 }, expiresAt, isNewestKey: true })
})

for (const [name, seal, sealOfOther] of seals) {
  test(`${name}: any JSON value comes back from either platform`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.option(fc.string(), { nil: undefined }), async (value, context) => {
        const payload = JSON.parse(JSON.stringify(value))
        const token = await seal.seal('attempt', value, { expiresAt, context })
        for (const [, opener] of seals) {
          const opened = await opener.open('attempt', token, { now, context })
          assert.deepEqual(opened, { state: 'valid', payload, expiresAt, isNewestKey: true })
        }
      }),
      { numRuns: 40 },
    )
  })

  test(`${name}: a token is base64url, tells nothing and is never the same twice`, async () => {
    const token = await seal.seal('session', { email: 'ann@example.com' }, { expiresAt })
    assert.match(token, /^[\w-]+$/)
    assert.ok(!Buffer.from(token, 'base64url').includes('ann'))
    assert.notEqual(token, await seal.seal('session', { email: 'ann@example.com' }, { expiresAt }))
  })

  test(`${name}: G5 a token with any byte flipped or cut off is invalid`, async () => {
    const token = await seal.seal('session', { id: 'a' }, { expiresAt })
    assert.equal((await seal.open('session', token, { now })).state, 'valid')
    const bytes = Buffer.from(token, 'base64url')
    for (let at = 0; at < bytes.length; at++) {
      for (const bit of [1, 128]) {
        const flipped = Buffer.from(bytes)
        flipped.writeUInt8(flipped.readUInt8(at) ^ bit, at)
        assert.deepEqual(await seal.open('session', flipped.toString('base64url'), { now }), invalid)
      }
      const truncated = bytes.subarray(0, at).toString('base64url')
      assert.deepEqual(await seal.open('session', truncated, { now }), invalid)
    }
  })

  test(`${name}: G5 a token with any character changed is invalid`, async () => {
    const token = await seal.seal('session', 'x', { expiresAt })
    for (let at = 0; at < token.length; at++) {
      for (const character of ['A', 'B', '_', '=', ' ', 'é']) {
        const changed = token.slice(0, at) + character + token.slice(at + 1)
        if (changed !== token) assert.deepEqual(await seal.open('session', changed, { now }), invalid)
      }
    }
  })

  test(`${name}: chunks of two tokens do not make a third`, async () => {
    const one = Buffer.from(await seal.seal('session', { id: 'one' }, { expiresAt }), 'base64url')
    const two = Buffer.from(await seal.seal('session', { id: 'two' }, { expiresAt }), 'base64url')
    for (const at of [9, 17, 30, one.length - 16]) {
      const mixed = Buffer.concat([one.subarray(0, at), two.subarray(at)]).toString('base64url')
      assert.deepEqual(await seal.open('session', mixed, { now }), invalid)
    }
  })

  test(`${name}: B15 a token of another purpose, context or deployment is invalid`, async () => {
    const token = await seal.seal('attempt', 1, { expiresAt, context: 'google' })
    assert.equal((await seal.open('attempt', token, { now, context: 'google' })).state, 'valid')
    assert.deepEqual(await seal.open('session', token, { now, context: 'google' }), invalid)
    assert.deepEqual(await seal.open('attempt', token, { now, context: 'github' }), invalid)
    assert.deepEqual(await seal.open('attempt', token, { now }), invalid)
    assert.deepEqual(await sealOfOther.open('attempt', token, { now, context: 'google' }), invalid)
  })

  test(`${name}: purpose and context cannot run into each other`, async () => {
    const token = await seal.seal('attempt', 1, { expiresAt, context: '\0a' })
    assert.deepEqual(await seal.open('attempt', token, { now, context: 'a' }), invalid)
  })

  test(`${name}: a token ends when it expires, and not before`, async () => {
    const token = await seal.seal('attempt', { id: 7 }, { expiresAt })
    assert.equal((await seal.open('attempt', token, { now: expiresAt - 1 })).state, 'valid')
    const ended = { state: 'expired', payload: { id: 7 } }
    assert.deepEqual(await seal.open('attempt', token, { now: expiresAt }), ended)
  })

  test(`${name}: whatever text is given, open answers and does not throw`, async () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), fc.stringMatching(/^AQ[\w-]*$/))
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        assert.deepEqual(await seal.open('session', text, { now }), invalid)
      }),
    )
    assert.deepEqual(await seal.open('session', 'A'.repeat(10_000_000), { now }), invalid)
  })

  test(`${name}: what no token can hold is not sealed`, async () => {
    await assert.rejects(async () => seal.seal('session', 1, { expiresAt: Number.NaN }), RangeError)
    await assert.rejects(async () => seal.seal('session', 'x'.repeat(100_000), { expiresAt }), RangeError)
    const large = await seal.seal('id-token', 'x'.repeat(90_000), { expiresAt })
    assert.equal((await seal.open('id-token', large, { now })).state, 'valid')
  })

  test(`${name}: G6 an old secret opens, the newest seals, a removed one is dead`, async () => {
    const key = name === 'node' ? platform : createPortablePlatform()
    const rotated = createSeal([otherSecret, secret], key)
    const old = await seal.seal('session', 'a', { expiresAt })
    const opened = await rotated.open('session', old, { now })
    assert.deepEqual(opened, { state: 'valid', payload: 'a', expiresAt, isNewestKey: false })

    const renewed = await rotated.seal('session', 'a', { expiresAt })
    const reopened = await rotated.open('session', renewed, { now })
    assert.deepEqual(reopened, { state: 'valid', payload: 'a', expiresAt, isNewestKey: true })
    assert.deepEqual(await seal.open('session', renewed, { now }), invalid)
    assert.deepEqual(await sealOfOther.open('session', old, { now }), invalid)
  })
}

test('G7 a secret under 32 bytes is refused, one of 32 bytes is not', () => {
  const weak = (error: unknown) => error instanceof LatchkeyError && error.code === 'config_secret_weak'
  assert.throws(() => createSeal(['x'.repeat(31)]), weak)
  assert.throws(() => createSeal(['x'.repeat(32), 'short']), weak)
  assert.throws(() => createSeal(['']), weak)
  assert.throws(
    () => createSeal([]),
    (error: unknown) => error instanceof LatchkeyError && error.code === 'config_secret_missing',
  )
  assert.doesNotThrow(() => createSeal(['x'.repeat(32)]))
  assert.doesNotThrow(() => createSeal(['é'.repeat(16)]))
})
