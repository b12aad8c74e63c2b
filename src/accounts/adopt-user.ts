// A person who is new to us may have a row in the application's own table already: it becomes theirs where the provider's word
// about the mailbox is final; else they get a user of their own.
import type { IdentityContext } from '../contracts/gate.ts'
import type { Identity } from '../contracts/identity.ts'
import type { AccountParts, IdentityOutcome } from './account-parts.ts'
import { askApplication, createUser, readUserId, storeUser } from './create-user.ts'
import { provable } from './provable-accounts.ts'

/** Throws `account_refused`, `account_not_created`. */
export async function adoptUser(
  parts: AccountParts,
  identity: Identity,
  context: IdentityContext,
): Promise<IdentityOutcome> {
  const userId = await findRow(parts, identity, context)
  if (userId === null) return createUser(parts, identity, context)
  if (!(await parts.store.users.find(userId))) return storeUser(parts, identity, userId)
  // Somebody signs in as this user already. They prove it, as with any other account.
  const candidates = await provable(parts, identity, await parts.store.users.listAccounts(userId))
  return candidates.length > 0
    ? { kind: 'offer', candidates, formerProvider: null }
    : createUser(parts, identity, context)
}

async function findRow(
  { ownUsers }: AccountParts,
  identity: Identity,
  context: IdentityContext,
): Promise<string | null> {
  const { email, emailVerified } = identity
  // A mailbox's address may be false, old or shared where its own provider does not vouch for it (OpenID Connect Core §5.7).
  if (!ownUsers?.adopt || !context.isEmailAuthoritative || !emailVerified || email === null) return null
  const found = await askApplication(() => ownUsers.adopt?.({ ...identity, email }, context))
  return found === null || found === undefined ? null : readUserId('adopt', found)
}
