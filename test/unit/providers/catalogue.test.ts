// The list of providers that configuration can name.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogueKinds, loadCatalogueEntry } from '../../../src/providers/definition/catalogue.ts'
import { loadFixture } from '../../../src/providers/fixtures/index.ts'

test('two instances of one kind differ by id, not by kind; the default id is the kind', async () => {
  for (const kind of catalogueKinds) {
    const create = await loadCatalogueEntry(kind)
    assert.ok(create, kind)
    const [first, second] = [create(), create({ id: 'second' })]
    assert.deepEqual([first.id, first.kind], [kind, kind])
    assert.deepEqual([second.id, second.kind], ['second', kind])
  }
})

test('any text may be looked up', async () => {
  for (const name of ['constructor', '__proto__', 'toString', 'myspace']) {
    assert.equal(await loadCatalogueEntry(name), null)
    assert.equal(await loadFixture(name), null)
  }
})
