// Each package-lock.json installs on every platform. npm omits optional packages that were unavailable when it wrote the
// file, and `npm ci` then rejects the file.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { root } from './source-tree.ts'

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

type Lock = { readonly packages: Readonly<Record<string, LockedPackage>> }

/** Whether Node would find the package from there: in this folder's node_modules or in a parent folder's. */
function isLocked({ packages }: Lock, from: string, name: string): boolean {
  if (`${from && `${from}/`}node_modules/${name}` in packages) return true
  if (from === '') return false
  return isLocked({ packages }, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name)
}

const frameworks = readdirSync(path.join(root, 'test/frameworks'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `test/frameworks/${name}`)

for (const folder of ['', 'examples/spa-and-api/web', ...frameworks]) {
  test(`every optional package of /${folder} is locked, for platforms other than ours too`, () => {
    const lock: Lock = JSON.parse(readFileSync(path.join(root, folder, 'package-lock.json'), 'utf8'))
    const missing = Object.entries(lock.packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(lock, from, name)),
    )
    assert.deepEqual(missing, [])
  })
}
