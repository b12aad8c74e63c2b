// `npm run check`: everything that must pass before a change is merged, cheapest first; stops at the first failure.
// LATCHKEY_CHECK_SKIP_TESTS=1 skips the tests, for a CI that has just run them.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { packInto } from './pack.ts'
import { runTool } from './programs.ts'
import { run as runTests } from './test.ts'

interface Step {
  readonly name: string
  readonly run: () => Promise<number>
}

const steps: readonly Step[] = [
  { name: 'lint and format', run: () => runTool('@biomejs/biome', 'biome', ['ci', '.']) },
  { name: 'types of sources and tools', run: () => runTool('typescript', 'tsc', ['-p', '.']) },
  {
    name: 'types of tests, examples and benchmarks',
    run: () => runTool('typescript', 'tsc', ['-p', 'test']),
  },
  { name: 'unused files, exports and dependencies', run: () => runTool('knip', 'knip', []) },
  { name: 'the build and its tarball', run: checkTarball },
  { name: 'tests', run: () => runTests([]) },
]

export async function run(): Promise<number> {
  const skipTests = process.env.LATCHKEY_CHECK_SKIP_TESTS === '1'
  for (const step of steps) {
    if (skipTests && step.name === 'tests') continue
    console.log(`\n> ${step.name}`)
    const exitCode = await step.run()
    if (exitCode === 0) continue
    console.error(`\nnpm run check failed at: ${step.name}`)
    return exitCode
  }
  console.log('\nAll checks passed.')
  return 0
}

/** Checks the published exports map as bundlers, Node and TypeScript see it. */
async function checkTarball(): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-check-'))
  try {
    const tarball = await packInto(folder)
    const lint = await runTool('publint', 'publint', ['run', tarball, '--strict'])
    if (lint !== 0) return lint
    return await runTool('@arethetypeswrong/cli', 'attw', [tarball, '--profile', 'esm-only'])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
