// Adds an identity to an existing user.
import type { Identity } from '../contracts/identity.ts'
import { LatchkeyError } from '../errors.ts'
import { accountOf } from './account-of.ts'
import type { AccountParts, IdentityOutcome } from './account-parts.ts'

/** Adds the identity to the user. Throws `account_linked_elsewhere`. */
export async function addAccount(
  parts: AccountParts,
  identity: Identity,
  userId: string,
): Promise<IdentityOutcome> {
  const outcome = await parts.store.users.linkAccount(accountOf(parts, identity, userId))
  // Another request was faster, for another user.
  if (outcome === 'taken') throw new LatchkeyError('account_linked_elsewhere')
  const user = await parts.store.users.find(userId)
  if (!user)
    throw new LatchkeyError('attempt_session_changed', {
      detail: 'The user was deleted during this request.',
    })
  return { kind: 'signed-in', user, isNew: false, isLinked: outcome === 'linked' }
}
