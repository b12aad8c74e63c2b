// Which accounts a person could sign in with to prove that they are an existing user: not those of the very provider that has
// just said that this is another person, nor those whose provider is no longer configured.
import type { Identity } from '../contracts/identity.ts'
import type { LinkedAccount } from '../contracts/user.ts'
import type { AccountParts } from './account-parts.ts'

/** Where none of the accounts will do, other accounts of the same users stand in for them. */
export async function provable(
  { store, canSignInWith }: Pick<AccountParts, 'store' | 'canSignInWith'>,
  identity: Pick<Identity, 'provider' | 'issuer'>,
  accounts: readonly LinkedAccount[],
): Promise<readonly LinkedAccount[]> {
  const isProof = (account: LinkedAccount) =>
    account.issuer !== identity.issuer && account.provider !== identity.provider && canSignInWith(account)
  const proofs = accounts.filter(isProof)
  const covered = new Set(proofs.map(({ userId }) => userId))
  const others = [...new Set(accounts.map(({ userId }) => userId))].filter((userId) => !covered.has(userId))
  const more = await Promise.all(others.map((userId) => store.users.listAccounts(userId)))
  return [...proofs, ...more.flat().filter(isProof)]
}
