// How long an expired lease is kept: a slow owner may still finish its work if no other owner has taken the lease.
export const LEASE_MEMORY_MILLISECONDS = 3_600_000
