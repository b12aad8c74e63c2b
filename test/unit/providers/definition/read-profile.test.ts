// Profiles that are read by property paths.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { valueAt } from '../../../../src/providers/definition/read-answer.ts'
import { readProfile } from '../../../../src/providers/definition/read-profile.ts'

test('paths lead into objects and lists, and never up to a prototype', () => {
  const claims = { a: { b: [{ c: 1 }] }, 'x.y': 2 }
  assert.equal(valueAt(claims, 'a.b.0.c'), 1)
  assert.equal(valueAt(claims, 'x.y'), 2)
  for (const path of ['a.b.1.c', 'a.z', 'constructor', 'a.b.length.x', '__proto__'])
    assert.equal(valueAt(claims, path), undefined)
})

test('an id is text, or where that is declared a number or its digits', () => {
  assert.equal(readProfile({ subject: 'id' })({ id: 'u1' }).subject, 'u1')
  const numeric = readProfile({ subject: 'id', isNumeric: true })
  assert.equal(numeric({ id: 7 }).subject, '7')
  assert.equal(numeric({ id: '9007199254740993' }).subject, '9007199254740993')
  for (const id of [0, -1, 1.5, 2 ** 60, '07', null, undefined])
    assert.throws(() => numeric({ id }), TypeError)
})

test('the first name that says something counts, and two parts may make one', () => {
  const read = readProfile({ subject: 'id', name: ['name', 'first+last', 'login'] })
  assert.equal(read({ id: 'a', name: ' ', first: 'Ada', last: 'Lovelace' }).name, 'Ada Lovelace')
  assert.equal(read({ id: 'a', first: 'Ada' }).name, 'Ada')
  assert.equal(read({ id: 'a', login: 'ada' }).name, 'ada')
  assert.equal(read({ id: 'a' }).name, null)
})

test('an address is verified only where the provider has a field for that', () => {
  assert.equal(
    readProfile({ subject: 'id', email: 'email' })({ id: 'a', email: 'a@b.c', verified: true }).emailVerified,
    undefined,
  )
  assert.equal(
    readProfile({ subject: 'id', email: 'email', emailVerified: 'verified' })({ id: 'a', verified: true })
      .emailVerified,
    true,
  )
})
