// Which users and identities go together: a pure function, so that it can be read, tested and replaced.
// Identity is (issuer, subject); an e-mail address alone never signs anybody in (OpenID Connect Core §5.7).
import type { Identity } from '../contracts/identity.ts'
import type { LinkedAccount } from '../contracts/user.ts'

/** What the policy may look at. */
export interface LinkingQuestion {
  readonly identity: Identity
  /** The stored bond of this very identity, if there is one. */
  readonly account: LinkedAccount | null
  /** Set when a signed-in person asked to add this identity. */
  readonly linkTo: { readonly userId: string } | null
  /** Accounts of others that carry the same e-mail address, verified on both sides. */
  readonly candidates: readonly LinkedAccount[]
  /** Whether the provider itself runs the mailbox, so that its word about the address is final. */
  readonly isAuthoritative: boolean
}

/** What becomes of an identity that signs in: the answer of a `LinkingPolicy`. */
export type LinkingDecision =
  | { readonly kind: 'sign-in'; readonly userId: string }
  | { readonly kind: 'create' }
  | { readonly kind: 'link'; readonly userId: string }
  /** Guided linking: the person is shown where they already have an account, and proves it. */
  | { readonly kind: 'offer'; readonly candidates: readonly LinkedAccount[] }
  | { readonly kind: 'refuse'; readonly code: 'account_linked_elsewhere' | 'account_refused' }

/** Decides which identities and users belong together. A pure function: it asks nothing and stores nothing. */
export type LinkingPolicy = (question: LinkingQuestion) => LinkingDecision

/**
 * Known identities sign in; new ones get a user of their own. Nothing is ever merged by e-mail. Only where the provider
 * is authoritative for a verified address, a person who already has an account with it is offered to link the two.
 */
export const defaultLinkingPolicy: LinkingPolicy = ({ account, linkTo, candidates, isAuthoritative }) => {
  if (linkTo) {
    if (!account) return { kind: 'link', userId: linkTo.userId }
    if (account.userId === linkTo.userId) return { kind: 'sign-in', userId: account.userId }
    // One identity, one user: moving it would hand over somebody's account.
    return { kind: 'refuse', code: 'account_linked_elsewhere' }
  }
  if (account) return { kind: 'sign-in', userId: account.userId }
  // Telling anybody but the owner of the mailbox would reveal who has an account here.
  if (isAuthoritative && candidates.length > 0) return { kind: 'offer', candidates }
  return { kind: 'create' }
}
