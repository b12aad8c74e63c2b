// The part of a watch that all stores share: keeps and calls the listeners of this process.
import type { SessionChange, SessionWatch } from '../../contracts/session-watch.ts'

export class SessionChanges {
  readonly watch: SessionWatch
  readonly #listeners: ((change: SessionChange) => void)[] = []

  /** `isTrusted`: whether changes by other processes are known. Leave it out if no other process can change the store. */
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
