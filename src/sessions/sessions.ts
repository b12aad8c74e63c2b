// One interface for both kinds of session: sealed (no I/O) and stored (revocable).
import type { Claims } from '../contracts/claims.ts'
import type { Device } from '../contracts/events.ts'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { Session, SessionIdentity } from '../contracts/session.ts'
import type { AnyUser, EpochMilliseconds, User } from '../contracts/user.ts'
import type { LatchkeyError } from '../errors.ts'

/** A sign-in that has just succeeded. */
export interface SignIn {
  readonly user: User
  readonly identity: SessionIdentity
  readonly acr: string | null
  /** Already sealed; kept only by stored sessions. */
  readonly sealedIdToken: string | null
  readonly userAgent: string | null
  readonly clientAddress: string | null
  /** When the person authenticated; 0 if no time is proven. */
  readonly authenticatedAt: EpochMilliseconds
  /** Default: false. */
  readonly isSilent?: boolean | undefined
  /** The provider's claims that the option `session.claims` names. Default: none. */
  readonly claims?: Claims | undefined
  /** The application's own fields of the user, as JSON: only sealed sessions keep them, stored ones read them with the user. */
  readonly userFields?: string | null | undefined
  /** The provider's limit (`session_expiry`): the session ends by then, whatever the configured lifetimes are. */
  readonly endsBefore?: EpochMilliseconds | undefined
  /** The session that continues under a new id: `createdAt` and `endsAt` do not change. */
  readonly continues?: Pick<Session, 'createdAt' | 'endsAt'>
  /** The id, if it was chosen beforehand. Stored sessions only. Default: a new one. */
  readonly id?: string | undefined
  /** The first-party client that holds the session. Stored sessions only. Default: none, a browser holds it. */
  readonly clientId?: string | undefined
}

/** A new session, with the token for the browser. */
export interface StartedSession {
  readonly session: Session
  readonly token: string
  readonly maxAgeSeconds: number
}

/** How a request identified its session: by its cookie, or by `Authorization` (the option `bearer`). */
export type Credential = 'cookie' | 'bearer'

/** The result of a session check: the user of a request, and the kind of credential. Frozen; may be shared between requests. */
export interface SessionCheck<U extends AnyUser = User> {
  /** The application's own user, or null. */
  readonly user: U | null
  readonly session: Session | null
  /** Null if `session` is null. */
  readonly credential: Credential | null
  /** Set-Cookie values that the response must contain: a renewed cookie. Usually empty. */
  readonly setCookies: readonly string[]
  /** Why the token in `Authorization` was refused. Null without such a token, and always for cookies. */
  readonly refusal: LatchkeyError | null
}

/** A credential that was refused, with the reason. */
export interface RefusedCredential {
  readonly refusal: LatchkeyError
}

/** The session of a valid token and, if its lifetime was extended, the token that replaces it. */
export interface ReadSession {
  readonly session: Session
  /** The application's own fields of the user, as stored; null if there are none. */
  readonly userFields: string | null
  readonly renewed: { readonly token: string; readonly maxAgeSeconds: number } | null
}

/** Keeps the process running until the work is done, on runtimes that stop it after the response. */
export type WaitUntil = (work: Promise<unknown>) => void

/** Whether sessions of this provider are accepted that do not name their audience (releases before 0.2). */
export type AcceptsUnbound = (provider: string) => boolean

export interface Sessions {
  /**
   * Returns null unless the token is a valid session of this application. Throws only if the store fails. `describeDevice` is
   * called only if the expiry is extended; that write continues after the response and is passed to `waitUntil`.
   */
  read(token: string, describeDevice?: () => Device, waitUntil?: WaitUntil): MaybePromise<ReadSession | null>
  start(signIn: SignIn): Promise<StartedSession>
  /**
   * Ends a stored session everywhere. A sealed one ends in this process; other processes accept copies of its cookie until it
   * expires.
   */
  end(session: Session): Promise<void>
}

/** The lifetimes, in milliseconds. */
export interface Lifetimes {
  readonly idle: number
  readonly absolute: number
  /** Minimum time between two renewals, so that most reads do not write. */
  readonly renewAfter: number
}

/** Renewal after a tenth of the idle time, at most an hour: rarely enough to save writes, often enough for a useful "last seen". */
export function lifetimesOf(settings: {
  readonly idleSeconds: number
  readonly absoluteSeconds: number
}): Lifetimes {
  return {
    idle: settings.idleSeconds * 1000,
    absolute: settings.absoluteSeconds * 1000,
    renewAfter: Math.min(settings.idleSeconds * 100, 3_600_000),
  }
}

/**
 * The absolute end: unchanged for a session that continues, otherwise by the configured lifetime, but never past the
 * provider's.
 */
export function absoluteEnd(
  signIn: SignIn,
  moment: EpochMilliseconds,
  { absolute }: Lifetimes,
): EpochMilliseconds {
  if (signIn.continues) return signIn.continues.endsAt.getTime()
  return Math.min(moment + absolute, signIn.endsBefore ?? Number.POSITIVE_INFINITY)
}

/** Rounds up, since cookies count whole seconds. */
export function secondsUntil(moment: EpochMilliseconds, now: EpochMilliseconds): number {
  return Math.max(0, Math.ceil((moment - now) / 1000))
}
