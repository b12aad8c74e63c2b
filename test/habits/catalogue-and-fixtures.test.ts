// Each provider in the catalogue has a fixture, and each fixture a provider. The contract suite and the local identity
// provider read the fixtures, so a provider without one would be neither tested nor emulated.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogueKinds } from '../../src/providers/definition/catalogue.ts'
import { listFiles } from './source-tree.ts'

// Files that fixtures share.
const fixtureBlocks = [
  'define-fixture.ts',
  'index.ts',
  'json-answer.ts',
  'microsoft-fixture.ts',
  'people.ts',
  'sha256-hex.ts',
]

const fixtures: readonly string[] = listFiles('src/providers')
  .filter((name) => name.startsWith('fixtures/'))
  .map((name) => name.slice('fixtures/'.length))
  .filter((name) => !fixtureBlocks.includes(name))
const catalogue: readonly string[] = listFiles('src/providers').filter((name) => !name.includes('/'))

test('each provider has a fixture of its name', () => {
  assert.deepEqual(
    catalogue.filter((name) => !fixtures.includes(name)),
    [],
  )
})

test('each fixture has a provider of its name', () => {
  assert.deepEqual(
    fixtures.filter((name) => !catalogue.includes(name)),
    [],
  )
})

test('configuration can name each provider by its kind, but for the generic ones', () => {
  const generic = ['oidc.ts', 'oauth2.ts']
  for (const name of generic) assert.ok(catalogue.includes(name), name)
  assert.deepEqual(
    [...catalogueKinds].sort(),
    catalogue
      .filter((name) => !generic.includes(name))
      .map((name) => name.replace('.ts', ''))
      .sort(),
  )
})
