// `latchkey/kit`: what one needs to write a provider, a store or an adapter outside of this package. The suites that each
// must pass are in `latchkey/testing/contract`; docs/kit.md has one of each.
export { type ErrorCode, LatchkeyError, type LatchkeyErrorOptions } from '../errors.ts'
export * from './write-adapter.ts'
export * from './write-provider.ts'
export * from './write-store.ts'
