// Notifications that a provider sends to this server, outside of any login: a person withdrew their consent, closed their
// account, or wants their data deleted. The format and signature differ by provider; each declares how to read its requests.
import type { Claims } from './claims.ts'

/** The argument of `read`: one request, and functions to verify it. None of it is verified yet. */
export interface NotificationRequest {
  /** The body as text, at most 64 kB. */
  readonly body: string
  /** The media type without parameters, in lower case; empty if there is none. */
  readonly mediaType: string
  readonly query: URLSearchParams
  readonly clientId: string
  /**
   * Verifies a JWT against the provider's published keys and these audiences, and returns its claims. `exp` is checked if
   * present; the age is not, see `SignedNotification.issuedAt`.
   */
  readonly verifyJwt: (jwt: string, audiences: readonly string[]) => Promise<Claims>
  /** Whether this is the HMAC-SHA256 of the text with the client secret (RFC 2104), compared in constant time. */
  readonly verifyHmac: (text: string, signature: Uint8Array<ArrayBuffer>) => Promise<boolean>
}

/**
 * `consent-revoked`: the person withdrew their consent to sign in here, and may give it again. `account-deleted`: the account
 * at the provider is permanently deleted. `deletion-requested`: the person wants the data stored about them deleted.
 * `email-disabled`, `email-enabled`: a relay address stopped or began to forward.
 */
export type NotificationKind =
  | 'consent-revoked'
  | 'account-deleted'
  | 'deletion-requested'
  | 'email-disabled'
  | 'email-enabled'

export interface NotificationEvent {
  /** Null for an unknown type: acknowledged, logged, and without effect. */
  readonly kind: NotificationKind | null
  /** The provider's name for the event, for the log. */
  readonly type: string
  /** The person's subject at this provider. */
  readonly subject: string
}

/** A notification whose signature was verified. */
export interface SignedNotification {
  /** From the signed content. A notification with the same id is processed once. */
  readonly id: string
  /** From the signed content: seconds since 1970. */
  readonly issuedAt: number
  readonly events: readonly NotificationEvent[]
}

/** What the provider shows to a person who asked for deletion. */
export interface DeletionReceipt {
  /** The page that shows the status of the request. */
  readonly url: string
  /** Letters and digits. */
  readonly code: string
}

export interface ProviderNotifications {
  /**
   * Reads and verifies a notification. Throws if it is malformed or not signed by the provider; the message must not quote
   * secrets.
   */
  readonly read: (request: NotificationRequest) => Promise<SignedNotification>
  /** How many seconds after `issuedAt` a notification is accepted. Default: 3600. */
  readonly mostAgeSeconds?: number | undefined
  /** Returns the JSON that acknowledges a deletion request. Default: an empty object. */
  readonly deletionAnswer?: ((receipt: DeletionReceipt) => Claims) | undefined
}
