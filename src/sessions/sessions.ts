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
  /** Sealed already; kept only by stored sessions. */
  readonly sealedIdToken: string | null
  readonly userAgent: string | null
  readonly clientAddress: string | null
  /** When the person proved who they are; 0 where nothing proves a moment. */
  readonly authenticatedAt: EpochMilliseconds
  /** Default: false. */
  readonly isSilent?: boolean | undefined
  /** What the application names of the provider's claims. Default: none. */
  readonly claims?: Claims | undefined
  /** The application's own fields of the user, as JSON: kept by sealed sessions only, stored ones read them with the user. */
  readonly userFields?: string | null | undefined
  /** The provider's own ceiling (`session_expiry`): whatever our lifetimes are, it ends by then. */
  readonly endsBefore?: EpochMilliseconds | undefined
  /** The session that goes on under a new id: neither its beginning nor its absolute end moves. */
  readonly continues?: Pick<Session, 'createdAt' | 'endsAt'>
  /** The handle, where it was fixed before. Stored sessions only. Default: a new one. */
  readonly id?: string | undefined
  /** The first-party client that holds it. Stored sessions only. Default: a browser does. */
  readonly clientId?: string | undefined
}

/** What the browser is given. */
export interface StartedSession {
  readonly session: Session
  readonly token: string
  readonly maxAgeSeconds: number
}

/** How a request showed its session: by its cookie, or by `Authorization` (the option `bearer`). */
export type Credential = 'cookie' | 'bearer'

/** Who makes a request, and by what they showed it. Frozen; may be shared between requests. */
export interface SessionCheck<U extends AnyUser = User> {
  /** The application's own user, or null. */
  readonly user: U | null
  readonly session: Session | null
  /** Null with the session. */
  readonly credential: Credential | null
  /** Set-Cookie values that the answer must carry: a renewed cookie. Mostly empty. */
  readonly setCookies: readonly string[]
  /** Why the token in `Authorization` is worth nothing. Null without one, and always for cookies. */
  readonly refusal: LatchkeyError | null
}

/** A credential that was shown and is worth nothing, with the reason. */
export interface RefusedCredential {
  readonly refusal: LatchkeyError
}

/** A valid token: its session and, when its lifetime was extended, the token that replaces it. */
export interface ReadSession {
  readonly session: Session
  /** The application's own fields of the user, as the store has them; null where there are none. */
  readonly userFields: string | null
  readonly renewed: { readonly token: string; readonly maxAgeSeconds: number } | null
}

/** Keeps a process awake that sleeps after its answer. */
export type WaitUntil = (work: Promise<unknown>) => void

/** Which sessions of before tokens named their audience are still read: whether of this provider. */
export type AcceptsUnbound = (provider: string) => boolean

export interface Sessions {
  /**
   * Null for anything but a valid session of this application. Never throws for bad tokens; a failing store throws. `describeDevice`
   * is asked only when the expiry is moved; what is then written beside the request is handed to `waitUntil`.
   */
  read(token: string, describeDevice?: () => Device, waitUntil?: WaitUntil): MaybePromise<ReadSession | null>
  start(signIn: SignIn): Promise<StartedSession>
  /** Ends it for good where sessions are revocable; a sealed one ends with its cookie. */
  end(session: Session): Promise<void>
}

/** The lifetimes, in milliseconds. */
export interface Lifetimes {
  readonly idle: number
  readonly absolute: number
  /** No renewal before this much time has passed since the last: plain reads never write. */
  readonly renewAfter: number
}

/** A tenth of the idle time, at most an hour: long enough to make writes rare, short enough to be a good "last seen". */
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

/** The absolute end: kept by a session that goes on, else ours, and never past the provider's. */
export function absoluteEnd(
  signIn: SignIn,
  moment: EpochMilliseconds,
  { absolute }: Lifetimes,
): EpochMilliseconds {
  if (signIn.continues) return signIn.continues.endsAt.getTime()
  return Math.min(moment + absolute, signIn.endsBefore ?? Number.POSITIVE_INFINITY)
}

/** For what lies between the whole-second clock of a cookie and ours. */
export function secondsUntil(moment: EpochMilliseconds, now: EpochMilliseconds): number {
  return Math.max(0, Math.ceil((moment - now) / 1000))
}
