// Tells other servers what ends, in the transaction that ends it: they hear of it exactly if it is committed.
import type { SessionChange } from '../../../contracts/session-watch.ts'
import { messagesOf } from '../change-messages.ts'
import type { SqlDatabase } from './database.ts'
import type { IsIdle, Step } from './unit.ts'

/** None where the database has no channel. */
export function announce(
  { announcement }: SqlDatabase,
  change: SessionChange,
  isIdle: IsIdle,
): readonly Step[] {
  if (!announcement) return []
  return messagesOf(change).map((message) => ({ query: announcement(message), isIdle }))
}
