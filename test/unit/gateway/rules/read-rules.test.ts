// The rules file: a correct one is read, and an error names the wrong value.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LatchkeyError } from '../../../../src/errors.ts'
import { readRules } from '../../../../src/gateway/rules/read-rules.ts'
import { readPath } from '../../../../src/gateway/rules/request-path.ts'
import { demandsOn } from '../../../../src/gateway/rules/rules.ts'

const read = (value: unknown) => readRules(typeof value === 'string' ? value : JSON.stringify(value), 600)
const kinds = (rules: ReturnType<typeof read>, path: string, host = 'app.example') =>
  demandsOn(rules, host, readPath(path)).map((demand) => (demand.isPublic ? 'public' : 'closed'))

test('the first rule that fits decides, and the default where none does', () => {
  const rules = read({
    rules: [
      { path: '/static/admin/*', allow: 'user' },
      { path: '/static/*', allow: 'public' },
      { path: '/health', allow: 'public' },
    ],
  })
  assert.deepEqual(kinds(rules, '/static/app.css'), ['public'])
  assert.deepEqual(kinds(rules, '/static'), ['public'])
  assert.deepEqual(kinds(rules, '/static/admin/x'), ['closed'])
  assert.deepEqual(kinds(rules, '/health'), ['public'])
  assert.deepEqual(kinds(rules, '/health/'), ['public'])
  assert.deepEqual(kinds(rules, '/health/x'), ['closed'])
  assert.deepEqual(kinds(rules, '/healthy'), ['closed'])
  assert.deepEqual(kinds(rules, '/statics'), ['closed'])
  assert.deepEqual(kinds(rules, '/'), ['closed'])
})

test('hosts are whole names, with or without all below them', () => {
  const rules = read([
    { host: 'www.example.com', allow: 'public' },
    { host: '*.pages.example.com', allow: 'public' },
  ])
  assert.deepEqual(kinds(rules, '/x', 'www.example.com'), ['public'])
  assert.deepEqual(kinds(rules, '/x', 'a.b.pages.example.com'), ['public'])
  for (const host of [
    'pages.example.com',
    'evilpages.example.com',
    'www.example.com.evil.example',
    'xwww.example.com',
  ]) {
    assert.deepEqual(kinds(rules, '/x', host), ['closed'], host)
  }
})

test('the default may be public, and a list alone is a file', () => {
  assert.deepEqual(kinds(read({ rules: [], default: 'public' }), '/'), ['public'])
  assert.deepEqual(kinds(read([{ path: '/*', allow: 'public' }]), '/x'), ['public'])
  assert.deepEqual(kinds(read({}), '/'), ['closed'])
})

test('conditions are read as lists, in small letters where case says nothing', () => {
  const { demand } = read([
    {
      path: '/x',
      allow: {
        organization: 'Company.example',
        group: ['a', 'b'],
        email: 'Ada@Company.example',
        claim: { level: '3' },
      },
      fresh: 60,
    },
  ]).list[0] as { demand: ReturnType<typeof read>['otherwise'] }
  assert.deepEqual(demand.organizations, ['company.example'])
  assert.deepEqual(demand.emails, ['ada@company.example'])
  assert.deepEqual(
    [...demand.claims],
    [
      ['groups', ['a', 'b']],
      ['level', ['3']],
    ],
  )
  assert.equal(demand.freshSeconds, 60)
  assert.equal(read([{ path: '/x', allow: 'fresh' }]).list[0]?.demand.freshSeconds, 600)
  assert.equal(read([{ path: '/x', fresh: true }]).list[0]?.demand.freshSeconds, 600)
})

test('a file that is wrong is refused, and the message shows where and what', () => {
  const cases: readonly (readonly [unknown, RegExp])[] = [
    ['{ "rules": [', /not JSON/],
    ['"public"', /must be an object/],
    [{ rule: [] }, /"rule"/],
    [{ rules: {} }, /"rules" must be a list/],
    [[null], /rule 1 is null/],
    [[{ path: '/a', allow: 'public', methods: ['GET'] }], /"methods"/],
    [[{ allow: 'public' }], /no "path" and no "host"/],
    [[{ path: '/a' }], /no "allow"/],
    [[{ path: 'a', allow: 'public' }], /"path" of rule 1 is "a"/],
    [[{ path: '/a*', allow: 'public' }], /behind its last slash/],
    [[{ path: '/*/a', allow: 'public' }], /behind its last slash/],
    [[{ path: '/a/../b', allow: 'public' }], /plain path/],
    [[{ path: '/a//b', allow: 'public' }], /plain path/],
    [[{ path: '/%61', allow: 'public' }], /plain path/],
    [[{ path: '/a?b', allow: 'public' }], /plain path/],
    [[{ path: '^/a$', allow: 'public' }], /begins with \//],
    [[{ path: '/a', allow: 'pubilc' }], /"pubilc"/],
    [[{ path: '/a', allow: true }], /is true/],
    [[{ path: '/a', allow: {} }], /without conditions/],
    [[{ path: '/a', allow: { groups: 'x' } }], /"groups"/],
    [[{ path: '/a', allow: { group: [] } }], /"group"/],
    [[{ path: '/a', allow: { group: [1] } }], /"group"/],
    [[{ path: '/a', allow: { emailDomain: '@example.com' } }], /"@example.com"/],
    [[{ path: '/a', allow: { emailDomain: '*.example.com' } }], /emailDomain/],
    [[{ path: '/a', allow: { email: 'ada' } }], /no e-mail address/],
    [[{ path: '/a', allow: 'user', fresh: 0 }], /"fresh"/],
    [[{ path: '/a', allow: 'user', fresh: '60' }], /"fresh"/],
    [[{ path: '/a', allow: 'public', fresh: 60 }], /public and fresh/],
    [[{ host: 'https://a.example', allow: 'public' }], /host name/],
    [[{ host: 'a.example:443', allow: 'public' }], /host name/],
    [[{ host: '*', allow: 'public' }], /host name/],
    [{ default: 'open' }, /"open"/],
  ]
  for (const [value, pattern] of cases) {
    assert.throws(
      () => read(value),
      (error) =>
        error instanceof LatchkeyError &&
        error.code === 'config_rules_invalid' &&
        pattern.test(error.message),
      `${JSON.stringify(value)} must be refused as ${pattern}`,
    )
  }
})

test('a rule that would never be asked is refused', () => {
  const all = { path: '/*', allow: 'user' }
  for (const rules of [
    [all, { path: '/admin/*', allow: { group: 'admins' } }],
    [
      { path: '/a/*', allow: 'public' },
      { path: '/a', allow: 'user' },
    ],
    [
      { path: '/a', allow: 'public' },
      { path: '/a/', allow: 'user' },
    ],
    [
      { host: '*.example.com', allow: 'public' },
      { host: 'www.example.com', path: '/a', allow: 'user' },
    ],
    [
      { path: '/a', allow: 'public' },
      { host: 'www.example.com', path: '/a', allow: 'user' },
    ],
  ]) {
    assert.throws(() => read(rules), /rule 2 is never asked, since rule 1/, JSON.stringify(rules))
  }
  // If the narrower rule comes first, or the rules do not overlap, both apply.
  read([{ path: '/admin/*', allow: { group: 'admins' } }, all])
  read([
    { host: 'www.example.com', path: '/a', allow: 'user' },
    { path: '/a', allow: 'public' },
  ])
  read([
    { path: '/a', allow: 'public' },
    { path: '/a/*', allow: 'user' },
  ])
})
