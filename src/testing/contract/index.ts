// `latchkey/testing/contract`: the suites that every store, provider and adapter of this package passes, for custom ones.
// They register their tests with the caller's test runner.

export { contractApi } from './adapter/contract-api.ts'
export { contractAuth } from './adapter/contract-auth.ts'
export { foreignAuth, leaveForeignAuth } from './adapter/foreign-auth.ts'
export type { AdapterHost, HostEnvironment } from './adapter/stage.ts'
export { type AdapterContractOptions, adapterContract } from './adapter-contract.ts'
export type { CreateProvider } from './provider/option-tests.ts'
export { type ProviderContractOptions, providerContract } from './provider-contract.ts'
export {
  type StoreContractOptions,
  type StoreFacet,
  type StoreUnderTest,
  storeContract,
} from './store-contract.ts'
export type { RegisterHook, RegisterTest, TestRunner } from './test-runner.ts'
