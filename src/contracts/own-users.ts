// Users who are rows of a table of the application's own. Accounts and sessions stay in our store, where each user has a
// row with the same id that they hang on.
import type { Identity } from './identity.ts'
import type { MaybePromise } from './maybe-promise.ts'
import type { AnyUser, UserProfile } from './user.ts'

export interface OwnUsers<U extends AnyUser> {
  /** Called at every session check. Null: the user is gone, so nobody is signed in. */
  find(userId: string): MaybePromise<U | null>
  /**
   * Makes a user for somebody who was never here; answers the new user's id (at most 255 characters). Two first sign-ins
   * at once may call it twice: the one whose account was stored second is taken back by `delete`.
   */
  create(identity: Identity): MaybePromise<string>
  /** What the provider says has changed since. Called only where it still was what the provider had said before. */
  update?(userId: string, profile: UserProfile): MaybePromise<void>
  /** By `auth.users.delete`, after accounts and sessions are gone; and for a row that another sign-in made needless. */
  delete?(userId: string): MaybePromise<void>
}
