// A sign-in that was under way when sessions were ended may store its session just after. What began before that moment is
// ended once more, a little later: by a timer, or at once when the server is asked to stop.
import type { ProviderLogout, Store } from '../../contracts/store.ts'

/** Longer than a server takes from taking a session's time to storing it. */
const ONCE_MORE_MILLISECONDS = 3_000
/** A flood of logouts must not fill the memory; each look is about ten kilobytes at most. */
const MOST_LOOKS = 10_000

export interface SecondLooks {
  readonly add: (named: ProviderLogout) => void
  /** Looks for what is still to be looked at, now. Never rejects. */
  readonly finish: () => Promise<void>
}

export function createSecondLooks(store: Store | null): SecondLooks {
  const waiting = new Map<ProviderLogout, ReturnType<typeof setTimeout>>()

  async function look(named: ProviderLogout): Promise<void> {
    clearTimeout(waiting.get(named))
    waiting.delete(named)
    // A failing store is in the log already, by the first look.
    await store?.sessions.deleteOfProvider(named).catch(() => undefined)
  }

  return {
    add(named) {
      if (waiting.size >= MOST_LOOKS) return
      const timer = setTimeout(() => void look(named), ONCE_MORE_MILLISECONDS)
      timer.unref?.()
      waiting.set(named, timer)
    },
    async finish() {
      await Promise.all([...waiting.keys()].map(look))
    },
  }
}
