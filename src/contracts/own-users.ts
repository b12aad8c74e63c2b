// Users that are rows of the application's own table. Accounts and sessions stay in Latchkey's store, where each user has a row
// with the same id that they refer to.
import type { IdentityContext } from './gate.ts'
import type { Identity } from './identity.ts'
import type { MaybePromise } from './maybe-promise.ts'
import type { AnyUser, UserId, UserProfile } from './user.ts'

/**
 * Ids may be text, integers or UUIDs. The store keeps them as text, at most 255 characters, and calls `find` and the other
 * functions with that text: `find: (userId) => table.find(Number(userId))`.
 */
export interface OwnUsers<U extends AnyUser> {
  /** Finds the user at every session check. Return null if the user no longer exists: the session is then ignored. */
  find(userId: string): MaybePromise<U | null>
  /**
   * Finds an existing row for a new person by e-mail address; returns its id, or null if there is none. Called before `create`,
   * and only if the address is verified by the provider that runs the mailbox: what other providers say about it may be years
   * out of date. A row whose user already has accounts is not taken over: the person is asked to sign in with one of them
   * first.
   */
  adopt?(
    identity: Identity & { readonly email: string },
    context: IdentityContext,
  ): MaybePromise<UserId | null>
  /**
   * Creates a user for a new person; returns the new user's id. To refuse, throw `refuseSignIn('…')` with the sentence to show
   * to the person; any other error refuses with `account_not_created`. Two concurrent first sign-ins may call it twice: the
   * user whose account is stored second is removed with `delete`.
   */
  create(identity: Identity, context: IdentityContext): MaybePromise<UserId>
  /**
   * Called at each sign-in, including the first, before the session starts: updates what the row takes from the provider's
   * claims, such as a role derived from groups. An error refuses the sign-in.
   */
  refresh?(userId: string, identity: Identity): MaybePromise<void>
  /**
   * Called with the new profile when the provider's data has changed. Only fields that still had the provider's previous value
   * change.
   */
  update?(userId: string, profile: UserProfile): MaybePromise<void>
  /** Called by `auth.users.delete`, after accounts and sessions are deleted, and for a row that `create` made needlessly. */
  delete?(userId: string): MaybePromise<void>
}
