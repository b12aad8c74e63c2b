// A provider, a store and an adapter from outside this repository: in an empty folder, with the tarball that npm would
// publish, they pass the contracts.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { packInto } from '../../tools/pack.ts'
import { root, runNpm } from '../../tools/programs.ts'

const suites = `import * as runner from 'node:test'
import { testAdapter } from './acme-adapter.ts'
import { testProvider } from './acme-provider.ts'
import { testStore } from './marks-elsewhere.ts'

testProvider(runner)
testStore(runner)
testAdapter(runner)
`

describe('what outsiders write with the packed tarball', { timeout: 280_000 }, () => {
  let folder = ''

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'latchkey-outsiders-'))
    const tarball = await packInto(folder)
    const app = path.join(folder, 'app')
    await cp(path.join(root, 'test/e2e/outsiders'), app, { recursive: true })
    const manifest = { private: true, type: 'module', dependencies: { latchkey: `file:${tarball}` } }
    await writeFile(path.join(app, 'package.json'), JSON.stringify(manifest))
    await writeFile(path.join(app, 'contracts.test.ts'), suites)
    assert.equal(await runNpm(['install', '--prefer-offline', '--no-audit', '--no-fund'], app), 0)
  })

  after(() => rm(folder, { recursive: true, force: true }))

  test('a provider, a store and an adapter keep the contracts', async () => {
    const { exitCode, output } = await runTests(path.join(folder, 'app'))
    assert.equal(exitCode, 0, output.slice(-4000))
    assert.ok(Number(/^ℹ pass (\d+)$/m.exec(output)?.[1]) > 80, output.slice(-1000))
    for (const contract of ['acme keeps', 'a store with marks elsewhere keeps', 'the adapter for Acme']) {
      assert.ok(output.includes(`✔ ${contract}`), contract)
    }
  })
})

function runTests(cwd: string): Promise<{ readonly exitCode: number; readonly output: string }> {
  // Without this test's own variables, which would make the run a part of this one.
  const env = { PATH: process.env.PATH }
  const args = ['--test', '--test-reporter=spec', 'contracts.test.ts']
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, env, maxBuffer: 1 << 26 }, (error, out, err) =>
      resolve({ exitCode: error ? Number(error.code ?? 1) : 0, output: out + err }),
    )
  })
}
