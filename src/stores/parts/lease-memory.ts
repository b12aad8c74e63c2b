// How long a lease that ran out is still known: an owner that was only slow, and has no successor, may still finish.
export const LEASE_MEMORY_MILLISECONDS = 3_600_000
