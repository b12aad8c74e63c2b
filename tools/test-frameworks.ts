// `npm run test:frameworks`: the adapter suite on hosts that are too large for the repository's own installation. Each
// folder of test/frameworks/ has a lockfile of its own and is installed here, when that has changed, without install scripts.
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { root, runNode, runNpm } from './programs.ts'

const folder = path.join(root, 'test/frameworks')
const projects = ['vitest']
const hosts = ['fetch']
/** For all hosts together; what hangs must not hold up a CI for longer. */
const mostMinutes = 10

export async function run(args: readonly string[]): Promise<number> {
  for (const host of hosts) {
    const exitCode = await install(path.join(folder, host))
    if (exitCode !== 0) return exitCode
  }
  const suites = await runNode([
    '--conditions=latchkey-source',
    '--test',
    '--test-concurrency=1',
    `--test-timeout=${mostMinutes * 60_000}`,
    ...args,
    path.join(folder, 'portable-entries.ts'),
    path.join(folder, 'adapters.ts'),
  ])
  return suites === 0 ? testProjects() : suites
}

/** Projects that test an application as its developers would, with a test runner of their own. */
async function testProjects(): Promise<number> {
  for (const project of projects) {
    const exitCode =
      (await install(path.join(folder, project))) || (await runNpm(['test'], path.join(folder, project)))
    if (exitCode !== 0) return exitCode
  }
  return 0
}

async function install(host: string): Promise<number> {
  const installed = path.join(host, 'node_modules/.package-lock.json')
  const isCurrent =
    existsSync(installed) &&
    statSync(installed).mtimeMs > statSync(path.join(host, 'package-lock.json')).mtimeMs
  return isCurrent ? 0 : runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], host)
}
