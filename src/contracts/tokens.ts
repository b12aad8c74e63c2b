// A provider's tokens as a store keeps them, and the lease for changing them: one refresh at a time across all servers that
// share the store, since a second refresh with the same refresh token may end the grant (RFC 9700 §4.14.2).
import type { ErrorCode } from '../errors.ts'
import type { EpochMilliseconds } from './user.ts'

/**
 * The tokens of one linked account. Each is sealed for its own row and column, so a value copied to another row cannot be
 * opened.
 */
export interface StoredTokens {
  readonly accountId: string
  readonly userId: string
  /** 1 at first, and incremented with each new set of tokens. Writers compare and swap by it. */
  readonly version: number
  /** Null once the grant has ended. */
  readonly sealedAccessToken: string | null
  readonly sealedRefreshToken: string | null
  readonly sealedIdToken: string | null
  /** The scopes granted last. */
  readonly scopes: readonly string[]
  /** Expiry of the access token; null if the provider does not say. */
  readonly expiresAt: EpochMilliseconds | null
  /** When the provider reported that the grant has ended; null while it is valid. */
  readonly revokedAt: EpochMilliseconds | null
  /** When this set of tokens was obtained. Resealing does not change it. */
  readonly updatedAt: EpochMilliseconds
}

/** A lease: held by one owner at a time, until it is released or expires. */
export interface Lease {
  readonly key: string
  /** Random for each acquisition. */
  readonly ownerId: string
  /** Increases with each owner: a holder with a lower number has lost the lease. */
  readonly fence: number
}

/** The condition for writing tokens, checked atomically with the write. */
export interface SaveCondition {
  /** The version that the writer has read; null if there were no tokens. */
  readonly ifVersion: number | null
  /** The lease of the caller, if it holds one: after losing it, the caller must not write. */
  readonly lease: Lease | null
}

/** `changed`: the stored version is another one. `lease-lost`: another owner has the lease. Nothing was written in either case. */
export type SaveOutcome = 'saved' | 'changed' | 'lease-lost'

/** The result of asking for a provider's access token, by state. */
export type TokenOutcome =
  | {
      readonly state: 'fresh'
      readonly accessToken: string
      /** The latest verified ID token; null if the provider sent none. */
      readonly idToken: string | null
      /** Null if the provider does not say. */
      readonly expiresAt: Date | null
      readonly scopes: readonly string[]
    }
  | {
      /** The provider reported that the grant has ended: only the person can give a new one. Asking again sends no request. */
      readonly state: 'revoked'
      /** Send the person to this path (GET or POST, in this session); append `&returnTo=/path` to set where they go afterwards. */
      readonly reauthorizePath: string
    }
  | {
      /** The provider did not refresh the token. The grant is kept; try again later. */
      readonly state: 'unavailable'
      /** `provider_unavailable`, or the error code for an invalid response. */
      readonly reason: ErrorCode
      readonly retryAfterSeconds: number
      /** The old token while it is valid, otherwise null. */
      readonly accessToken: string | null
      readonly expiresAt: Date | null
      readonly scopes: readonly string[]
      /**
       * Set when the provider refused the refresh (a 4xx): waiting will hardly help, and the person can give a new grant at
       * this path, as with `revoked`. Null for an outage.
       */
      readonly reauthorizePath: string | null
    }
  | {
      /** No token is kept for this provider. */
      readonly state: 'absent'
      /** As with `revoked`; null if the user has no account at this provider and has to link one first. */
      readonly reauthorizePath: string | null
    }

/** The provider tokens of the user of a session. For use on the server only: do not send them to browsers. */
export interface SessionTokens {
  /**
   * Returns a valid access token. Refreshes it if needed: only once, even if several callers, processes or servers ask.
   *
   * @throws LatchkeyError `provider_unknown`, `store_unavailable`.
   */
  get(provider: string): Promise<TokenOutcome>
  /**
   * Calls the provider's API with a valid access token. A relative URL resolves against the provider's `apiBaseUrl`. After a
   * 401 the token is refreshed and the request repeated once. Redirects are not followed.
   *
   * @throws LatchkeyError `token_origin_refused` before any token is read, `token_revoked`, `token_unavailable` (with
   * `retryAfterSeconds`), `token_absent`, `provider_unavailable` when the API does not answer.
   */
  fetch(provider: string, url: string | URL, init?: RequestInit): Promise<Response>
}

/** One linked account of a user, for background work. */
export interface AccountOfUser {
  readonly userId: string
  /** The id of a configured provider. */
  readonly provider: string
  /** The account, if the user has several at this provider (`auth.users.accounts`). Default: the one used last. */
  readonly accountId?: string | undefined
}

/** The provider tokens of one linked account, for jobs and agents that work without a request. */
export interface AccountTokens {
  /**
   * As `SessionTokens.get`. A `reauthorizePath` can be sent to the person as a link below the application's origin: it is valid
   * for one day, in a browser where they are signed in.
   *
   * @throws LatchkeyError `provider_unknown`, `store_unavailable`.
   */
  get(): Promise<TokenOutcome>
  /** As `SessionTokens.fetch`, with the same errors. */
  fetch(url: string | URL, init?: RequestInit): Promise<Response>
}
