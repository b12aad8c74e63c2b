// Sessions that were read a moment ago. Nothing here outlives its end: the store tells what ended in this process at once,
// and what ended elsewhere through its watch; while the watch cannot be trusted, every check reads the store.
import { type MaybePromise, whenReady } from '../contracts/maybe-promise.ts'
import type { Session, SessionRecord } from '../contracts/session.ts'
import type { SessionChange } from '../contracts/session-watch.ts'
import type { Store, StoredSession } from '../contracts/store.ts'
import { LimitedMap } from '../web/limited-map.ts'
import type { ReadSession } from './sessions.ts'

/** About 1 kB each. */
const MOST_ENTRIES = 20_000

/** A session as the check needs it, made once. */
export interface KnownSession {
  readonly record: SessionRecord
  readonly read: ReadSession
  /** The token whose secret was found to be this session's: next time it is compared instead of hashed. */
  proven: string | null
  /** Milliseconds of a clock that never jumps. */
  readonly readAt: number
}

export interface SessionCacheOptions {
  readonly store: Store
  readonly toSession: (stored: StoredSession) => Session
  /** After this much time an entry is read again, whatever the watch says. 0: nothing is remembered. */
  readonly cacheMilliseconds: number
  /** Default: `performance.now`, which a changed wall clock does not move. */
  readonly elapsed?: () => number
}

export interface SessionCache {
  /** The session as it is remembered, or null; asks no store. */
  readonly peek: (sessionId: string) => KnownSession | null
  /** The session, remembered or read. */
  readonly find: (sessionId: string) => MaybePromise<KnownSession | null>
  /** Forgets one session, so that the next check sees what the store says of it. */
  readonly forget: (sessionId: string) => void
}

export function sessionCache(options: SessionCacheOptions): SessionCache {
  const { store, toSession, cacheMilliseconds, elapsed = () => performance.now() } = options
  const { watch } = store
  const entries = new LimitedMap<string, KnownSession>(MOST_ENTRIES)
  let changes = 0
  const isOn = watch !== null && cacheMilliseconds > 0
  if (isOn) watch.begin(drop)

  function peek(sessionId: string): KnownSession | null {
    // Trust is asked for first: asking is what lets a change be heard.
    if (!entries.has(sessionId) || !watch?.isTrusted()) return null
    const entry = entries.get(sessionId)
    return entry && elapsed() - entry.readAt < cacheMilliseconds ? entry : null
  }

  function find(sessionId: string): MaybePromise<KnownSession | null> {
    const known = peek(sessionId)
    if (known) return known
    const changesBefore = changes
    return whenReady(store.sessions.find(sessionId), (stored) => {
      if (!stored) return null
      const { session: record, userFields } = stored
      const read = { session: toSession(stored), userFields, renewed: null }
      const found = { record, read, proven: null, readAt: elapsed() }
      // Something ended while the store was being read: this answer may be from before.
      if (isOn && changes === changesBefore && watch.isTrusted() && changes === changesBefore) {
        entries.set(record.id, found)
      }
      return found
    })
  }

  function drop(change: SessionChange): void {
    changes++
    if (change.kind === 'sessions') change.sessionIds.forEach(forget)
    else if (change.kind === 'user') forgetUser(change.userId)
    else entries.clear()
  }

  /** All of them are looked at: users change seldom, and an index would be paid for by every session. */
  function forgetUser(userId: string): void {
    for (const [id, { record }] of entries) if (record.userId === userId) entries.delete(id)
  }

  function forget(sessionId: string): void {
    entries.delete(sessionId)
  }

  return { peek, find, forget }
}
