// The store suite inside workerd: each test runs in the worker, and the response lists the results.
import { d1 } from 'latchkey/stores/d1'
import { storeContract } from '../../../src/testing/contract/store-contract.ts'
import { CollectingRunner } from '../../support/collecting-runner.ts'

interface Bindings {
  readonly DB: Parameters<typeof d1>[0]
}

export default {
  async fetch(_request: Request, { DB }: Bindings): Promise<Response> {
    const runner = new CollectingRunner()
    storeContract({ runner, name: 'd1', create: () => ({ store: d1(DB) }) })
    return Response.json(await runner.run())
  },
}
