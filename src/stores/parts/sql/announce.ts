// Tells other servers what ended, in the transaction that ends it: they hear of it exactly if it is committed.
import type { SessionChange } from '../../../contracts/session-watch.ts'
import { messagesOf } from '../change-messages.ts'
import type { SqlDatabase } from './database.ts'
import { ask, type Work } from './work.ts'

/** Does nothing where the database has no channel. */
export function* announce({ announcement }: SqlDatabase, change: SessionChange): Work<void> {
  if (!announcement) return
  if (change.kind === 'sessions' && change.sessionIds.length === 0) return
  for (const message of messagesOf(change)) yield* ask(announcement(message))
}
