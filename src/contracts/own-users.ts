// Users who are rows of a table of the application's own. Accounts and sessions stay in our store, where each user has a
// row with the same id that they hang on.
import type { IdentityContext } from './gate.ts'
import type { Identity } from './identity.ts'
import type { MaybePromise } from './maybe-promise.ts'
import type { AnyUser, UserId, UserProfile } from './user.ts'

/**
 * Ids may be text, integers or UUIDs. The store keeps the text of them, at most 255 characters, and that text is what `find`
 * and the others are called with: `find: (userId) => table.find(Number(userId))`.
 */
export interface OwnUsers<U extends AnyUser> {
  /** Called at every session check. Null: the user is gone, so the session does not count. */
  find(userId: string): MaybePromise<U | null>
  /**
   * The row that a new person has already, found by their e-mail address; null where there is none. Called before `create`, and
   * only when the address is verified by the provider that runs the mailbox: any other provider's word about it may be years
   * old. A row whose user has accounts already is not taken over: the person is offered to sign in with one of them once.
   */
  adopt?(
    identity: Identity & { readonly email: string },
    context: IdentityContext,
  ): MaybePromise<UserId | null>
  /**
   * Makes a user for somebody who was never here; answers the new user's id. To refuse, throw `refuseSignIn('…')` with the
   * sentence that the person reads; whatever else is thrown refuses with `account_not_created`. Two first sign-ins at once may
   * call it twice: the one whose account was stored second is taken back by `delete`.
   */
  create(identity: Identity, context: IdentityContext): MaybePromise<UserId>
  /**
   * At each sign-in, the first one too, before the session starts: brings what the row takes from the provider's claims up to
   * date, such as a role by groups. What it throws refuses the sign-in.
   */
  refresh?(userId: string, identity: Identity): MaybePromise<void>
  /** What the provider says has changed since. Called only where it still was what the provider had said before. */
  update?(userId: string, profile: UserProfile): MaybePromise<void>
  /** By `auth.users.delete`, after accounts and sessions are gone; and for a row that `create` made in vain. */
  delete?(userId: string): MaybePromise<void>
}
