// Sessions that were read a moment ago. Nothing here outlives its end: the store tells what ended in this process at once,
// and what ended elsewhere through its watch; while the watch cannot be trusted, every check reads the store.
import { type MaybePromise, whenReady } from '../contracts/maybe-promise.ts'
import type { Session, SessionRecord } from '../contracts/session.ts'
import type { SessionChange } from '../contracts/session-watch.ts'
import type { Store, StoredSession } from '../contracts/store.ts'
import type { ReadSession } from './sessions.ts'

/** About 1 kB each. */
const MOST_ENTRIES = 20_000

/** A session as the check needs it, made once. */
export interface KnownSession {
  readonly record: SessionRecord
  readonly read: ReadSession
}

interface Entry extends KnownSession {
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
  readonly find: (sessionId: string) => MaybePromise<KnownSession | null>
  /** Forgets one session, so that the next check sees what the store says of it. */
  readonly forget: (sessionId: string) => void
}

export function sessionCache(options: SessionCacheOptions): SessionCache {
  const { store, toSession, cacheMilliseconds, elapsed = () => performance.now() } = options
  const { watch } = store
  const entries = new Map<string, Entry>()
  const byUser = new Map<string, Set<string>>()
  let changes = 0
  const isOn = watch !== null && cacheMilliseconds > 0
  if (isOn) watch.begin(drop)

  function find(sessionId: string): MaybePromise<KnownSession | null> {
    const entry = entries.get(sessionId)
    // Trust is asked for first: asking is what lets a change be heard.
    if (
      entry &&
      watch?.isTrusted() &&
      entries.has(sessionId) &&
      elapsed() - entry.readAt < cacheMilliseconds
    ) {
      return entry
    }
    const changesBefore = changes
    return whenReady(store.findSession(sessionId), (stored) => {
      if (!stored) return null
      const { session: record, userFields } = stored
      const known = { record, read: { session: toSession(stored), userFields, renewed: null } }
      // Something ended while the store was being read: this answer may be from before.
      if (isOn && changes === changesBefore && watch.isTrusted() && changes === changesBefore) remember(known)
      return known
    })
  }

  function remember({ record, read }: KnownSession): void {
    if (entries.size >= MOST_ENTRIES) {
      const [oldest] = entries.keys()
      if (oldest !== undefined) forget(oldest)
    }
    entries.set(record.id, { record, read, readAt: elapsed() })
    const ids = byUser.get(record.userId)
    if (ids) ids.add(record.id)
    else byUser.set(record.userId, new Set([record.id]))
  }

  function drop(change: SessionChange): void {
    changes++
    if (change.kind === 'sessions') change.sessionIds.forEach(forget)
    else if (change.kind === 'user') [...(byUser.get(change.userId) ?? [])].forEach(forget)
    else {
      entries.clear()
      byUser.clear()
    }
  }

  function forget(sessionId: string): void {
    const entry = entries.get(sessionId)
    if (!entry) return
    entries.delete(sessionId)
    const ids = byUser.get(entry.record.userId)
    ids?.delete(sessionId)
    if (ids?.size === 0) byUser.delete(entry.record.userId)
  }

  return { find, forget }
}
