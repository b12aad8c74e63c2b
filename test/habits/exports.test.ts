// The exports map is a promise to applications: each subpath has its source, and each source the place in dist/ that
// the build gives it.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { listFiles, root } from './source-tree.ts'

type Conditions = Readonly<Record<string, string>>
const manifest: { exports: Readonly<Record<string, string | null | Conditions>>; files: readonly string[] } =
  JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))

const subpaths = Object.entries(manifest.exports).filter(
  (entry): entry is [string, Conditions] => typeof entry[1] === 'object' && entry[1] !== null,
)

test('each subpath exists as source', () => {
  for (const [subpath, conditions] of subpaths) {
    const source = conditions['latchkey-source'] ?? ''
    if (!source.includes('*')) {
      assert.ok(existsSync(path.join(root, source)), `${subpath} has no source ${source}`)
      continue
    }
    const folder = source.slice(0, source.indexOf('*'))
    assert.ok(
      listFiles(folder).some((name) => !name.includes('/')),
      `${subpath}: ${folder} is empty`,
    )
  }
})

test('each subpath is published from where tsc puts its source', () => {
  for (const [subpath, conditions] of subpaths) {
    const built = String(conditions['latchkey-source']).replace(/^\.\/src\//, './dist/')
    assert.deepEqual(
      conditions,
      {
        'latchkey-source': conditions['latchkey-source'],
        types: built.replace(/\.ts$/, '.d.ts'),
        default: built.replace(/\.ts$/, '.js'),
      },
      subpath,
    )
  }
})

test('what providers and stores are made of stays inside', () => {
  const inner = ['providers', 'stores'].flatMap((folder) =>
    listFiles(`src/${folder}`)
      .filter((name) => name.includes('/'))
      .map((name) => `latchkey/${folder}/${name.replace(/\.ts$/, '')}`),
  )
  for (const specifier of [...inner, 'latchkey/providers/catalogue', 'latchkey/stores/store-from-url']) {
    assert.throws(() => import.meta.resolve(specifier), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' }, specifier)
  }
  for (const specifier of ['latchkey/providers/google', 'latchkey/stores/sqlite']) {
    assert.match(import.meta.resolve(specifier), /\/src\/(providers|stores)\/\w+\.ts$/)
  }
})

test('the condition for sources comes first, so that Node and tsc see it before dist/', () => {
  for (const [subpath, conditions] of subpaths) {
    assert.deepEqual(Object.keys(conditions), ['latchkey-source', 'types', 'default'], subpath)
  }
})

test('only the build and the sources that its maps lead to are published', () => {
  assert.deepEqual(manifest.files, ['dist', 'src', 'CHANGELOG.md'])
})
