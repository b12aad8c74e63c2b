// What an adapter gives to a route: who is signed in. Shared by all hosts.
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { Session } from '../contracts/session.ts'
import type { AnyUser, User } from '../contracts/user.ts'
import type { Demand, MountedAuth, RequestHead, SessionSource } from '../latchkey.ts'
import type { SessionCheck, WaitUntil } from '../sessions/sessions.ts'

/** Who is signed in at this request. */
export interface RequestAuth {
  /** Null for an anonymous visitor, and while the store does not answer (`error`). */
  readonly user: User | null
  /** The session of the user; null without one. */
  readonly session: Session | null
  /**
   * Why the person is unknown: the store is down, and guards answer 503; or the token in `Authorization` is invalid, and guards
   * answer 401. Null otherwise. Public pages still work.
   */
  readonly error: unknown
}

/** After a guard: the person is signed in. */
export interface SignedInAuth extends RequestAuth {
  readonly user: User
  readonly session: Session
  readonly error: null
}

/** What the host must apply to its answer. */
export interface ReadAuth {
  readonly auth: RequestAuth
  /** Set-Cookie values, which renew the session. */
  readonly setCookies: readonly string[]
}

/** What one `auth` found for one request. */
export interface Reading extends ReadAuth {
  readonly reader: MountedAuth
}

/**
 * The adapter stores what it read under this symbol, and guards read nothing else: a name such as `auth` or `user` could be
 * written by any other middleware. It is not in `RequestAuth`, which routes send to browsers, and not in a WeakMap, whose entries
 * cost the garbage collector time.
 */
export const reading: unique symbol = Symbol.for('latchkey.reading') as never

/** A request, or the host's object for it, after Latchkey's middleware. */
export interface Read {
  [reading]?: Reading
}

/** Never rejects: while the store is down there is no session, and public pages still work. */
export function readAuth(
  auth: MountedAuth,
  source: SessionSource,
  waitUntil?: WaitUntil,
): MaybePromise<Reading> {
  try {
    const check = auth.session(source, waitUntil)
    return check instanceof Promise
      ? check.then(
          (read) => known(auth, read),
          (error: unknown) => unknown(auth, error),
        )
      : known(auth, check)
  } catch (error) {
    return unknown(auth, error)
  }
}

/** Where an adapter writes headers, named as in Node: an answer that the route has not begun, or one that it has made. */
export interface HeaderSink {
  readonly setHeader: (name: string, value: string) => unknown
  readonly appendHeader: (name: string, value: string) => unknown
}

/** Applies the answer's headers: a shared cache must not serve one person's page to another (CVE-2025-48947). */
export function deliver({ auth, setCookies }: ReadAuth, answer: HeaderSink): void {
  answer.appendHeader('Vary', 'Cookie')
  if (auth.session === null && auth.error === null) return
  answer.setHeader('Cache-Control', 'no-store')
  for (const cookie of setCookies) answer.appendHeader('Set-Cookie', cookie)
}

/** The same for an answer that the route has made. Its own caching headers stay, unless a cookie is sent with it. */
export function deliverOn(response: Response, read: ReadAuth): Response {
  const { headers } = response
  const says = (name: string, value: string) => name === 'Vary' && headers.get(name) === value
  const decides = (name: string) => read.setCookies.length === 0 && headers.has(name)
  try {
    deliver(read, {
      setHeader: (name, value) => decides(name) || headers.set(name, value),
      appendHeader: (name, value) => says(name, value) || headers.append(name, value),
    })
    return response
  } catch {
    // Fetch §5.5: the headers of `Response.redirect()` and of a response from `fetch()` are immutable.
    return deliverOn(new Response(response.body, response), read)
  }
}

/** Options of the guards. */
export interface GuardOptions {
  /** The route is for programs: 401 JSON, whatever the request accepts. Default: false. */
  readonly api?: boolean | undefined
  /**
   * Whether this person may pass: `user` with the application's own fields, `session` with the claims that it keeps. Others get
   * 403. Default: every signed-in person may pass.
   */
  readonly allow?: ((user: GuardedUser, session: Session) => boolean) | undefined
}

/** The application's own user, with whatever fields it has. */
export type GuardedUser = AnyUser & Readonly<Record<string, unknown>>

/** For `requireRole`: people whose user or whose session claims have one of these roles in `role` or `roles`. */
export function hasRole(roles: string | readonly string[]): NonNullable<GuardOptions['allow']> {
  const wanted = [roles].flat()
  const has = (value: unknown) =>
    [value].flat().some((one) => typeof one === 'string' && wanted.includes(one))
  return (user, session) => {
    const claims = claimsOf(session)
    return [user.role, user.roles, claims.role, claims.roles].some(has)
  }
}

/** For `requireClaim`: people whose session has this claim with one of these values, alone or in a list. */
export function hasClaim(
  name: string,
  values: string | readonly string[],
): NonNullable<GuardOptions['allow']> {
  const wanted = [values].flat()
  return (_, session) => {
    const claims = claimsOf(session)
    const value = Object.hasOwn(claims, name) ? claims[name] : undefined
    return [value].flat().some((one) => typeof one === 'string' && wanted.includes(one))
  }
}

/** The claims that the option `session.claims` keeps in the session. */
function claimsOf(session: Session & { readonly claims?: object }): Readonly<Record<string, unknown>> {
  return (session.claims ?? {}) as Readonly<Record<string, unknown>>
}

/** Options of `requireFresh`. */
export interface FreshOptions extends GuardOptions {
  /** The greatest age of the sign-in, in seconds. */
  readonly maxAge?: number | undefined
  /** Authentication levels (`acr`), one of which is required. */
  readonly acr?: string | readonly string[] | undefined
}

/** Returns what is demanded of the visitors of a path, before all routes; null: nothing. */
export type GuardFor = (path: string) => FreshOptions | null

/** Whom a guard admits, and what it answers otherwise. */
export interface Guard {
  /** Whether this person may pass. */
  readonly admits: (auth: MountedAuth, current: RequestAuth) => current is SignedInAuth
  /** Returns the answer to all others. */
  readonly refuse: (auth: MountedAuth, current: RequestAuth, head: RequestHead) => Response
}

const noDemand: Demand = Object.freeze({})

/**
 * Lets signed-in people through. Every guard calls `satisfies`, which knows whether this `auth` has read the session; an object that
 * another middleware or another `auth` has left there is rejected.
 */
export function userGuard({ api, allow }: GuardOptions): Guard {
  return {
    admits: (auth, current): current is SignedInAuth =>
      isSignedIn(current) && auth.satisfies(current.session, noDemand) && isAllowed(auth, current, allow),
    refuse: (auth, current, head) =>
      auth.refuse(head, { isApi: api, error: current?.error, isForbidden: knows(auth, current) }),
  }
}

/** Whether this `auth` has read a session: then the person is signed in, and something other than a sign-in is missing. */
function knows(auth: MountedAuth, current: RequestAuth | undefined): boolean {
  return isSignedIn(current) && auth.satisfies(current.session, noDemand)
}

function isAllowed(auth: MountedAuth, current: SignedInAuth, allow: GuardOptions['allow']): boolean {
  if (!allow) return true
  const user = auth.userOf({ latchkey: current })
  // Strictly `true`: a promise that was not awaited must not open the route.
  return user !== null && allow(user as GuardedUser, current.session) === true
}

/** Lets people through who signed in recently and strongly enough. Others are sent to do so, and then back to the same place. */
export function freshGuard({ api, allow, maxAge, acr }: FreshOptions): Guard {
  const acrValues = typeof acr === 'string' ? [acr] : acr
  const demand: Demand = { maxAgeSeconds: maxAge, acrValues }
  return {
    admits: (auth, current): current is SignedInAuth =>
      isSignedIn(current) && auth.satisfies(current.session, demand) && isAllowed(auth, current, allow),
    refuse(auth, current, head) {
      const isForbidden = isSignedIn(current) && auth.satisfies(current.session, demand)
      const isStale = knows(auth, current) && !isForbidden
      const error = current?.error
      return auth.refuse(head, { isApi: api, error, isForbidden, demand: isStale ? demand : undefined })
    },
  }
}

/** A route may pass any value; undefined means no session. */
function isSignedIn(current: RequestAuth | undefined): current is SignedInAuth {
  return typeof current?.session === 'object' && current.session !== null
}

/** With the base user. The application's own fields come, with their type, from `auth.userOf(request)`. */
function known(reader: MountedAuth, { session, setCookies, refusal }: SessionCheck<AnyUser>): Reading {
  const user = session === null ? null : session.user
  return { reader, auth: { user, session, error: refusal }, setCookies }
}

function unknown(reader: MountedAuth, error: unknown): Reading {
  return { reader, auth: { user: null, session: null, error }, setCookies: [] }
}
