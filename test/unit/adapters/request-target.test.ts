// Which URLs belong to Latchkey.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isBelow, isForAuth, targetOf } from '../../../src/adapters/request-target.ts'

test('the base path and what is below it are ours, names that begin alike are not', () => {
  for (const target of ['/auth', '/auth/', '/auth/login', '/auth?x'])
    assert.equal(isBelow('/auth', target), true)
  for (const target of ['/authors', '/au', '/', '/x/auth', '', undefined]) {
    assert.equal(isBelow('/auth', target), false, target)
  }
})

test('where clients look for the metadata is ours as well, where there are clients', () => {
  const metadataPath = '/.well-known/oauth-authorization-server/auth'
  for (const target of [metadataPath, `${metadataPath}?x`, '/auth/token']) {
    assert.equal(isForAuth({ basePath: '/auth', metadataPath }, target), true, target)
  }
  for (const target of ['/.well-known/oauth-authorization-server', `${metadataPath}x`, '/']) {
    assert.equal(isForAuth({ basePath: '/auth', metadataPath }, target), false, target)
  }
  assert.equal(isForAuth({ basePath: '/auth', metadataPath: null }, metadataPath), false)
  assert.equal(isForAuth({ basePath: '/auth' }, metadataPath), false)
})

test('the target is the address without its origin, as it was written', () => {
  assert.equal(targetOf('https://app.example/a%20b?c=+'), '/a%20b?c=+')
  assert.equal(targetOf('http://localhost:3000'), '/')
})
