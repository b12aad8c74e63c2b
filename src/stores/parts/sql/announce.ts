// Tells other servers which sessions end, in the transaction that ends them: they are notified if and only if it commits.
import type { SessionChange } from '../../../contracts/session-watch.ts'
import { messagesOf } from '../change-messages.ts'
import type { SqlDatabase } from './database.ts'
import type { IsIdle, Step } from './unit.ts'

/** Returns no steps if the database has no channel. */
export function announce(
  { announcement }: SqlDatabase,
  change: SessionChange,
  isIdle: IsIdle,
): readonly Step[] {
  if (!announcement) return []
  return messagesOf(change).map((message) => ({ query: announcement(message), isIdle }))
}
