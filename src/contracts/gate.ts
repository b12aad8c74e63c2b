// The gate: the application's own rule about who may sign in, asked before anything is stored.
import type { Identity } from './identity.ts'
import type { MaybePromise } from './maybe-promise.ts'
import type { AnyUser, User } from './user.ts'

/** What the application gave a login on its way (`auth.loginPath`): JSON of its own. */
export type LoginData = Readonly<Record<string, unknown>>

/** What is known of an identity, beyond what is in it. */
export interface IdentityContext {
  /**
   * The organization that manages the account, as the provider's own claim says it, such as a Google Workspace domain
   * (`hd`). Null for personal accounts, and for providers that have no such claim.
   */
  readonly organization: string | null
  /** Whether the provider itself runs the mailbox of the verified address, so that its word about it is final. */
  readonly isEmailAuthoritative: boolean
  /** What `auth.loginPath({ data })` gave this login: an invitation, a plan, a referrer. Null for a login without. */
  readonly data: LoginData | null
}

/** What the gate may ask. */
export interface AllowContext<U extends AnyUser = User> extends IdentityContext {
  /** Who this identity signs in as; null for somebody new. A query: ask it only where it matters. */
  readonly findUser: () => Promise<U | null>
}

/** True, or false, or the sentence that the refused person reads. */
export type Gate<U extends AnyUser = User> = (
  identity: Identity,
  context: AllowContext<U>,
) => MaybePromise<boolean | string>
