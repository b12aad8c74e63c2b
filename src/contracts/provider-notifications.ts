// What a provider tells this server by itself, outside of any login: that somebody withdrew their consent, closed their account,
// or wants their data deleted. Each provider has a form and a signature of its own, and declares how its requests are read.
import type { Claims } from './claims.ts'

/** What a `read` function works with: one request, and the means to verify it. Nothing in it is trusted yet. */
export interface NotificationRequest {
  /** The body as text, at most 64 kB. */
  readonly body: string
  /** The media type without parameters, in small letters; empty where there is none. */
  readonly mediaType: string
  readonly query: URLSearchParams
  readonly clientId: string
  /**
   * The claims of a JWT that this provider signed with one of its published keys, for one of these audiences; `exp` is checked
   * where there is one. Its age is not: see `SignedNotification.issuedAt`.
   */
  readonly verifyJwt: (jwt: string, audiences: readonly string[]) => Promise<Claims>
  /** Whether this is the HMAC-SHA256 of the text under the client secret (RFC 2104), compared in constant time. */
  readonly verifyHmac: (text: string, signature: Uint8Array<ArrayBuffer>) => Promise<boolean>
}

/**
 * `consent-revoked`: the person no longer lets the provider sign them in here, and may change their mind. `account-deleted`: the
 * account at the provider is gone for good. `deletion-requested`: the person wants what is stored about them deleted.
 * `email-disabled`, `email-enabled`: a relay address stopped or began to forward.
 */
export type NotificationKind =
  | 'consent-revoked'
  | 'account-deleted'
  | 'deletion-requested'
  | 'email-disabled'
  | 'email-enabled'

export interface NotificationEvent {
  /** Null for what the provider has invented since: acknowledged, logged, and without effect. */
  readonly kind: NotificationKind | null
  /** The provider's own word for it, for the log. */
  readonly type: string
  /** Of the person, at this provider. */
  readonly subject: string
}

/** A notification whose signature was verified. */
export interface SignedNotification {
  /** Out of what is signed: the same id counts once. */
  readonly id: string
  /** Out of what is signed: seconds since 1970. */
  readonly issuedAt: number
  readonly events: readonly NotificationEvent[]
}

/** What the provider shows to a person who asked for a deletion. */
export interface DeletionReceipt {
  /** The page that says what became of the request. */
  readonly url: string
  /** Letters and digits. */
  readonly code: string
}

export interface ProviderNotifications {
  /** Throws, with a reason that quotes no secret, for what is malformed or not signed by the provider. */
  readonly read: (request: NotificationRequest) => Promise<SignedNotification>
  /** How long after `issuedAt` a notification still counts. Default: 3600. */
  readonly mostAgeSeconds?: number | undefined
  /** The JSON with which a deletion is acknowledged. Default: an empty object. */
  readonly deletionAnswer?: ((receipt: DeletionReceipt) => Claims) | undefined
}
