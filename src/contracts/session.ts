// A session: what the store keeps of it, and what the application sees.
import type { Claims } from './claims.ts'
import type { EpochMilliseconds, User } from './user.ts'

/** The identity that started a session; identifies the account, and the session at provider logout. */
export interface SessionIdentity {
  readonly provider: string
  readonly issuer: string
  readonly subject: string
  /** The provider's own session id (`sid`), or null. */
  readonly providerSessionId: string | null
}

/** A session as a store keeps it. Only the browser has the secret itself. */
export interface SessionRecord extends SessionIdentity {
  /** The public half of the session token: safe to show and to log. */
  readonly id: string
  /** SHA-256 of the secret half, base64url. */
  readonly secretHash: string
  readonly userId: string
  readonly createdAt: EpochMilliseconds
  /** When the person authenticated; freshness is measured from it. 0 if no time is proven. */
  readonly authenticatedAt: EpochMilliseconds
  readonly lastSeenAt: EpochMilliseconds
  /** Rolling expiry: extended by use, never past `endsAt`. */
  readonly expiresAt: EpochMilliseconds
  /** Absolute expiry: never extended. */
  readonly endsAt: EpochMilliseconds
  /** How the person was authenticated (`acr`), if the provider sent it. */
  readonly acr: string | null
  /** The ID token for RP-initiated logout, sealed; null if the provider has no such logout. */
  readonly sealedIdToken: string | null
  readonly userAgent: string | null
  readonly clientAddress: string | null
  /** Further facts about the sign-in, as JSON that stores keep unchanged; null if there are none. */
  readonly details: string | null
}

/** The fields that are written when a session's expiry is extended. */
export type SessionRenewal = Pick<SessionRecord, 'lastSeenAt' | 'expiresAt' | 'userAgent' | 'clientAddress'>

/** A valid session as the application sees it. Frozen, since requests may share it. */
export interface Session {
  /** An identifier, not a credential. */
  readonly id: string
  readonly user: User
  readonly identity: SessionIdentity
  readonly createdAt: Date
  /**
   * When the person authenticated: the provider's `auth_time`, or the time of a login that asked the provider to authenticate
   * the person again. The beginning of 1970 if neither is known: such a sign-in is never recent.
   */
  readonly authenticatedAt: Date
  readonly expiresAt: Date
  readonly endsAt: Date
  readonly acr: string | null
  /** The sign-in was silent (`prompt=none`): the provider asked the person nothing. */
  readonly isSilent: boolean
  /** The claims that the option `session.claims` names, as the provider sent them at this sign-in. Frozen. */
  readonly claims: Claims
  /** The id of the first-party client that holds the session (option `clients`); null for a browser. */
  readonly clientId: string | null
}
