// The exports map is a promise to applications: each subpath has a source file, and each source file has the path in dist/
// that the build gives it.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { listFiles, readSourceFiles, root } from './source-tree.ts'

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

test('each subpath is published from where the build puts its source', () => {
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

test('what providers and stores are made of is closed by a null in package.json', async () => {
  for (const folder of ['providers', 'stores']) {
    for (const file of listFiles(`src/${folder}`)) {
      const name = file.replace(/\.ts$/, '')
      const specifier = `latchkey/${folder}/${name}`
      if (isClosed(specifier)) continue
      // A public subpath exports a function of its own name: latchkey/providers/google exports google().
      const module: Record<string, unknown> = await import(specifier)
      const main = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
      assert.equal(typeof module[main], 'function', `${specifier} is open, but exports no ${main}()`)
    }
  }
})

function isClosed(specifier: string): boolean {
  try {
    import.meta.resolve(specifier)
    return false
  } catch (error) {
    assert.equal((error as { code?: string }).code, 'ERR_PACKAGE_PATH_NOT_EXPORTED')
    return true
  }
}

test('the condition for sources comes first, so that Node and tsc see it before dist/', () => {
  for (const [subpath, conditions] of subpaths) {
    assert.deepEqual(Object.keys(conditions), ['latchkey-source', 'types', 'default'], subpath)
  }
})

test('what is published is the build, the sources that its maps lead to, and what people read', () => {
  const people = ['ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'RELEASE.md', 'SECURITY.md']
  assert.deepEqual(manifest.files, ['dist', 'src', 'docs/**/*.md', 'examples', ...people])
})

test('no source finds a file by its own place, since the build moves it', () => {
  const found = readSourceFiles().filter(({ code }) => /new URL\(\s*['"`]\.[^)]*import\.meta\.url/.test(code))
  assert.deepEqual(
    found.map(({ name }) => name),
    [],
  )
})

test('create-latchkey is published beside latchkey: the same version, depending on it, from the same repository', () => {
  const read = (folder: string): Record<string, unknown> =>
    JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'))
  const [own, creator] = [read('.'), read('packages/create-latchkey')]
  for (const field of ['version', 'license', 'homepage', 'bugs', 'engines']) {
    assert.deepEqual(creator[field], own[field], field)
  }
  assert.deepEqual(creator.dependencies, { latchkey: `^${own.version}` })
  // npm refuses to publish with provenance if the repository's URL differs from the workflow's.
  assert.deepEqual(creator.repository, {
    ...(own.repository as object),
    directory: 'packages/create-latchkey',
  })
  const workflow = readFileSync(path.join(root, '.github/workflows/release.yml'), 'utf8')
  assert.match(
    workflow,
    /npm publish[^\n]*\n[\s\S]*npm publish[^\n]*\n +working-directory: packages\/create-latchkey/,
  )
})
