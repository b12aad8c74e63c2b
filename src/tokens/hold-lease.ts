// Holds a lease: it is renewed while the work runs, so that a slow provider does not lose it, and it expires by itself if the
// process dies.
import type { Store } from '../contracts/store.ts'
import type { Lease } from '../contracts/tokens.ts'

/** How long other processes wait for an owner that died. Longer than the clocks of two servers differ. */
const LEASE_MILLISECONDS = 15_000
const RENEW_MILLISECONDS = 5_000

export interface LeaseParts {
  readonly store: Store
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly newOwnerId: () => string
}

/** Runs the work under the lease; null, without running it, while another owner has the lease. */
export async function holdLease<Result>(
  { store, now, newOwnerId }: LeaseParts,
  key: string,
  work: (lease: Lease) => Promise<Result>,
): Promise<{ readonly result: Result } | null> {
  const expiresAt = (): number => now() + LEASE_MILLISECONDS
  const lease = await store.tokens.acquireLease(key, newOwnerId(), { now: now(), expiresAt: expiresAt() })
  if (!lease) return null
  const timer = setInterval(() => {
    // A failed renewal is tried again; the next write finds out whether the lease was lost.
    store.tokens.renewLease(lease, expiresAt()).catch(() => {})
  }, RENEW_MILLISECONDS)
  try {
    return { result: await work(lease) }
  } finally {
    clearInterval(timer)
    // If the release fails, other processes only wait a little longer.
    await store.tokens.releaseLease(lease).catch(() => {})
  }
}
