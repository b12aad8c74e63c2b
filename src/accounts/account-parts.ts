// What the steps from an identity to a user work with, and what comes of them.
import type { OwnUsers } from '../contracts/own-users.ts'
import type { Store } from '../contracts/store.ts'
import type { AnyUser, LinkedAccount, User } from '../contracts/user.ts'
import type { LinkingPolicy } from './linking-policy.ts'

export interface AccountParts {
  readonly store: Store
  /** Set where users are rows of the application's own table. */
  readonly ownUsers: OwnUsers<AnyUser> | null
  readonly policy: LinkingPolicy
  /** Whether a sign-in with this account is still possible: its provider is configured and issues for it. */
  readonly canSignInWith: (account: LinkedAccount) => boolean
  /** A row of the application's own table that no user hangs on could not be taken back. */
  readonly onLeftOver: (userId: string, error: unknown) => void
  readonly now: () => number
  readonly newId: () => string
}

export type IdentityOutcome =
  | { readonly kind: 'signed-in'; readonly user: User; readonly isNew: boolean; readonly isLinked: boolean }
  | {
      readonly kind: 'offer'
      readonly candidates: readonly LinkedAccount[]
      /** A sign-in with this provider may confirm, too: its people are being moved. */
      readonly formerProvider: string | null
    }
