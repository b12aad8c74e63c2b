// Whether a request is ours to answer, without parsing a URL.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isBelow, targetOf } from '../../../src/adapters/request-target.ts'

test('the base path itself, what is below it, and its query', () => {
  for (const target of ['/auth', '/auth/', '/auth/login', '/auth?x', '/auth/login?returnTo=/auth']) {
    assert.ok(isBelow('/auth', target), target)
  }
})

test('nothing else, however similar', () => {
  for (const target of [
    '/',
    '/authors',
    '/auth-x',
    '/AUTH/login',
    '//auth/login',
    '/x/auth',
    '',
    undefined,
  ]) {
    assert.ok(!isBelow('/auth', target), String(target))
  }
})

test('path and query of an absolute URL, to the letter', () => {
  assert.equal(targetOf('https://app.example/a%2Fb?c=d+e&f'), '/a%2Fb?c=d+e&f')
  assert.equal(targetOf('http://localhost:3000/'), '/')
  assert.equal(targetOf('http://localhost:3000'), '/')
})
