// Holding a lease: it is renewed for as long as the work goes on, so that a slow provider does not cost it, and it ends
// by itself when the process does.
import type { Store } from '../contracts/store.ts'
import type { Lease } from '../contracts/tokens.ts'

/** So long others wait for an owner that died. Longer than clocks of two servers differ. */
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
    // A renewal that fails is tried again; whether the lease is lost is decided where something is written.
    store.tokens.renewLease(lease, expiresAt()).catch(() => {})
  }, RENEW_MILLISECONDS)
  try {
    return { result: await work(lease) }
  } finally {
    clearInterval(timer)
    // Without it the others only wait a little longer.
    await store.tokens.releaseLease(lease).catch(() => {})
  }
}
