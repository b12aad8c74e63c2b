// Removes from a user the data that came only from one provider, for a person who wants that provider's data about them deleted
// but keeps another account.
import type { LinkedAccount, UserProfile } from '../contracts/user.ts'
import type { AccountParts } from './account-parts.ts'

/** The data of the person's other accounts replaces it; data that the application has set is kept. */
export async function forgetProfile(
  { store, ownUsers }: Pick<AccountParts, 'store' | 'ownUsers'>,
  leaving: LinkedAccount,
): Promise<void> {
  const user = await store.users.find(leaving.userId)
  const others = (await store.users.listAccounts(leaving.userId)).filter(({ id }) => id !== leaving.id)
  if (!user || others.length === 0) return
  const isTheirs = (field: 'email' | 'name' | 'picture') =>
    user[field] !== null &&
    user[field] === leaving[field] &&
    !others.some((other) => other[field] === user[field])
  const replaced = <Field extends 'email' | 'name' | 'picture'>(field: Field): string | null =>
    isTheirs(field) ? (others.find((other) => other[field] !== null)?.[field] ?? null) : user[field]
  const email = replaced('email')
  const owner = others.find((other) => other.email === email)
  const profile: UserProfile = {
    email,
    emailVerified: isTheirs('email') ? email !== null && owner?.emailVerified === true : user.emailVerified,
    name: replaced('name'),
    picture: replaced('picture'),
  }
  if (!(['email', 'name', 'picture'] as const).some(isTheirs)) return
  await store.users.update(user.id, profile)
  await ownUsers?.update?.(user.id, profile)
}
