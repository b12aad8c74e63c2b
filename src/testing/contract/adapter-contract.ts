// The contract of every adapter: the same cases over real HTTP, whatever the host is.
import { adapterCases } from './adapter/adapter-cases.ts'
import { type AdapterHost, openStage, type Stage } from './adapter/stage.ts'
import { hooksOf, type TestRunner } from './test-runner.ts'

/** What the suite needs: the host under test, and where to register. */
export interface AdapterContractOptions extends AdapterHost {
  /** The module `node:test`, Vitest's, or an object with their functions. */
  readonly runner: TestRunner
}

/**
 * Registers the suite that every adapter passes. It starts the application four times: as it is, below a prefix, with a
 * store that is down, and with clients of its own. Each listens on a port of its own. docs/kit.md lists the routes that the application has.
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
