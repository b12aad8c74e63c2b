// The memory store's one-time marks.
import type { EpochMilliseconds } from '../../../contracts/user.ts'

export class MemoryMarkMap {
  readonly #marks = new Map<string, EpochMilliseconds>()

  useOnce(key: string, expiresAt: EpochMilliseconds): boolean {
    if (this.#marks.has(key)) return false
    this.#marks.set(key, expiresAt)
    return true
  }

  has(key: string): boolean {
    return this.#marks.has(key)
  }

  sweep(now: EpochMilliseconds, limit: number): number {
    const expired = [...this.#marks].filter(([, expiresAt]) => expiresAt <= now).slice(0, limit)
    for (const [key] of expired) this.#marks.delete(key)
    return expired.length
  }

  /** Stops at the first mark that has not expired, so its cost does not grow with the store. */
  sweepOldest(now: EpochMilliseconds): void {
    for (const [key, expiresAt] of this.#marks) {
      if (expiresAt > now) break
      this.#marks.delete(key)
    }
  }
}
