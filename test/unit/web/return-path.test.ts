import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { safeReturnPath } from '../../../src/web/return-path.ts'

const origin = 'https://app.example'

/** The purpose of the rule in other words: a browser, even behind a decoding proxy, stays on our origin. */
function staysOnOrigin(path: string): boolean {
  const rounds = [path]
  for (let round = 0; round < 2; round++) rounds.push(decode(rounds[round] ?? ''))
  return rounds.every((each) => {
    const url = URL.parse(each, origin)
    return url?.origin === origin && !url.pathname.startsWith('//')
  })
}

function decode(path: string): string {
  return path.replace(/%[0-7][0-9a-f]/gi, (encoded) => decodeURIComponent(encoded))
}

test('a path and its query are kept to the letter', () => {
  for (const path of [
    '/',
    '/profile',
    '/area/one/two/',
    '/area?x=1&y=2',
    '/?',
    '/area/caf%C3%A9?q=%E6%97%A5%E6%9C%AC',
    '/area/caf%c3%a9',
    '/area/a%2Fb%5Cc',
    '/area/a%09b',
    '/area?next=//evil.example&b=/%2f%2fevil',
    '/area?next=https://evil.example',
    '/area?text=line%0D%0Aline',
    '/area/../profile',
    '/area/a//b',
    '/a+b?c=d+e',
    "/area/(a)'*!~;=:@&$,",
    '/area?<">`{|}^[]',
    '/100%',
    '/%zz?%',
    '/@evil.example',
    '/https://evil.example',
    `/${'a'.repeat(511)}`,
  ]) {
    assert.equal(safeReturnPath(path), path)
  }
})

test('H1 H2 H3 H4 whatever could lead elsewhere is the front page', () => {
  for (const value of [
    null,
    undefined,
    '',
    'profile',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    '\r\n//evil.example',
    '\0//evil.example',
    '/a\0b',
    '/a\r\nSet-Cookie: a=b',
    '/\u0085/evil.example',
    ' https://evil.example',
    'https:evil.example',
    'https:/evil.example',
    'https://evil.example',
    'https://app.example@evil.example',
    'https://app.example.evil.example',
    'https://evil-app.example',
    'https://app.example/profile',
    '//app.example@evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/%09/evil.example',
    '/%0a/evil.example',
    '/%2f%2fevil.example',
    '/%2fevil.example',
    '/%5cevil.example',
    '/%5C%5Cevil.example',
    '/%252fevil.example',
    '/%25252fevil.example',
    '/%2525252525252fevil.example',
    '/%2509/evil.example',
    '/.//evil.example',
    '/%2e//evil.example',
    '/x/..//evil.example',
    '/x//../..//evil.example',
    '/x/%2e%2e//evil.example',
    '/x/%252e%252e//evil.example',
    '/x/..%2f/evil.example',
    '/x/..\\\\evil.example',
    '／／evil.example',
    '/／evil.example',
    '/%EF%BC%8Fevil.example',
    '/%25EF%25BC%258Fevil.example',
    '/＼evil.example',
    '/a\\b',
    '/profile#fragment',
    '/profile?#',
    '/\ud800',
    `/${'a'.repeat(512)}`,
    `/${'a'.repeat(10_000)}`,
    `/${'é'.repeat(200)}`,
  ]) {
    assert.equal(safeReturnPath(value), '/', JSON.stringify(value))
  }
})

test('white space and characters beyond ASCII are encoded as a browser does it', () => {
  for (const path of ['/café?q=日本 x', '/a b', '/search?q=two words', '/😀']) {
    const { pathname, search } = new URL(path, origin)
    assert.equal(safeReturnPath(path), pathname + search)
  }
})

const trap = fc.constantFrom(
  ...[
    '/',
    '//',
    '\\',
    '.',
    '..',
    '/..',
    '%2f',
    '%2F',
    '%5c',
    '%25',
    '%252f',
    '%2e',
    '%09',
    '%0a',
    '\t',
    '\n',
    '\0',
  ],
  ...[
    '@',
    ':',
    '?',
    '#',
    ';',
    'evil.example',
    'https:',
    'javascript:',
    '／',
    '＼',
    '．',
    '%EF%BC%8F',
    ' ',
    'a',
    '%',
  ],
)

test('H1 from any mixture of traps no path comes out that leaves the origin', () => {
  fc.assert(
    fc.property(fc.array(trap, { maxLength: 12 }), (parts) => {
      const path = safeReturnPath(`/${parts.join('')}`)
      assert.ok(staysOnOrigin(path), path)
      assert.match(path, /^\/[!-~]*$/)
      assert.ok(path.length <= 512)
    }),
    { numRuns: 3000 },
  )
})

test('any text gives a path that is safe and that a second check leaves alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, withSlash) => {
      const path = safeReturnPath(withSlash ? `/${text}` : text)
      assert.ok(staysOnOrigin(path), path)
      assert.equal(safeReturnPath(path), path)
    }),
    { numRuns: 1000 },
  )
})

test('ordinary paths and queries are never refused', () => {
  const segment = fc.webSegment().filter((text) => !/^(\.|%2e){1,2}$/i.test(text) && text !== '')
  const query = fc.option(fc.webQueryParameters())
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), query, (segments, parameters) => {
      const path = `/area/${segments.join('/')}${parameters === null ? '' : `?${parameters}`}`
      fc.pre(path.length <= 512)
      assert.equal(safeReturnPath(path), path)
    }),
  )
})
