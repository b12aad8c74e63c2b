// Which path a request names, and which spellings are refused or ambiguous.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPath } from '../../../../src/gateway/rules/request-path.ts'

test('a plain path is read in one way, decoded once, without its query', () => {
  for (const [target, path] of [
    ['/', '/'],
    ['/profile', '/profile'],
    ['/a/b.c/d-e_f~g/', '/a/b.c/d-e_f~g/'],
    ['/a?b=/../c', '/a'],
    ['/%61dmin', '/admin'],
    ['/z%C3%BCrich', '/zürich'],
    ['/.well-known/acme', '/.well-known/acme'],
    ['/@scope,name=1', '/@scope,name=1'],
    ['/a%20b', '/a b'],
    ['/?', '/'],
  ]) {
    const reading = readPath(target ?? '')
    assert.deepEqual(reading, { kind: 'plain', path, folded: path?.toLowerCase() }, target)
  }
})

test('what no browser sends is refused', () => {
  for (const target of [
    '',
    'profile',
    '*',
    'http://localhost/profile',
    '/public/../admin',
    '/public/..',
    '/./admin',
    '/public/%2e%2e/admin',
    '/public/%2E./admin',
    '/public/..;/admin',
    '/public/..;x=1/admin',
    '/public%2f..%2fadmin',
    '/public/%252e%252e/admin',
    '/public/..%252fadmin',
    '/public\\..\\admin',
    '/public%5c..%5cadmin',
    '/admin%00',
    '/admin%0a',
    '/admin%7f',
    '/admin%',
    '/admin%2',
    '/admin%zz',
    '/admin#/public',
    '/public?x#y',
    '/admin\u00e4',
    '/admin x',
  ]) {
    assert.equal(readPath(target).kind, 'refused', target)
  }
})

test('what servers read in several ways is ambiguous', () => {
  for (const target of [
    '//admin',
    '/public//admin',
    '/admin%2fusers',
    '/admin%2Fusers',
    '/public/%2fadmin',
    '/admin;x=1',
    '/admin%3bx',
    '/100%25',
    '/%2561dmin',
    '/admin%23',
    '/admin%3Fx',
    '/admin%ff',
    '/admin.',
    '/admin%20',
    '/admin%20/users',
    // A full-width letter and a ligature.
    '/%EF%BD%81dmin',
    '/o%EF%AC%83ce',
  ]) {
    assert.equal(readPath(target).kind, 'ambiguous', target)
  }
})

test('a long path of many segments is read in a moment', () => {
  assert.equal(readPath(`/${'a/'.repeat(8_000)}`).kind, 'plain')
  assert.equal(readPath(`/${'a.'.repeat(8_000)}`).kind, 'ambiguous')
  assert.equal(readPath(`/${'a'.repeat(8_000)}\\`).kind, 'refused')
})
