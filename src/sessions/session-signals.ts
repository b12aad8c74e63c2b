// Signals that fire when a session ends, for work that outlives the checked request: WebSockets, streams, jobs. A session that
// ends in this process fires at once; for other processes, the store's watch reports it. Without a watch, or if it cannot be
// trusted, the store is read twice a second.
import type { Session } from '../contracts/session.ts'
import type { SessionChange } from '../contracts/session-watch.ts'
import type { Store } from '../contracts/store.ts'
import { LatchkeyError } from '../errors.ts'

/** Fires once, when the session has ended. Its `reason` is a LatchkeyError: `session_required`, or `store_unavailable`. */
export interface SessionSignal extends AbortSignal {
  /** Releases the signal, for example when the WebSocket is closed. Until then, or until the session ends, it uses memory. */
  release(): void
}

/** The fields of a session that a signal needs. */
export type SignalledSession = Pick<Session, 'id' | 'expiresAt' | 'endsAt'>

export interface SessionSignals {
  readonly signal: (session: SignalledSession) => SessionSignal
  /** Reports sessions that ended in this process if no store does so: sealed ones. */
  readonly ended: (sessionIds: readonly string[]) => void
  /** Stops watching. No signal fires afterwards. */
  readonly close: () => void
}

export interface SessionSignalParts {
  readonly store: Store | null
  readonly now: () => number
  /** A monotonic clock, in milliseconds. Default: `performance.now`. */
  readonly elapsed?: () => number
  /** Repeats the work until the returned function is called. Default: a timer that does not keep the process alive. */
  readonly repeat?: (work: () => void, milliseconds: number) => () => void
}

interface Watched {
  readonly id: string
  readonly controllers: Set<AbortController>
  expiresAt: number
  /** When it was last known to be valid, on the monotonic clock. */
  knownAt: number
  isBeingRead: boolean
  /** A change was reported that has not been read yet. */
  isDue: boolean
}

const tickMilliseconds = 250
/** Without a watch, each session costs one read of the store per interval. */
const readEveryMilliseconds = 500
/** After a longer outage the signals fire, since it is unknown whether the sessions are still valid. */
const graceMilliseconds = 30_000

export function createSessionSignals({
  store,
  now,
  elapsed = () => performance.now(),
  repeat = repeatInBackground,
}: SessionSignalParts): SessionSignals {
  const watched = new Map<string, Watched>()
  const watch = store?.watch ?? null
  let stop: (() => void) | null = null
  let readAllAt = Number.NEGATIVE_INFINITY
  let hasBegun = false

  function abort(entry: Watched, reason: LatchkeyError): void {
    watched.delete(entry.id)
    for (const controller of entry.controllers) controller.abort(reason)
    stopIfIdle()
  }

  const end = (entry: Watched): void =>
    abort(entry, new LatchkeyError('session_required', { detail: 'The session has ended.' }))

  function hear(change: SessionChange): void {
    if (change.kind !== 'sessions') {
      readAll()
      return
    }
    // They ended, or were renewed in this process; read the store to find out.
    for (const id of change.sessionIds) {
      const entry = watched.get(id)
      if (!entry || !store) continue
      entry.isDue = true
      void read(entry, store)
    }
  }

  function ended(sessionIds: readonly string[]): void {
    for (const id of sessionIds) {
      const entry = watched.get(id)
      if (entry) end(entry)
    }
  }

  function tick(): void {
    const moment = now()
    for (const entry of [...watched.values()]) {
      // Another request may have extended it.
      if (entry.isDue || entry.expiresAt <= moment) store ? void read(entry, store) : end(entry)
    }
    if (!store) return
    // Calling `isTrusted` keeps a watch active.
    if (isWatchTrusted()) {
      const at = elapsed()
      for (const entry of watched.values()) if (!entry.isDue) entry.knownAt = at
    } else if (elapsed() - readAllAt >= readEveryMilliseconds) readAll()
  }

  function isWatchTrusted(): boolean {
    try {
      return watch?.isTrusted() ?? false
    } catch {
      return false
    }
  }

  function readAll(): void {
    if (!store) return
    readAllAt = elapsed()
    for (const entry of [...watched.values()]) void read(entry, store)
  }

  async function read(entry: Watched, { sessions }: Store): Promise<void> {
    if (entry.isBeingRead) return
    entry.isBeingRead = true
    entry.isDue = false
    const askedAt = elapsed()
    try {
      const stored = await sessions.find(entry.id)
      const expiresAt = stored ? Math.min(stored.session.expiresAt, stored.session.endsAt) : 0
      if (expiresAt <= now()) return end(entry)
      entry.expiresAt = expiresAt
      entry.knownAt = askedAt
    } catch (error) {
      entry.isDue = true
      if (elapsed() - entry.knownAt < graceMilliseconds) return
      // Fail closed, as a guard would at the next request.
      abort(
        entry,
        error instanceof LatchkeyError ? error : new LatchkeyError('store_unavailable', { cause: error }),
      )
    } finally {
      entry.isBeingRead = false
    }
  }

  function start(): void {
    if (!hasBegun) watch?.begin(hear)
    hasBegun = true
    stop ??= repeat(tick, tickMilliseconds)
  }

  function stopIfIdle(): void {
    if (watched.size === 0) close()
  }

  function close(): void {
    stop?.()
    stop = null
  }

  return {
    signal({ id, expiresAt, endsAt }) {
      start()
      const known = watched.get(id)
      const entry = known ?? {
        id,
        controllers: new Set(),
        expiresAt: Math.min(expiresAt.getTime(), endsAt.getTime()),
        knownAt: elapsed(),
        isBeingRead: false,
        isDue: false,
      }
      if (!known) watched.set(id, entry)
      const controller = new AbortController()
      entry.controllers.add(controller)
      // It may have ended since the request was checked.
      if (store) void read(entry, store)
      return Object.assign(controller.signal, {
        release() {
          entry.controllers.delete(controller)
          if (entry.controllers.size > 0 || watched.get(id) !== entry) return
          watched.delete(id)
          stopIfIdle()
        },
      })
    },
    ended,
    close,
  }
}

function repeatInBackground(work: () => void, milliseconds: number): () => void {
  const timer = setInterval(work, milliseconds)
  timer.unref?.()
  return () => clearInterval(timer)
}
