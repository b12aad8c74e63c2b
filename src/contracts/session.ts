// A signed-in browser: what the store keeps of it, and what the application sees.
import type { Claims } from './claims.ts'
import type { EpochMilliseconds, User } from './user.ts'

/** The identity that started a session, so that "which account is this" and logout are never guessed. */
export interface SessionIdentity {
  readonly provider: string
  readonly issuer: string
  readonly subject: string
  /** The provider's own session id (`sid`), or null. */
  readonly providerSessionId: string | null
}

/** What a store keeps of a session. The secret itself is kept nowhere but in the browser. */
export interface SessionRecord extends SessionIdentity {
  /** The public half of the token: a handle, safe to show and to log. */
  readonly id: string
  /** SHA-256 of the secret half, base64url. */
  readonly secretHash: string
  readonly userId: string
  readonly createdAt: EpochMilliseconds
  /** When the person proved who they are, what freshness is measured from; 0 where nothing proves a moment. */
  readonly authenticatedAt: EpochMilliseconds
  readonly lastSeenAt: EpochMilliseconds
  /** Rolling expiry: moved ahead by use, never past `endsAt`. */
  readonly expiresAt: EpochMilliseconds
  /** Absolute expiry: nothing moves it. */
  readonly endsAt: EpochMilliseconds
  /** How the person was authenticated (`acr`), where the provider said so. */
  readonly acr: string | null
  /** The ID token for RP-initiated logout, sealed; null where the provider has no such logout. */
  readonly sealedIdToken: string | null
  readonly userAgent: string | null
  readonly clientAddress: string | null
  /** What else is known of the sign-in, as JSON that stores keep as it is; null where there is nothing to say. */
  readonly details: string | null
}

/** What is written when a session is used after a while. */
export type SessionRenewal = Pick<SessionRecord, 'lastSeenAt' | 'expiresAt' | 'userAgent' | 'clientAddress'>

/** A valid session as the application sees it. Frozen: it may be shared between requests. */
export interface Session {
  /** A handle, not a credential. */
  readonly id: string
  readonly user: User
  readonly identity: SessionIdentity
  readonly createdAt: Date
  /**
   * When the person proved who they are: the provider's `auth_time`, else the round trip in which it was asked to ask them
   * again. The beginning of 1970 where neither is known: such a sign-in is never recent.
   */
  readonly authenticatedAt: Date
  readonly expiresAt: Date
  readonly endsAt: Date
  readonly acr: string | null
  /** The sign-in was silent (`prompt=none`): the provider asked the person nothing. */
  readonly isSilent: boolean
  /** The claims that the option `session.claims` names, as the provider said them at this sign-in. Frozen. */
  readonly claims: Claims
  /** The id of the first-party client that holds it (the option `clients`); null for a browser. */
  readonly clientId: string | null
}
