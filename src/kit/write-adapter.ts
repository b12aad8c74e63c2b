// What you need to write an adapter: the helper for middlewares of any host, its parts for hosts that need another shape, and
// the bridge for hosts on Node.
export {
  accessToken,
  type BearerOptions,
  bearerGuard,
  bearerRequest,
  type GivenBearerOptions,
  metadataFor,
} from '../adapters/bearer.ts'
export {
  defineAdapter,
  type HostAdapter,
  type HostBearerGuard,
  type HostDescription,
  type HostGuard,
} from '../adapters/define-adapter.ts'
export { type Guards, makeGuards } from '../adapters/make-guards.ts'
export { bridge, type HostRequest, headOf, type NodeListener, send } from '../adapters/node-bridge.ts'
export {
  deliver,
  deliverOn,
  type FreshOptions,
  freshGuard,
  type Guard,
  type GuardedUser,
  type GuardOptions,
  type HeaderSink,
  hasClaim,
  hasRole,
  type ReadAuth,
  type Reading,
  type RequestAuth,
  readAuth,
  type SignedInAuth,
  userGuard,
} from '../adapters/request-auth.ts'
export { isBelow, targetOf } from '../adapters/request-target.ts'
export { waitUntilOf } from '../adapters/wait-until.ts'
export { type MaybePromise, whenReady } from '../contracts/maybe-promise.ts'
export type { MountedAuth, RequestHead, SessionSource } from '../latchkey.ts'
export type { WaitUntil } from '../sessions/sessions.ts'
