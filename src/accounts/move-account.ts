// A provider issues its subjects anew (a new registration, another issuer): in a migration window, a person who is known under
// the old key stays the user that they are.
import type { Identity, IdentityKey } from '../contracts/identity.ts'
import type { AccountParts, IdentityOutcome } from './account-parts.ts'
import { addAccount } from './add-account.ts'

/** Null where no former key is anybody's. */
export async function moveAccount(
  parts: AccountParts,
  identity: Identity,
  formerKeys: readonly IdentityKey[],
): Promise<IdentityOutcome | null> {
  for (const key of formerKeys) {
    const former = await parts.store.users.findAccount(key)
    if (!former) continue
    const accounts = await parts.store.users.listAccounts(former.userId)
    // An old key moves once: a second person who is said to have it is another person.
    const hasMoved = accounts.some(
      ({ id, issuer, provider }) =>
        id !== former.id && issuer === identity.issuer && provider === identity.provider,
    )
    if (hasMoved) continue
    return addAccount(parts, identity, former.userId)
  }
  return null
}
