// A sign-in that is in progress while sessions are ended may store its session just after. Therefore the same sessions are
// ended again a little later: by a timer, or at once when the server stops.
import type { ProviderLogout, Store } from '../../contracts/store.ts'

/** Longer than a server takes between setting a session's creation time and storing it. */
const ONCE_MORE_MILLISECONDS = 3_000
/** Limited, so that many logouts do not fill the memory; each entry is about ten kilobytes at most. */
const MOST_LOOKS = 10_000

export interface SecondLooks {
  readonly add: (named: ProviderLogout) => void
  /** Ends all pending ones now. Never rejects. */
  readonly finish: () => Promise<void>
}

export function createSecondLooks(store: Store | null): SecondLooks {
  const waiting = new Map<ProviderLogout, ReturnType<typeof setTimeout>>()

  async function look(named: ProviderLogout): Promise<void> {
    clearTimeout(waiting.get(named))
    waiting.delete(named)
    // The first attempt has already logged a failing store.
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
