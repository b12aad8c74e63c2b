// The contract of every adapter: the same cases over real HTTP, on every host.
import { adapterCases } from './adapter/adapter-cases.ts'
import { type AdapterHost, openStage, type Stage } from './adapter/stage.ts'
import { hooksOf, type TestRunner } from './test-runner.ts'

/** Options of `adapterContract()`: the host under test, and the test runner. */
export interface AdapterContractOptions extends AdapterHost {
  /** The module `node:test`, Vitest's, or an object with their functions. */
  readonly runner: TestRunner
}

/**
 * Registers the suite that every adapter must pass. It starts the application four times: plain, below a prefix, with a
 * store that is down, and with its own clients. Each instance listens on its own port. docs/kit.md lists the routes that the
 * application must have.
 */
export function adapterContract({ runner, ...host }: AdapterContractOptions): void {
  const { describe, test } = runner
  const { before, after } = hooksOf(runner)
  describe(`the adapter for ${host.name}`, () => {
    let stage: Stage | undefined
    before(async () => {
      stage = await openStage(host)
    })
    after(async () => stage?.close())

    for (const { id, title, appliesTo, run } of adapterCases) {
      if (appliesTo?.(host) === false) continue
      const difference = host.differs?.[id]
      const register = difference === undefined ? test : test.skip
      register(difference === undefined ? title : `${title} (${difference})`, async () => {
        if (!stage) throw new Error('The stage is opened before the first test.')
        await run(stage)
      })
    }
  })
}
