// The part of a watch that every store shares: the listeners of this process, and how they are called.
import type { SessionChange, SessionWatch } from '../../contracts/session-watch.ts'

export class SessionChanges {
  readonly watch: SessionWatch
  readonly #listeners: ((change: SessionChange) => void)[] = []

  /** `isTrusted`: whether changes of other processes are known; without it there are no others. */
  constructor(isTrusted: () => boolean = () => true) {
    this.watch = {
      begin: (changed) => {
        this.#listeners.push(changed)
      },
      isTrusted,
    }
  }

  tell(change: SessionChange): void {
    for (const listener of this.#listeners) listener(change)
  }

  ended(sessionIds: readonly string[]): void {
    if (sessionIds.length > 0) this.tell({ kind: 'sessions', sessionIds })
  }
}
