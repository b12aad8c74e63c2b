// `latchkey/testing/contract`: the suites that every store, provider and adapter of this package passes, for those of others.
// They are registered at the caller's test runner.

export type { CreateProvider } from './provider/option-tests.ts'
export { type ProviderContractOptions, providerContract } from './provider-contract.ts'
export {
  type StoreContractOptions,
  type StoreFacet,
  type StoreUnderTest,
  storeContract,
} from './store-contract.ts'
export type { RegisterHook, RegisterTest, TestRunner } from './test-runner.ts'
