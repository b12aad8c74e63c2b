// Every guard there is, once: its name, what it takes, and what it demands. Each host says only what a guard looks like there.
import {
  type FreshOptions,
  freshGuard,
  type Guard,
  type GuardOptions,
  hasClaim,
  hasRole,
  userGuard,
} from './request-auth.ts'

/** The guards of a host; `Made` is what one is there: a middleware, a hook, a function of an event. */
export interface Guards<Made> {
  /** Lets signed-in people through. */
  readonly requireUser: (options?: GuardOptions) => Made
  /** Lets people with this role through, or with one of these; others get 403. */
  readonly requireRole: (role: string | readonly string[], options?: GuardOptions) => Made
  /** Lets people through whose session keeps this claim with this value, or one of these; others get 403. */
  readonly requireClaim: (name: string, value: string | readonly string[], options?: GuardOptions) => Made
  /** Lets people through who signed in recently, or strongly enough. */
  readonly requireFresh: (options: FreshOptions) => Made
}

/** Makes every guard by the same function. */
export function makeGuards<Made>(make: (guard: Guard, options: GuardOptions) => Made): Guards<Made> {
  const allowing = (options: GuardOptions, allow: NonNullable<GuardOptions['allow']>) =>
    make(userGuard({ ...options, allow }), options)
  return {
    requireUser: (options = {}) => make(userGuard(options), options),
    requireRole: (role, options = {}) => allowing(options, hasRole(role)),
    requireClaim: (name, value, options = {}) => allowing(options, hasClaim(name, value)),
    requireFresh: (options) => make(freshGuard(options), options),
  }
}
