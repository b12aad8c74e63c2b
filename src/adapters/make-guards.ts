// All guards in one place: name, parameters and demand. Each host only says what form a guard has there.
import {
  type FreshOptions,
  freshGuard,
  type Guard,
  type GuardOptions,
  hasClaim,
  hasRole,
  userGuard,
} from './request-auth.ts'

/** The guards of a host. `Made` is the host's form of a guard: a middleware, a hook, or a function of an event. */
export interface Guards<Made> {
  /** Lets signed-in people through. */
  readonly requireUser: (options?: GuardOptions) => Made
  /** Lets people with this role, or one of these, through. Other signed-in people get 403. */
  readonly requireRole: (role: string | readonly string[], options?: GuardOptions) => Made
  /** Lets people through whose session has this claim with this value, or one of these. Other signed-in people get 403. */
  readonly requireClaim: (name: string, value: string | readonly string[], options?: GuardOptions) => Made
  /** Lets people through who signed in recently and strongly enough. Others are sent to sign in again. */
  readonly requireFresh: (options: FreshOptions) => Made
}

/** Makes every guard with the same function. */
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
