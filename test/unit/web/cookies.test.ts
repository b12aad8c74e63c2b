import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  clearCookie,
  cookieNames,
  fitsCookie,
  readCookie,
  readCookiesWithPrefix,
  setCookie,
} from '../../../src/web/cookies.ts'

const https = cookieNames(new URL('https://app.example'))
const loopback = cookieNames(new URL('http://localhost:3000'))

test('G4 on https the names carry the __Host- prefix', () => {
  assert.deepEqual(https, {
    session: '__Host-latchkey',
    attemptPrefix: '__Host-latchkey.',
    pendingLink: '__Host-latchkey-link',
    visit: '__Host-latchkey-visit',
    lastProvider: '__Host-latchkey-last',
    secure: true,
  })
})

test('on loopback http the port is in the name instead', () => {
  assert.equal(loopback.session, 'latchkey-3000')
  assert.equal(loopback.attemptPrefix, 'latchkey-3000.')
  assert.equal(loopback.secure, false)
  assert.equal(cookieNames(new URL('http://localhost')).session, 'latchkey-80')
})

test('G4 B14 a cookie is HttpOnly, Secure, SameSite=Lax, for the whole host, with no Domain', () => {
  assert.equal(
    setCookie('__Host-latchkey', 'abc', { maxAgeSeconds: 600.9, secure: true }),
    '__Host-latchkey=abc; Max-Age=600; Path=/; HttpOnly; SameSite=Lax; Secure',
  )
  assert.equal(
    setCookie('latchkey-3000', 'abc', { maxAgeSeconds: -1, secure: false }),
    'latchkey-3000=abc; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
  )
})

test('a cookie is cleared with the attributes that it was set with', () => {
  assert.equal(
    clearCookie('__Host-latchkey', { secure: true }),
    '__Host-latchkey=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure',
  )
})

test('G4 name and value together have 4,096 bytes at most', () => {
  const options = { maxAgeSeconds: 1, secure: true }
  assert.ok(setCookie('n', 'v'.repeat(4095), options))
  assert.ok(fitsCookie('n', 'v'.repeat(4095)))
  assert.throws(() => setCookie('n', 'v'.repeat(4096), options), RangeError)
  assert.ok(!fitsCookie('n', 'v'.repeat(4096)))
})

test('what a cookie cannot hold is not set: a header has one line and one value', () => {
  const options = { maxAgeSeconds: 1, secure: true }
  for (const value of ['a;b', 'a b', 'a\r\nSet-Cookie: x=y', '"a"', 'a,b', 'a\\b', 'é', '\0']) {
    assert.throws(() => setCookie('n', value, options), TypeError, value)
  }
  for (const name of ['', 'a=b', 'a b', 'a;b', 'a\n', 'é']) {
    assert.throws(() => setCookie(name, 'v', options), TypeError, name)
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      try {
        const [pair, ...attributes] = setCookie('n', value, options).split('; ')
        return pair === `n=${value}` && attributes.length === 5
      } catch (error) {
        return error instanceof TypeError
      }
    }),
  )
})

test('a cookie is found among others, wherever it stands', () => {
  for (const header of [
    'a=1',
    'b=2; a=1',
    'a=1; b=2',
    'aa=2; a=1; ba=3',
    'b="a=2"; a=1',
    'b=a=2;a=1',
    'b=x a=2;  a=1',
  ]) {
    assert.equal(readCookie(header, 'a'), '1', header)
  }
})

test('a cookie that is not there is not found', () => {
  for (const header of [
    null,
    undefined,
    '',
    'a',
    'a;',
    'aa=1',
    'b=a=1',
    'b="a=1"',
    'b=x a=1',
    'A=1',
    'a =1',
    'a=',
    ' ',
  ]) {
    assert.equal(readCookie(header, 'a'), null, String(header))
  }
})

test('what is set is read back, between any neighbours', () => {
  const value = fc.stringMatching(/^[\w-]{1,40}$/)
  const neighbour = fc
    .tuple(fc.stringMatching(/^[\w.-]{1,20}$/), fc.stringMatching(/^[\w=."-]{0,40}$/))
    .map(([name, text]) => `x${name}=${text}`)
  fc.assert(
    fc.property(value, fc.array(neighbour), fc.array(neighbour), (own, before, after) => {
      const [pair] = setCookie('latchkey-3000', own, { maxAgeSeconds: 1, secure: false }).split(';')
      return readCookie([...before, pair, ...after].join('; '), 'latchkey-3000') === own
    }),
  )
})

test('any header is read without throwing, and agrees with splitting it', () => {
  const header = fc
    .array(fc.constantFrom('a', 'b', '=', ';', ' ', 'a=1', '; ', 'ab=', '"', '%', '\0'))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(header, (text) => {
      const values = text
        .split(';')
        .map((pair) => pair.replace(/^ +/, ''))
        .filter((pair) => pair.startsWith('a='))
        .map((pair) => pair.slice(2))
      const [first = ''] = values
      const expected = values.every((value) => value === first) && first !== '' ? first : null
      assert.equal(readCookie(text, 'a'), expected, text)
    }),
    { numRuns: 500 },
  )
})

test('G13 two different values of one name are none; the same twice is one', () => {
  assert.equal(readCookie('a=1; a=2', 'a'), null)
  assert.equal(readCookie('a=2; b=3; a=1', 'a'), null)
  assert.equal(readCookie('a=; a=1', 'a'), null)
  assert.equal(readCookie('a=1; a=1', 'a'), '1')
})

test('G14 an oversized header is not looked at', () => {
  const filler = `b=${'x'.repeat(60_000)}; a=1`
  assert.equal(readCookie(filler, 'a'), '1')
  assert.equal(readCookie(`${filler}; c=${'x'.repeat(10_000)}`, 'a'), null)
  assert.deepEqual(readCookiesWithPrefix(`${filler}; c=${'x'.repeat(10_000)}`, 'a'), [])
})

test('cookies below a prefix are listed in order', () => {
  const header =
    'x=1; latchkey-3000.b=2; latchkey-3000=3; latchkey-3000.a=4; latchkey-3000-link=5; y="latchkey-3000.c=6"'
  assert.deepEqual(readCookiesWithPrefix(header, loopback.attemptPrefix), [
    { name: 'latchkey-3000.b', value: '2' },
    { name: 'latchkey-3000.a', value: '4' },
  ])
  assert.deepEqual(readCookiesWithPrefix('latchkey-3000.a; x=1', loopback.attemptPrefix), [])
  assert.deepEqual(readCookiesWithPrefix(null, loopback.attemptPrefix), [])
})

test('G14 of ten thousand chunks only the first few are listed', () => {
  const header = Array.from({ length: 10_000 }, (_, at) => `s.${at}=`).join(';')
  const listed = readCookiesWithPrefix(header.slice(0, 65_000), 's.', 12)
  assert.equal(listed.length, 12)
  assert.deepEqual(listed[11], { name: 's.11', value: '' })
})
