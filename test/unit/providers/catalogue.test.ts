// The list of providers that configuration can name.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogue } from '../../../src/providers/catalogue.ts'
import { fixtures } from '../../../src/providers/fixtures/index.ts'

test('an entry’s default id is its kind', () => {
  for (const [kind, create] of Object.entries(catalogue)) {
    assert.equal(create().id, kind)
    assert.equal(create().kind, kind)
  }
})

test('two instances of one kind differ by id, not by kind', () => {
  for (const [kind, create] of Object.entries(catalogue)) {
    const second = create({ id: 'second' })
    assert.deepEqual([second.id, second.kind], ['second', kind])
  }
})

test('any text may be looked up', () => {
  for (const name of ['constructor', '__proto__', 'toString', 'myspace']) {
    assert.equal(catalogue[name], undefined)
    assert.equal(fixtures[name], undefined)
  }
})
