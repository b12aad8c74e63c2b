// What the suites need of a test runner. They name none: `node:test` and Vitest have these functions, and so has Jest with
// its globals in an object.

/** Registers one test; `skip` registers one that is shown and not run. */
export interface RegisterTest {
  (name: string, body: () => void | Promise<void>): unknown
  readonly skip: (name: string, body: () => void | Promise<void>) => unknown
}

/** Runs before or after the tests of the group around it. */
export type RegisterHook = (body: () => Promise<void>) => unknown

/** `import * as runner from 'node:test'`, or `import * as runner from 'vitest'`. */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => unknown
  readonly test: RegisterTest
  /** As `node:test` calls it. */
  readonly before?: RegisterHook
  /** As Vitest and Jest call it. */
  readonly beforeAll?: RegisterHook
  readonly after?: RegisterHook
  readonly afterAll?: RegisterHook
}

/** The hooks under either name. */
export function hooksOf(runner: TestRunner): { readonly before: RegisterHook; readonly after: RegisterHook } {
  const before = runner.before ?? runner.beforeAll
  const after = runner.after ?? runner.afterAll
  if (!before || !after)
    throw new TypeError('The test runner has no before and after (or beforeAll and afterAll).')
  return { before, after }
}
