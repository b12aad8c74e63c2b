// The functions that the suites need from a test runner. `node:test` and Vitest export them; for Jest, pass its globals in an
// object.

/** Registers one test. `skip` registers one that is reported but not run. */
export interface RegisterTest {
  (name: string, body: () => void | Promise<void>): unknown
  readonly skip: (name: string, body: () => void | Promise<void>) => unknown
}

/** Runs before or after the tests of the surrounding group. */
export type RegisterHook = (body: () => Promise<void>) => unknown

/** `import * as runner from 'node:test'`, or `import * as runner from 'vitest'`. */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => unknown
  readonly test: RegisterTest
  /** The name in `node:test`. */
  readonly before?: RegisterHook
  /** The name in Vitest and Jest. */
  readonly beforeAll?: RegisterHook
  readonly after?: RegisterHook
  readonly afterAll?: RegisterHook
}

/** Returns the hooks under either name. Throws `TypeError` if the runner has neither. */
export function hooksOf(runner: TestRunner): { readonly before: RegisterHook; readonly after: RegisterHook } {
  const before = runner.before ?? runner.beforeAll
  const after = runner.after ?? runner.afterAll
  if (!before || !after)
    throw new TypeError('The test runner has no before and after (or beforeAll and afterAll).')
  return { before, after }
}
