// The data that the memory store's facets share: deleting a user removes accounts, tokens and sessions in one step.
import type { SessionRecord } from '../../../contracts/session.ts'
import type { User } from '../../../contracts/user.ts'
import { LatchkeyError } from '../../../errors.ts'
import { SessionChanges } from '../session-changes.ts'
import { MemoryAccounts } from './memory-accounts.ts'
import { MemoryMarkMap } from './memory-mark-map.ts'
import { MemorySessionMap } from './memory-session-map.ts'
import { MemoryTokenMap } from './memory-token-map.ts'

export class MemoryRecords {
  readonly users: Map<string, User> = new Map()
  readonly userFields: Map<string, string> = new Map()
  readonly accounts: MemoryAccounts = new MemoryAccounts()
  readonly sessions: MemorySessionMap = new MemorySessionMap()
  readonly marks: MemoryMarkMap = new MemoryMarkMap()
  readonly tokens: MemoryTokenMap = new MemoryTokenMap()
  readonly changes: SessionChanges = new SessionChanges()

  requireUser(userId: string): void {
    if (this.users.has(userId)) return
    // The user was deleted while this request was under way; nothing may be stored for them.
    throw new LatchkeyError('account_not_found', { detail: 'The user does not exist (any more).' })
  }

  endSessions(matches: (session: SessionRecord) => boolean): readonly string[] {
    const ended = this.sessions.deleteWhere(matches)
    this.changes.ended(ended)
    return ended
  }
}
