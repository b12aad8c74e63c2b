// A new person may already have a row in the application's own table. They take it over if the provider is authoritative for
// their address; otherwise they get a new user.
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
  // The user already has accounts, so the person must sign in with one of them, as when linking.
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
  // Unless the provider runs the mailbox, the address may be false, old or shared (OpenID Connect Core §5.7).
  if (!ownUsers?.adopt || !context.isEmailAuthoritative || !emailVerified || email === null) return null
  const found = await askApplication(() => ownUsers.adopt?.({ ...identity, email }, context))
  return found === null || found === undefined ? null : readUserId('adopt', found)
}
