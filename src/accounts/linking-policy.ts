// Decides which identities belong to which users: a pure function, so that it can be read, tested and replaced. Identity is
// (issuer, subject); an e-mail address alone never signs a person in (OpenID Connect Core §5.7).
import type { Identity } from '../contracts/identity.ts'
import type { LinkedAccount } from '../contracts/user.ts'

/** The input of a `LinkingPolicy`. */
export interface LinkingQuestion {
  readonly identity: Identity
  /** The stored account of this identity, or null. */
  readonly account: LinkedAccount | null
  /** Set when a signed-in person asked to add this identity. */
  readonly linkTo: { readonly userId: string } | null
  /** Accounts of other users with the same e-mail address, verified on both sides. */
  readonly candidates: readonly LinkedAccount[]
  /** Whether the provider runs the mailbox, so that it is authoritative for the address. */
  readonly isAuthoritative: boolean
}

/** What to do with an identity that signs in: the result of a `LinkingPolicy`. */
export type LinkingDecision =
  | { readonly kind: 'sign-in'; readonly userId: string }
  | { readonly kind: 'create' }
  | { readonly kind: 'link'; readonly userId: string }
  /** Guided linking: the person is shown their existing account, and proves that it is theirs by signing in with it. */
  | { readonly kind: 'offer'; readonly candidates: readonly LinkedAccount[] }
  | { readonly kind: 'refuse'; readonly code: 'account_linked_elsewhere' | 'account_refused' }

/** Decides which identities and users belong together. A pure function: it reads and stores nothing. */
export type LinkingPolicy = (question: LinkingQuestion) => LinkingDecision

/**
 * Known identities sign in; new identities get a new user. Accounts are never merged by e-mail address. If the provider is
 * authoritative for a verified address, a person who already has an account with it is offered to link the two.
 */
export const defaultLinkingPolicy: LinkingPolicy = ({ account, linkTo, candidates, isAuthoritative }) => {
  if (linkTo) {
    if (!account) return { kind: 'link', userId: linkTo.userId }
    if (account.userId === linkTo.userId) return { kind: 'sign-in', userId: account.userId }
    // An identity has one user: moving it would hand over another user's account.
    return { kind: 'refuse', code: 'account_linked_elsewhere' }
  }
  if (account) return { kind: 'sign-in', userId: account.userId }
  // Only the owner of the mailbox may learn that an account with this address exists.
  if (isAuthoritative && candidates.length > 0) return { kind: 'offer', candidates }
  return { kind: 'create' }
}
