import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseJsonObject } from '../../../src/outbound/json.ts'
import { parseExactJson, withQuotedIntegers } from '../../../src/web/exact-json.ts'

for (const text of [
  '{}',
  '{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}',
  '{"a":"\\"a\\":1","b":"{\\"b\\":"}',
  '{ "a" : "}" , "b" : "[" }',
  '{"":1," ":2}',
]) {
  test(`D18 ${text} is one object`, () => assert.deepEqual(parseJsonObject(text), JSON.parse(text)))
}
for (const text of [
  '{"a":1,"a":1}',
  '{"a":1,"\\u0061":2}',
  '{"b":[{"a":1,"a":2}]}',
  '{"":1,"":2}',
  '{"a":1 , "a" :2}',
]) {
  test(`D18 ${text} is refused`, () => assert.throws(() => parseJsonObject(text), SyntaxError))
}
for (const text of ['', 'x', '[]', 'null', '1', '"a"', '{"a":1}{}', '{"secret']) {
  test(`${JSON.stringify(text)} is refused without being quoted`, () => {
    assert.throws(
      () => parseJsonObject(text),
      (error) => error instanceof SyntaxError && !/secret/.test(error.message),
    )
  })
}
test('long and hostile texts are read in bounded time and depth', () => {
  const long = { a: 'x'.repeat(1_000_000), b: '\\"'.repeat(300_000) }
  assert.deepEqual(parseJsonObject(JSON.stringify(long)), long)
  assert.throws(() => parseJsonObject(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`), SyntaxError)
  assert.throws(() => parseExactJson(`${'['.repeat(200_000)}`), SyntaxError)
})
test('C2 a member called __proto__ is a member like any other', () => {
  const parsed = parseJsonObject('{"__proto__":{"admin":true}}')
  assert.equal(parsed.admin, undefined)
  assert.equal(Object.getPrototypeOf(parsed), Object.prototype)
})

test('F1 integers beyond 2^53 keep their digits; other numbers stay numbers', () => {
  const text = '{"big":12345678901234567890,"small":-9007199254740993,"id":583231,"real":1.5,"exp":1e30}'
  assert.deepEqual(parseExactJson(text), {
    big: '12345678901234567890',
    small: '-9007199254740993',
    id: 583231,
    real: 1.5,
    exp: 1e30,
  })
  assert.equal(parseExactJson('9007199254740991'), 9007199254740991)
})

test('F1 without the source of a number the digits are kept all the same, and texts are left alone', () => {
  const text =
    '{"a":9007199254740993,"b":"9007199254740993 \\" 9007199254740995","c":[-9007199254740993,1.5]}'
  assert.deepEqual(JSON.parse(withQuotedIntegers(text)), {
    a: '9007199254740993',
    b: '9007199254740993 " 9007199254740995',
    c: ['-9007199254740993', 1.5],
  })
})
