// A provider's tokens as a store keeps them, and the lease under which they are changed: one refresh at a time over all
// servers that share the store (RFC 9700 §4.14.2 makes a second one with the same refresh token end the grant).
import type { EpochMilliseconds } from './user.ts'

/** The tokens of one linked account. Each is sealed for its own row and column: swapped rows do not open. */
export interface StoredTokens {
  readonly accountId: string
  readonly userId: string
  /** 1 at first; each new set of tokens has the next number. What a writer compares and swaps. */
  readonly version: number
  /** Null once the grant is gone. */
  readonly sealedAccessToken: string | null
  readonly sealedRefreshToken: string | null
  readonly sealedIdToken: string | null
  /** What was granted last. */
  readonly scopes: readonly string[]
  /** Of the access token; null where the provider does not say. */
  readonly expiresAt: EpochMilliseconds | null
  /** When the provider said that the grant is gone; null while it lives. */
  readonly revokedAt: EpochMilliseconds | null
  /** When this set of tokens was obtained. Sealing them again does not move it. */
  readonly updatedAt: EpochMilliseconds
}

/** Held by one owner at a time, until it is released or runs out. */
export interface Lease {
  readonly key: string
  /** Random for each time that it is held. */
  readonly ownerId: string
  /** Grows with each owner: who holds a lower one has lost it. */
  readonly fence: number
}

/** What must still hold when tokens are written; decided atomically with the write. */
export interface SaveCondition {
  /** The version that the writer has read; null: there were no tokens. */
  readonly ifVersion: number | null
  /** Set by who holds a lease: whoever lost it must not write. */
  readonly lease: Lease | null
}

/** `changed`: another version is there. `lease-lost`: another owner has the lease. Nothing was written in either case. */
export type SaveOutcome = 'saved' | 'changed' | 'lease-lost'
