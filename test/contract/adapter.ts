// The contract of an adapter, registered with node:test: src/testing/contract/adapter-contract.ts.
import * as runner from 'node:test'
import type { AdapterHost } from '../../src/testing/contract/adapter/stage.ts'
import { adapterContract } from '../../src/testing/contract/adapter-contract.ts'

export function describeAdapter(host: AdapterHost): void {
  adapterContract({ runner, ...host })
}
