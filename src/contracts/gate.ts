// The gate: the application's rule about who may sign in. It runs before anything is stored.
import type { Identity } from './identity.ts'
import type { MaybePromise } from './maybe-promise.ts'
import type { AnyUser, User } from './user.ts'

/** JSON that the application attached to a login with `auth.loginPath({ data })`. */
export type LoginData = Readonly<Record<string, unknown>>

/** Facts about a login that are not part of the identity. */
export interface IdentityContext {
  /**
   * The organization that manages the account, from the provider's claim, such as a Google Workspace domain (`hd`). Null for
   * personal accounts, and for providers without such a claim.
   */
  readonly organization: string | null
  /** Whether the provider runs the mailbox of the verified address, so that it is authoritative for this address. */
  readonly isEmailAuthoritative: boolean
  /**
   * The `data` of `auth.loginPath({ data })` for this login, such as an invitation, a plan or a referrer; null if there is
   * none.
   */
  readonly data: LoginData | null
}

/** The second argument of the gate. */
export interface AllowContext<U extends AnyUser = User> extends IdentityContext {
  /** Finds the user that this identity signs in as; null for a new person. This queries the store: call it only if needed. */
  readonly findUser: () => Promise<U | null>
}

/** Returns true to allow the sign-in; false, or the sentence to show to the person, to refuse it. */
export type Gate<U extends AnyUser = User> = (
  identity: Identity,
  context: AllowContext<U>,
) => MaybePromise<boolean | string>
