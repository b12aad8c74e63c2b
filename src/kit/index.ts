// `latchkey/kit`: what you need to write a provider, a store or an adapter outside of this package. The suites that each of them
// must pass are in `latchkey/testing/contract`; docs/kit.md has one example of each.
export { type ErrorCode, LatchkeyError, type LatchkeyErrorOptions } from '../errors.ts'
export * from './write-adapter.ts'
export * from './write-provider.ts'
export * from './write-store.ts'
