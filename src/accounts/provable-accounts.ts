// The accounts that a person could sign in with to prove that they are an existing user: not those of the provider that has
// just identified them as another person, nor those whose provider is no longer configured.
import type { Identity } from '../contracts/identity.ts'
import type { LinkedAccount } from '../contracts/user.ts'
import type { AccountParts } from './account-parts.ts'

/** For users without such an account, their other accounts are considered. */
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
