// When a provider has issued new subjects (a new registration, another issuer), a person who is known under the old key keeps
// their user, during a migration window.
import type { Identity, IdentityKey } from '../contracts/identity.ts'
import type { AccountParts, IdentityOutcome } from './account-parts.ts'
import { addAccount } from './add-account.ts'

/** Returns null if no account has one of the former keys. */
export async function moveAccount(
  parts: AccountParts,
  identity: Identity,
  formerKeys: readonly IdentityKey[],
): Promise<IdentityOutcome | null> {
  for (const key of formerKeys) {
    const former = await parts.store.users.findAccount(key)
    if (!former) continue
    const accounts = await parts.store.users.listAccounts(former.userId)
    // An old key is moved only once: a second identity that claims it is another person.
    const hasMoved = accounts.some(
      ({ id, issuer, provider }) =>
        id !== former.id && issuer === identity.issuer && provider === identity.provider,
    )
    if (hasMoved) continue
    return addAccount(parts, identity, former.userId)
  }
  return null
}
