// The contract of every adapter: the same cases over real HTTP, whatever the host is.
import { after, before, describe, test } from 'node:test'
import { adapterCases } from './adapter-cases.ts'
import { type AdapterHost, openStage, type Stage } from './adapter-stage.ts'

export function describeAdapter(host: AdapterHost): void {
  describe(`the adapter for ${host.name}`, { timeout: 120_000 }, () => {
    let stage: Stage
    before(async () => {
      stage = await openStage(host)
    })
    after(() => stage?.close())

    for (const { id, title, appliesTo, run } of adapterCases) {
      if (appliesTo?.(host) === false) continue
      const difference = host.differs?.[id]
      test(title, { skip: difference ?? false }, () => run(stage))
    }
  })
}
