// The memory store's tokens and leases. No method awaits anything, so each is atomic.
import type { TokenStore } from '../../../contracts/store.ts'
import type { Lease, SaveCondition, SaveOutcome, StoredTokens } from '../../../contracts/tokens.ts'
import type { EpochMilliseconds } from '../../../contracts/user.ts'
import { LEASE_MEMORY_MILLISECONDS } from '../lease-memory.ts'

interface HeldLease extends Lease {
  readonly expiresAt: EpochMilliseconds
}

export class MemoryTokenMap {
  readonly #tokens = new Map<string, StoredTokens>()
  readonly #leases = new Map<string, HeldLease>()

  find(accountId: string): StoredTokens | null {
    return this.#tokens.get(accountId) ?? null
  }

  save(tokens: StoredTokens, { ifVersion, lease }: SaveCondition): SaveOutcome {
    if (lease && !this.#isHeld(lease)) return 'lease-lost'
    const current = this.#tokens.get(tokens.accountId)
    if ((current?.version ?? null) !== ifVersion) return 'changed'
    this.#tokens.set(
      tokens.accountId,
      Object.freeze({ ...tokens, scopes: Object.freeze([...tokens.scopes]) }),
    )
    return 'saved'
  }

  delete(accountId: string): boolean {
    return this.#tokens.delete(accountId)
  }

  list(afterAccountId: string | null, limit: number): readonly StoredTokens[] {
    return [...this.#tokens.values()]
      .filter(({ accountId }) => afterAccountId === null || accountId > afterAccountId)
      .sort((a, b) => (a.accountId < b.accountId ? -1 : 1))
      .slice(0, limit)
  }

  acquire(...[key, ownerId, times]: Parameters<TokenStore['acquireLease']>): Lease | null {
    const held = this.#leases.get(key)
    if (held && held.expiresAt > times.now) return null
    const lease = Object.freeze({ key, ownerId, fence: (held?.fence ?? 0) + 1 })
    this.#leases.set(key, { ...lease, expiresAt: times.expiresAt })
    return lease
  }

  renew(lease: Lease, expiresAt: EpochMilliseconds): boolean {
    if (!this.#isHeld(lease)) return false
    this.#leases.set(lease.key, { ...lease, expiresAt })
    return true
  }

  /** Keeps the row until it is swept, so that the fence continues to count up. */
  release(lease: Lease): void {
    this.renew(lease, 0)
  }

  sweep(now: EpochMilliseconds, limit: number): number {
    const forgotten = now - LEASE_MEMORY_MILLISECONDS
    const expired = [...this.#leases.values()]
      .filter(({ expiresAt }) => expiresAt <= forgotten)
      .slice(0, limit)
    for (const { key } of expired) this.#leases.delete(key)
    return expired.length
  }

  #isHeld({ key, ownerId, fence }: Lease): boolean {
    const held = this.#leases.get(key)
    return held?.ownerId === ownerId && held.fence === fence
  }
}
