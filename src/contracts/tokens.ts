// A provider's tokens as a store keeps them, and the lease under which they are changed: one refresh at a time over all
// servers that share the store (RFC 9700 §4.14.2 makes a second one with the same refresh token end the grant).
import type { ErrorCode } from '../errors.ts'
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
  /** Set by the holder of a lease: a caller that lost it must not write. */
  readonly lease: Lease | null
}

/** `changed`: another version is there. `lease-lost`: another owner has the lease. Nothing was written in either case. */
export type SaveOutcome = 'saved' | 'changed' | 'lease-lost'

/** What the application learns when it asks for a token: never one general error. */
export type TokenOutcome =
  | {
      readonly state: 'fresh'
      readonly accessToken: string
      /** The latest verified one, where the provider gave any. */
      readonly idToken: string | null
      /** Null where the provider does not say. */
      readonly expiresAt: Date | null
      readonly scopes: readonly string[]
    }
  | {
      /** The provider says that the grant is gone: only the person can give a new one. Asking again sends no request. */
      readonly state: 'revoked'
      /** Send the person here (GET or POST, in this session); `&returnTo=/path` says where to go afterwards. */
      readonly reauthorizePath: string
    }
  | {
      /** The provider did not renew the token; nothing is lost, and it is asked again later. */
      readonly state: 'unavailable'
      /** `provider_unavailable`, or what was wrong with its answer. */
      readonly reason: ErrorCode
      readonly retryAfterSeconds: number
      /** The old token while it lives, else null. */
      readonly accessToken: string | null
      readonly expiresAt: Date | null
      readonly scopes: readonly string[]
      /**
       * Set where the provider has refused the refresh (a 4xx): waiting will hardly help, and the person can give a new
       * grant there, as with `revoked`. Null for an outage.
       */
      readonly reauthorizePath: string | null
    }
  | {
      /** No token is kept for this provider. */
      readonly state: 'absent'
      /** As with `revoked`; null where the user has no account with this provider: it has to be linked first. */
      readonly reauthorizePath: string | null
    }

/** The provider tokens of the person behind a session. For the server only: a browser has no use for them. */
export interface SessionTokens {
  /**
   * A valid access token. Refreshed where needed: once, however many callers, processes and servers ask.
   *
   * @throws LatchkeyError `provider_unknown`, `store_unavailable`.
   */
  get(provider: string): Promise<TokenOutcome>
  /**
   * Calls the provider's API with a valid access token. A relative URL resolves against the provider's `apiBaseUrl`.
   * After a 401 the token is refreshed and the call made again, once. Redirects are not followed.
   *
   * @throws LatchkeyError `token_origin_refused` before any token is read, `token_revoked`, `token_unavailable` (with
   * `retryAfterSeconds`), `token_absent`, `provider_unavailable` when the API does not answer.
   */
  fetch(provider: string, url: string | URL, init?: RequestInit): Promise<Response>
}

/** One linked account of a user, for work without a request. */
export interface AccountOfUser {
  readonly userId: string
  /** The id of a configured provider. */
  readonly provider: string
  /** Which of several accounts at this provider (`auth.users.accounts`). Default: the one that was used last. */
  readonly accountId?: string | undefined
}

/** The provider tokens of one linked account: for jobs and agents, which work without a request. */
export interface AccountTokens {
  /**
   * As `SessionTokens.get`. A `reauthorizePath` can be sent to the person, below the application's origin: it is good for a day, in a
   * browser where they are signed in.
   *
   * @throws LatchkeyError `provider_unknown`, `store_unavailable`.
   */
  get(): Promise<TokenOutcome>
  /** As `SessionTokens.fetch`, with the same errors. */
  fetch(url: string | URL, init?: RequestInit): Promise<Response>
}
