// `latchkey/resource`: for APIs that accept access tokens of other issuers. The guards of each host are in the host's own entry.
export { type ErrorCode, LatchkeyError } from '../../errors.ts'
export type { ResourceRequest } from './find-access-token.ts'
export {
  type BearerGuard,
  type ProtectedResource,
  protectedResource,
} from './protected-resource.ts'
export type {
  AccessToken,
  BearerCheck,
  BearerDemand,
  DpopOptions,
  IntrospectionOptions,
  ProtectedResourceOptions,
  TrustedIssuer,
} from './resource-options.ts'
