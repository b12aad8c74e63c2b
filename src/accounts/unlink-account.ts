// Removes a way to sign in, and never the last one.
import type { Store } from '../contracts/store.ts'
import { LatchkeyError } from '../errors.ts'

/** Throws `account_last` and `account_not_found`; the store decides atomically. */
export async function unlinkAccount(store: Store, userId: string, accountId: string): Promise<void> {
  const outcome = await store.users.unlinkAccount(userId, accountId)
  if (outcome === 'last-account') throw new LatchkeyError('account_last')
  if (outcome === 'not-found') throw new LatchkeyError('account_not_found')
}
