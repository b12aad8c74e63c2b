// `latchkey/dev`: the local identity provider, for development and tests.
export type { EndpointName, RequestRecord } from './exchange.ts'
export type { FaultOptions } from './fault-switch.ts'
export { type Fault, type FaultEntry, type FaultPlace, faults } from './faults.ts'
export type { ProviderDescription } from './provider-description.ts'
export type { Registration } from './registration.ts'
export { standIn } from './stand-in.ts'
export {
  type DevIdentityProvider,
  type DevIdentityProviderOptions,
  startDevIdentityProvider,
} from './start-dev-identity-provider.ts'
