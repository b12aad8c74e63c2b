import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { createPortablePlatform, platform, randomText } from '../../../src/crypto/platform.ts'

const portable = createPortablePlatform()
const anyText = fc.string({ unit: 'binary' })
const bytes = fc.uint8Array({ maxLength: 200 })

test('on Node the platform answers at once', () => {
  assert.equal(typeof platform.sha256('a'), 'string')
})

test('both platforms hash the UTF-8 text alike, as node:crypto does', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const expected = createHash('sha256').update(text).digest('base64url')
      assert.equal(await platform.sha256(text), expected)
      assert.equal(await portable.sha256(text), expected)
    }),
  )
})

test('a lone surrogate hashes alike on both platforms', async () => {
  assert.equal(await platform.sha256('\ud800'), await portable.sha256('\ud800'))
})

for (const [name, each] of [
  ['node', platform],
  ['portable', portable],
] as const) {
  test(`${name}: base64url of any bytes comes back as those bytes`, () => {
    fc.assert(
      fc.property(bytes, (value) => {
        const text = each.encodeBase64url(value)
        assert.match(text, /^[\w-]*$/)
        assert.equal(text, Buffer.from(value).toString('base64url'))
        assert.deepEqual([...(each.decodeBase64url(text) ?? [])], [...value])
      }),
    )
  })

  test(`${name}: text that is not canonical base64url is no bytes`, () => {
    assert.notEqual(each.decodeBase64url('AAAA_w'), null)
    for (const text of ['AAAA/w', 'AAAA_w==', 'AAAA_x', 'AAA A_w', 'AAAA_w\n', 'A', '%', 'é', 'AAAA.AAAA']) {
      assert.equal(each.decodeBase64url(text), null, text)
    }
  })

  test(`${name}: equals is true for equal texts only`, () => {
    fc.assert(fc.property(anyText, anyText, (a, b) => each.equals(a, a) && each.equals(a, b) === (a === b)))
    assert.equal(each.equals('abc', 'abd'), false)
    assert.equal(each.equals('abc', 'abcd'), false)
  })

  test(`${name}: random bytes have the length asked for and differ`, () => {
    assert.equal(each.randomBytes(32).length, 32)
    assert.notDeepEqual(each.randomBytes(32), each.randomBytes(32))
  })
}

test('random text is the base64url of the bytes that the given source yields', () => {
  assert.equal(randomText(16).length, 22)
  assert.notEqual(randomText(16), randomText(16))
  assert.equal(
    randomText(3, (length) => new Uint8Array(length).fill(255)),
    '____',
  )
})
