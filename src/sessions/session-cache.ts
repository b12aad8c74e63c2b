// Caches sessions. Ended sessions are dropped: the store reports those that ended in this process at once, and others through
// its watch. While the watch cannot be trusted, every check reads the store.
import { type MaybePromise, whenReady } from '../contracts/maybe-promise.ts'
import type { Session, SessionRecord } from '../contracts/session.ts'
import type { SessionChange } from '../contracts/session-watch.ts'
import type { Store, StoredSession } from '../contracts/store.ts'
import { LimitedMap } from '../web/limited-map.ts'
import type { ReadSession } from './sessions.ts'

/** About 1 kB each. */
const MOST_ENTRIES = 20_000

/** A session in the form that the session check needs. */
export interface KnownSession {
  readonly record: SessionRecord
  readonly read: ReadSession
  /** The token whose secret was verified: next time it is compared instead of hashed. */
  proven: string | null
  /** Milliseconds of a monotonic clock. */
  readonly readAt: number
}

export interface SessionCacheOptions {
  readonly store: Store
  readonly toSession: (stored: StoredSession) => Session
  /** After this time an entry is read again, whatever the watch says. 0: nothing is cached. */
  readonly cacheMilliseconds: number
  /** Default: `performance.now`, which is independent of the wall clock. */
  readonly elapsed?: () => number
}

export interface SessionCache {
  /** Returns the cached session, or null; does not read the store. */
  readonly peek: (sessionId: string) => KnownSession | null
  /** Returns the session from the cache or the store. */
  readonly find: (sessionId: string) => MaybePromise<KnownSession | null>
  /** Drops one session, so that the next check reads the store. */
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
    // Call `isTrusted` before reading the entry, since the call may deliver a change.
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
      // If a session ended while the store was read, this result may be out of date.
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

  /** Scans all entries: users rarely change, and an index would cost every session. */
  function forgetUser(userId: string): void {
    for (const [id, { record }] of entries) if (record.userId === userId) entries.delete(id)
  }

  function forget(sessionId: string): void {
    entries.delete(sessionId)
  }

  return { peek, find, forget }
}
