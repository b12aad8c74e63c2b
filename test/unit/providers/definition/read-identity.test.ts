// The rules for a provider's claims about a person.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  readEmail,
  readIdentity,
  readNumericSubject,
  readPicture,
  readSubject,
  readText,
  readVerified,
} from '../../../../src/providers/definition/read-identity.ts'

test('D14 a subject is text of 1 to 255 characters', () => {
  for (const subject of ['1', 'a'.repeat(255), 'auth0|5f7c', 'ÜBER', ' a ']) {
    assert.equal(readSubject(subject), subject)
  }
  for (const subject of ['', 'a'.repeat(256), 7, 7n, true, null, undefined, ['a'], { sub: 'a' }]) {
    assert.throws(() => readSubject(subject), TypeError)
  }
})

test('F1 a subject that would change on its way into a store is refused', () => {
  for (const subject of ['a\0b', 'a\nb', '\uD800', 'a\u0085']) {
    assert.throws(() => readSubject(subject), TypeError)
  }
})

test('F1 a numeric id is read exactly, or not at all', () => {
  assert.equal(readNumericSubject(583231), '583231')
  assert.equal(readNumericSubject(Number.MAX_SAFE_INTEGER), '9007199254740991')
  assert.equal(readNumericSubject('9007199254740993'), '9007199254740993')
  assert.equal(readNumericSubject(9007199254740993n), '9007199254740993')
  for (const id of [
    2 ** 53,
    1.5,
    0,
    -1,
    Number.NaN,
    '',
    '0',
    '007',
    '1e3',
    '-1',
    ' 1',
    '1'.repeat(40),
    null,
    true,
  ]) {
    assert.throws(() => readNumericSubject(id), TypeError, String(id))
  }
})

test('F4 only the boolean true is verified', () => {
  assert.equal(readVerified(true), true)
  for (const value of ['true', 'false', 1, 0, null, undefined, {}, [true]])
    assert.equal(readVerified(value), false)
})

test('F7 an address that can be taken for another one is none', () => {
  const wrong = [
    'a@evil.example,b@victim.example',
    '"e@evil"@victim.example',
    'x＠victim.example',
    'x@ｖictim.example',
    'a@b@victim.example',
    'a@victim.example.',
    'a@victim..example',
    'a@.victim.example',
    '@victim.example',
    'a@',
    'a',
    'a b@victim.example',
    ' a@victim.example',
    'a@victim.example ',
    'a@victim.example\n',
    'a\0@victim.example',
    'a\u200B@victim.example',
    'Alex <a@victim.example>',
    'mailto:a@victim.example',
    'a@[127.0.0.1]',
    'a(comment)@victim.example',
    `${'a'.repeat(250)}@b.example`,
  ]
  for (const email of wrong) assert.equal(readEmail(email), null, JSON.stringify(email))
  for (const email of [null, undefined, 7, {}, ['a@b.example']]) assert.equal(readEmail(email), null)
})

test('F7 an address is kept as the provider wrote it', () => {
  for (const email of [
    'a@b.example',
    "Alex.O'Connor+tag@Example.COM",
    'jürgen@bücher.example',
    'root@localhost',
    "!#$%&'*+-/=?^_{|}~@example.com",
  ]) {
    assert.equal(readEmail(email), email)
  }
})

test('F10 text is one line of at most 200 characters that cannot turn its surroundings', () => {
  assert.equal(readText('  Ada \n\t Lovelace '), 'Ada Lovelace')
  assert.equal(readText('A\0d\u0007a'), 'Ada')
  assert.equal(readText('gpj.\u202Eexe'), 'gpj.exe')
  assert.equal(readText('\u2066a\u2069'), 'a')
  assert.equal(readText('half \uD800.'), 'half .')
  assert.equal(Array.from(readText('👩‍🚀'.repeat(1000)) ?? '').length, 200)
  assert.equal(readText('x'.repeat(1_000_000)), 'x'.repeat(200))
  assert.equal(readText('<b>نور</b>'), '<b>نور</b>')
})

test('F10 text that shows nothing is none', () => {
  for (const value of ['', '   ', '\0', '\u200B', '\u202E', null, 7, {}]) assert.equal(readText(value), null)
})

test('F10 a picture is an https address', () => {
  assert.equal(readPicture('https://example.com/a.png?s=96'), 'https://example.com/a.png?s=96')
  assert.equal(readPicture('http://127.0.0.1:3001/a.png'), 'http://127.0.0.1:3001/a.png')
  assert.equal(readPicture('https://example.com/"onerror="x'), 'https://example.com/%22onerror=%22x')
  for (const value of [
    'http://example.com/a.png',
    'javascript:alert(1)',
    'data:image/png;base64,AA',
    '//example.com/a.png',
    'https://user@example.com/a.png',
    `https://example.com/${'a'.repeat(2048)}`,
    `https://example.com/${'"'.repeat(1000)}`,
    '',
    null,
    7,
  ]) {
    assert.equal(readPicture(value), null, String(value).slice(0, 60))
  }
})

test('nobody is verified without an address', () => {
  const nobody = { subject: '1', email: null, emailVerified: false, name: null, picture: null }
  assert.deepEqual(readIdentity({ subject: '1', emailVerified: true }), nobody)
  assert.deepEqual(readIdentity({ subject: '1', email: 'a@b@c', emailVerified: true }), nobody)
  assert.equal(readIdentity({ subject: '1', email: 'a@b.example', emailVerified: true }).emailVerified, true)
})
