import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { initials } from '../../../src/pages/initials.ts'
import { plainText } from '../../../src/web/plain-text.ts'

describe('plainText', () => {
  test('leaves ordinary names as they are, whatever their script', () => {
    for (const name of ['Alex Example', 'Zoë Ångström', 'نور الهدى', '王小明', '👩‍💻 Kim', '<b>']) {
      assert.equal(plainText(name), name)
    }
  })

  test('drops control characters and direction overrides, and keeps one line', () => {
    assert.equal(plainText('a\u0000b\u202ec\u2066d'), 'abcd')
    assert.equal(plainText('  one\r\n\ttwo\u2028three '), 'one two three')
  })

  test('bounds the length without splitting a character', () => {
    assert.equal(plainText('abcde', 5), 'abcde')
    assert.equal(plainText('abcdef', 5), 'abcd…')
    assert.equal(plainText('😀'.repeat(10), 3), '😀😀…')
    assert.equal(plainText('a'.repeat(1_000_000)).length, 120)
  })
})

describe('initials', () => {
  const cases: readonly (readonly [string | null, string | null, string | null])[] = [
    ['Alex Example', 'x@example.com', 'AE'],
    ['alex van example', null, 'AE'],
    ['Madonna', null, 'M'],
    ['"Quoted" (Person)', null, 'QP'],
    [null, 'kim@example.com', 'K'],
    ['  ', 'kim@example.com', 'K'],
    ['نور الهدى', null, 'نا'],
    ['😀', null, null],
    [null, null, null],
  ]
  for (const [name, email, expected] of cases) {
    test(`of ${name} ${email} are ${expected}`, () => assert.equal(initials({ name, email }), expected))
  }
})
