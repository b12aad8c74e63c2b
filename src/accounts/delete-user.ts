// Deletes a user with accounts, tokens and sessions, and the row of the application's own table if there is one.
import type { AccountParts } from './account-parts.ts'

/** Returns the ids of the ended sessions. The audit trail is kept. */
export async function deleteUser(
  { store, ownUsers }: Pick<AccountParts, 'store' | 'ownUsers'>,
  userId: string,
): Promise<readonly string[]> {
  const sessionIds = await store.users.delete(userId)
  await ownUsers?.delete?.(userId)
  return sessionIds
}
