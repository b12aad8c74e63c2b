// For hosts that run the application's modules while they build, where there are no secrets: the auth is made at the first request.
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { MountedAuth } from '../latchkey.ts'

/** An auth, or the function that makes it: called at the first request, and again where it failed. It may be asynchronous. */
export type GivenAuth = MountedAuth | (() => MaybePromise<MountedAuth>)

/** One for all requests, those too that come while it is being made. */
export function holdAuth(given: GivenAuth): () => MaybePromise<MountedAuth> {
  if (typeof given !== 'function') return () => given
  let held: MaybePromise<MountedAuth> | null = null
  return () => {
    if (held) return held
    held = given()
    if (held instanceof Promise) {
      held.then(
        (made) => (held = made),
        () => (held = null),
      )
    }
    return held
  }
}
