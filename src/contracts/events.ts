// What happens to people and their sessions, as the application hears of it, and as the audit trail keeps it. Handles
// and codes only: never a token, code, cookie or secret, and no name or e-mail address.
import type { ErrorCode, ErrorFacts } from '../errors.ts'
import type { LoginData } from './gate.ts'
import type { NotificationKind } from './provider-notifications.ts'

/**
 * Who ended a session that was not signed out: the person themselves (account page), the application (API), or `reuse`: a code
 * or a refresh token of a client was used twice, so that another party may have it.
 */
export type EndedBy = 'person' | 'application' | 'reuse'

/**
 * What followed from a provider's notification. `kept`: the account is the person's only way in and waits for their next
 * consent. `unlinked`: it can no longer sign in. `user-deleted`: it was the only one, and the user is gone with it. `noted`:
 * nothing had to be done.
 */
export type NotificationOutcome = 'kept' | 'unlinked' | 'user-deleted' | 'noted'

/** What is known of a browser. */
export interface Device {
  /** The `User-Agent` header as it came. */
  readonly userAgent: string | null
  readonly clientAddress: string | null
}

/** The kinds of events, each with what only it tells. */
export interface AuthEventFields {
  /** A session began. */
  readonly signed_in: {
    readonly userId: string
    readonly sessionId: string
    readonly provider: string
    /**
     * `confirm`: a step-up. `silent`: the provider asked the person nothing. `client`: a first-party client got a session
     * beside that of the browser.
     */
    readonly intent: 'login' | 'confirm' | 'silent' | 'client'
    /** The id of that client. */
    readonly clientId?: string | undefined
    /** What `auth.loginPath({ data })` gave this login; absent or null for one without. */
    readonly data?: LoginData | null | undefined
  }
  /** A first sign-in made a user. `signed_in` follows. */
  readonly user_created: {
    readonly userId: string
    readonly provider: string
    /** As of `signed_in`. */
    readonly data?: LoginData | null | undefined
  }
  /** `auth.users.update`: which fields have another value now. */
  readonly user_updated: { readonly userId: string; readonly changed: readonly string[] }
  /** `auth.users.delete`, or a provider's word about the only account: the user is gone, with accounts and sessions. */
  readonly user_deleted: { readonly userId: string; readonly sessionIds: readonly string[] }
  /** An identity was added to the user: tell them by mail. */
  readonly linked: { readonly userId: string; readonly provider: string }
  /** An identity can no longer sign in: tell the user by mail. */
  readonly unlinked: {
    readonly userId: string
    readonly accountId: string
    readonly provider: string | null
  }
  /** Somebody with a verified address that another account has was offered to link the two. */
  readonly link_offered: { readonly provider: string }
  /** The person signed out of this browser. */
  readonly signed_out: { readonly userId: string; readonly sessionId: string; readonly provider: string }
  readonly session_ended: { readonly userId: string; readonly sessionId: string; readonly by: EndedBy }
  readonly sessions_ended: {
    readonly userId: string
    readonly sessionIds: readonly string[]
    readonly by: EndedBy
  }
  /**
   * A session is used from another address, or by another kind of browser. Noticed when its expiry is extended, so once
   * for each change and at most about once an hour. The session stays valid.
   */
  readonly session_moved: {
    readonly userId: string
    readonly sessionId: string
    readonly provider: string
    readonly before: Device
    readonly after: Device
  }
  /** The provider reported that a person signed out there (back-channel or front-channel logout). */
  readonly provider_signed_out: {
    readonly provider: string
    /** Null where the provider named its own session only. */
    readonly userId: string | null
    readonly sessionIds: readonly string[]
  }
  /** The provider reported by itself what became of one of its accounts (`/auth/notifications/ID`). */
  readonly provider_notified: {
    readonly provider: string
    /** Null for an account that no user here has. */
    readonly userId: string | null
    readonly accountId: string | null
    readonly notification: NotificationKind
    readonly outcome: NotificationOutcome
    readonly sessionIds: readonly string[]
  }
  readonly tokens_refreshed: {
    readonly userId: string
    readonly accountId: string
    readonly provider: string
  }
  /** The provider says that the grant is gone: the person has to sign in with it again. */
  readonly tokens_revoked: { readonly userId: string; readonly accountId: string; readonly provider: string }
  /** A request was refused or failed; `code` is in docs/errors.md. */
  readonly refused: {
    readonly code: ErrorCode
    /** HTTP status. */
    readonly status: number
    readonly provider: string | null
    /** Who was signed in, if anybody was. */
    readonly userId: string | null
    /** For the developer. */
    readonly detail: string | null
    readonly causes: readonly string[]
    /** What it is about, for programs. Has no members where nothing is known. */
    readonly facts: ErrorFacts
  }
}

/** The names of all events, such as `signed_in`. */
export type AuthEventType = keyof AuthEventFields

/** When and where it happened. */
export interface AuthEventCircumstances extends Device {
  readonly at: Date
  /** Stands in the log line too, and on the error page. Null for what no request caused. */
  readonly referenceId: string | null
}

/** One event; `AuthEvent<'signed_in'>` is one of that kind. */
export type AuthEvent<Type extends AuthEventType = AuthEventType> = {
  readonly [Each in Type]: { readonly type: Each } & AuthEventCircumstances & AuthEventFields[Each]
}[Type]

/** An event, before its time and place are added. */
export type AuthEventDraft = {
  readonly [Type in AuthEventType]: { readonly type: Type } & AuthEventFields[Type]
}[AuthEventType]

/** `{ signed_in(event) { … }, user_created(event) { … } }`: what to do when something happened. May be asynchronous. */
export type EventHooks = {
  readonly [Type in AuthEventType]?: ((event: AuthEvent<Type>) => unknown) | undefined
}
