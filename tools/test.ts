// `npm test`: node:test on the TypeScript sources. `npm test -- test/unit/crypto/seal.test.ts` runs one file, and Node's flags
// are passed through: `npm test -- --test-name-pattern=B4`.
import { availableParallelism } from 'node:os'
import { runNode } from './programs.ts'

// test/frameworks and test/services need more set-up and have their own commands.
const everyTest = 'test/{unit,contract,conformance,e2e,types,habits}/**/*.test.ts'

export function run(args: readonly string[]): Promise<number> {
  // Test files start servers, databases and browsers; more than four at once would run short of memory.
  const concurrency = Math.min(4, Math.max(2, availableParallelism()))
  const flags = args.filter((arg) => arg.startsWith('-'))
  const files = args.filter((arg) => !arg.startsWith('-'))
  return runNode([
    '--conditions=latchkey-source',
    '--test',
    `--test-concurrency=${concurrency}`,
    '--test-reporter=spec',
    // A hanging test should be a failure with a name, not a build that never ends.
    '--test-timeout=300000',
    ...flags,
    ...(files.length > 0 ? files : [everyTest]),
  ])
}
