// `npm run test:fast`: unit, contract, habit and type tests for the inner loop; takes less than a minute on an idle machine.
// Tests that need a database server are left to `npm test`, which runs everything. Most files share one process, since starting
// a process for each would take longer than most of the files themselves; the rest run in parallel, one process for each file.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root, runNode } from './programs.ts'

const files = 'test/{unit,contract,habits,types}/**/*.test.ts'
const flags = ['--conditions=latchkey-source', '--test', '--test-reporter=dot', '--test-timeout=60000']

const asksDatabases = /support\/(?:database-servers|redis-cluster)\.ts/

/** Files that start a program many times. */
const slow = ['test/unit/cli/migrate.test.ts', 'test/types/docs-code-import.test.ts']

/** Reasons why a file needs its own process: hooks would run for all files, it starts programs, or a host replaces globals. */
const needsOwnProcess =
  /^(?:before|after|beforeEach|afterEach)\(|from 'node:child_process'|ProgramFolder|adapter-hosts\//m

export async function run(args: readonly string[]): Promise<number> {
  const tests = globSync(files, { cwd: root })
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(root, name), 'utf8') }))
    .filter(({ name, text }) => !asksDatabases.test(text) && !slow.includes(name))
  const alone = tests.filter(({ text }) => needsOwnProcess.test(text)).map(({ name }) => name)
  const together = tests.filter(({ text }) => !needsOwnProcess.test(text)).map(({ name }) => name)
  const exitCodes = await Promise.all([
    runNode([...flags, '--test-isolation=none', ...args, ...together]),
    runNode([...flags, '--test-concurrency=2', ...args, ...alone]),
  ])
  return Math.max(...exitCodes)
}
