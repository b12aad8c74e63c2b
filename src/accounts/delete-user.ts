// Deletes a user with accounts, tokens and sessions; and the row of the application's own table, where users are such rows.
import type { AccountParts } from './account-parts.ts'

/** Answers the ids of the sessions that ended. The audit trail stays. */
export async function deleteUser(
  { store, ownUsers }: Pick<AccountParts, 'store' | 'ownUsers'>,
  userId: string,
): Promise<readonly string[]> {
  const sessionIds = await store.users.delete(userId)
  await ownUsers?.delete?.(userId)
  return sessionIds
}
