// For hosts that run the application's modules at build time, without secrets: the auth is created at the first request.
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { MountedAuth } from '../latchkey.ts'

/** An auth, or a function that creates it. The function may be async; it is called at the first request, and again if it failed. */
export type GivenAuth = MountedAuth | (() => MaybePromise<MountedAuth>)

/** Returns the same auth for all requests, including those that arrive while it is being created. */
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
