// The events that the application's hooks receive and the audit trail keeps. They contain ids and error codes only: never a
// token, authorization code, cookie or secret, and no name or e-mail address.
import type { ErrorCode, ErrorFacts } from '../errors.ts'
import type { LoginData } from './gate.ts'
import type { NotificationKind } from './provider-notifications.ts'

/**
 * Who ended a session, other than by sign-out: the person on the account page, the application through the API, or `reuse`: an
 * authorization code or refresh token of a client was used twice, so it may have been stolen.
 */
export type EndedBy = 'person' | 'application' | 'reuse'

/**
 * What a provider's notification led to. `kept`: the account is the person's only one, so it stays and needs their consent
 * again. `unlinked`: the account can no longer sign in. `user-deleted`: it was the only account, so the user was deleted too.
 * `noted`: nothing had to be done.
 */
export type NotificationOutcome = 'kept' | 'unlinked' | 'user-deleted' | 'noted'

/** What the request says about the browser. */
export interface Device {
  /** The `User-Agent` header, unchanged. */
  readonly userAgent: string | null
  readonly clientAddress: string | null
}

/** The types of events, each with its own fields. */
export interface AuthEventFields {
  /** A session began. */
  readonly signed_in: {
    readonly userId: string
    readonly sessionId: string
    readonly provider: string
    /**
     * `confirm`: a step-up. `silent`: the provider did not interact with the person. `client`: a first-party client got its own
     * session, in addition to that of the browser.
     */
    readonly intent: 'login' | 'confirm' | 'silent' | 'client'
    /** The id of the first-party client, with the intent `client`. */
    readonly clientId?: string | undefined
    /** The `data` of `auth.loginPath({ data })` for this login; absent or null if there is none. */
    readonly data?: LoginData | null | undefined
  }
  /** A first sign-in created a user. `signed_in` follows. */
  readonly user_created: {
    readonly userId: string
    readonly provider: string
    /** As in `signed_in`. */
    readonly data?: LoginData | null | undefined
  }
  /** `auth.users.update` was called; `changed` names the fields with a new value. */
  readonly user_updated: { readonly userId: string; readonly changed: readonly string[] }
  /**
   * The user was deleted, with accounts and sessions: by `auth.users.delete`, or because a provider reported that the only
   * account is gone.
   */
  readonly user_deleted: { readonly userId: string; readonly sessionIds: readonly string[] }
  /** An identity was added to the user. Notify the user by e-mail. */
  readonly linked: { readonly userId: string; readonly provider: string }
  /** An identity can no longer sign in. Notify the user by e-mail. */
  readonly unlinked: {
    readonly userId: string
    readonly accountId: string
    readonly provider: string | null
  }
  /** A person whose verified address also belongs to another account was offered to link the two. */
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
   * A session is used from another address or by another kind of browser. Detected when its expiry is extended, so once per
   * change and at most about once an hour. The session stays valid.
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
    /** Null if the provider named only its own session. */
    readonly userId: string | null
    readonly sessionIds: readonly string[]
  }
  /** The provider sent a notification about one of its accounts (`/auth/notifications/ID`). */
  readonly provider_notified: {
    readonly provider: string
    /** Null if no user has this account. */
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
  /** The provider reported that the grant has ended: the person has to sign in with it again. */
  readonly tokens_revoked: { readonly userId: string; readonly accountId: string; readonly provider: string }
  /** A request was refused or failed; docs/errors.md explains `code`. */
  readonly refused: {
    readonly code: ErrorCode
    /** HTTP status. */
    readonly status: number
    readonly provider: string | null
    /** The signed-in user; null if the request had no session. */
    readonly userId: string | null
    /** For the developer. */
    readonly detail: string | null
    readonly causes: readonly string[]
    /** What the error is about, for programs. An empty object if nothing is known. */
    readonly facts: ErrorFacts
  }
}

/** The names of all events, such as `signed_in`. */
export type AuthEventType = keyof AuthEventFields

/** When and where it happened. */
export interface AuthEventCircumstances extends Device {
  readonly at: Date
  /** Also in the log line and on the error page. Null if no request caused the event. */
  readonly referenceId: string | null
}

/** One event; `AuthEvent<'signed_in'>` is an event of that type. */
export type AuthEvent<Type extends AuthEventType = AuthEventType> = {
  readonly [Each in Type]: { readonly type: Each } & AuthEventCircumstances & AuthEventFields[Each]
}[Type]

/** An event before the time, reference id and device are added. */
export type AuthEventDraft = {
  readonly [Type in AuthEventType]: { readonly type: Type } & AuthEventFields[Type]
}[AuthEventType]

/** `{ signed_in(event) { … }, user_created(event) { … } }`: functions that are called after an event. They may be asynchronous. */
export type EventHooks = {
  readonly [Type in AuthEventType]?: ((event: AuthEvent<Type>) => unknown) | undefined
}
