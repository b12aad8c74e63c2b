// The dependencies and the result of the steps from an identity to a user.
import type { OwnUsers } from '../contracts/own-users.ts'
import type { Store } from '../contracts/store.ts'
import type { AnyUser, LinkedAccount, User } from '../contracts/user.ts'
import type { LinkingPolicy } from './linking-policy.ts'

export interface AccountParts {
  readonly store: Store
  /** Set if users are rows of the application's own table. */
  readonly ownUsers: OwnUsers<AnyUser> | null
  readonly policy: LinkingPolicy
  /** Whether a sign-in with this account is still possible: its provider is configured and issues for it. */
  readonly canSignInWith: (account: LinkedAccount) => boolean
  /** Called when an unused row of the application's own table could not be deleted. */
  readonly onLeftOver: (userId: string, error: unknown) => void
  readonly now: () => number
  readonly newId: () => string
}

export type IdentityOutcome =
  | { readonly kind: 'signed-in'; readonly user: User; readonly isNew: boolean; readonly isLinked: boolean }
  | {
      readonly kind: 'offer'
      readonly candidates: readonly LinkedAccount[]
      /** The provider that the person used before a migration: signing in with it also confirms. */
      readonly formerProvider: string | null
    }
