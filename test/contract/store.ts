// The contract of a store, registered with node:test: src/testing/contract/store-contract.ts.
import * as runner from 'node:test'
import {
  type StoreFacet,
  type StoreUnderTest,
  storeContract,
} from '../../src/testing/contract/store-contract.ts'

export interface DescribeStoreOptions {
  /** Why the suite cannot run here. */
  readonly skip?: string | false
  readonly facets?: readonly StoreFacet[]
}

/** Registers the suite for one kind of store. */
export function describeStore(
  name: string,
  create: () => Promise<StoreUnderTest>,
  { skip = false, facets }: DescribeStoreOptions = {},
): void {
  if (skip === false) storeContract({ runner, name, create, facets })
  else runner.test(`${name} keeps the contract of a store`, { skip })
}
