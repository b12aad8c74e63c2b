// What an adapter hands to a route: who is signed in. One copy for all hosts.
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { Session } from '../contracts/session.ts'
import type { AnyUser, User } from '../contracts/user.ts'
import type { Demand, MountedAuth, RequestHead, SessionSource } from '../latchkey.ts'
import type { SessionCheck, WaitUntil } from '../sessions/sessions.ts'

/** Who is signed in at this request. */
export interface RequestAuth {
  /** Null for an anonymous visitor, and while the store does not answer (`error`). */
  readonly user: User | null
  readonly session: Session | null
  /**
   * Why there is no answer: the store is down, and guards answer 503; or why the token in `Authorization` is invalid,
   * and guards answer 401. Public pages go on.
   */
  readonly error: unknown
}

/** Behind a guard: the person is signed in. */
export interface SignedInAuth extends RequestAuth {
  readonly user: User
  readonly session: Session
  readonly error: null
}

/** What the host must do with its answer. */
export interface ReadAuth {
  readonly auth: RequestAuth
  readonly setCookies: readonly string[]
}

/** What one `auth` found at one request. */
export interface Reading extends ReadAuth {
  readonly reader: MountedAuth
}

/**
 * The adapter stores what it read under this symbol, and guards ask for nothing else: a name such as `auth` or `user`
 * belongs to every other middleware too. Not in `RequestAuth`, which routes hand to browsers; not in a WeakMap, whose entries
 * the garbage collector has to look at.
 */
export const reading: unique symbol = Symbol.for('latchkey.reading') as never

/** A request, or what a host has for it, behind our middleware. */
export interface Read {
  [reading]?: Reading
}

/** Never rejects: while the store is down there is no session, and no public page fails. */
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

/** Where an adapter writes headers, in Node's words: an answer that the route has not begun, or one that it has made. */
export interface HeaderSink {
  readonly setHeader: (name: string, value: string) => unknown
  readonly appendHeader: (name: string, value: string) => unknown
}

/** Applies the answer's headers: a shared cache must keep one person's page from another (CVE-2025-48947). */
export function deliver({ auth, setCookies }: ReadAuth, answer: HeaderSink): void {
  answer.appendHeader('Vary', 'Cookie')
  if (auth.session === null && auth.error === null) return
  answer.setHeader('Cache-Control', 'no-store')
  for (const cookie of setCookies) answer.appendHeader('Set-Cookie', cookie)
}

/** The same on an answer that the route has made. What it says about caching stays, unless a cookie travels with it. */
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
    // Fetch §5.5: the headers of `Response.redirect()` and of what `fetch()` answered cannot be changed.
    return deliverOn(new Response(response.body, response), read)
  }
}

/** Options of the guards. */
export interface GuardOptions {
  /** The route answers programs: 401 JSON, whatever the request accepts. Default: false. */
  readonly api?: boolean | undefined
  /**
   * Whether this person may pass: `user` with the application's own fields, `session` with the claims that it keeps. Others get
   * 403. Default: everybody who is signed in.
   */
  readonly allow?: ((user: GuardedUser, session: Session) => boolean) | undefined
}

/** The application's own user, whatever fields it has. */
export type GuardedUser = AnyUser & Readonly<Record<string, unknown>>

/** For `requireRole`: people whose user, or whose session's claims, have one of the roles in `role` or `roles`. */
export function hasRole(roles: string | readonly string[]): NonNullable<GuardOptions['allow']> {
  const wanted = [roles].flat()
  const has = (value: unknown) =>
    [value].flat().some((one) => typeof one === 'string' && wanted.includes(one))
  return (user, session) => {
    const claims = claimsOf(session)
    return [user.role, user.roles, claims.role, claims.roles].some(has)
  }
}

/** For `requireClaim`: people whose session keeps this claim with one of these values, alone or in a list. */
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

/** What the option `session.claims` keeps. */
function claimsOf(session: Session & { readonly claims?: object }): Readonly<Record<string, unknown>> {
  return (session.claims ?? {}) as Readonly<Record<string, unknown>>
}

/** Options of `requireFresh`. */
export interface FreshOptions extends GuardOptions {
  /** How many seconds ago the person may have proved who they are. */
  readonly maxAge?: number | undefined
  /** One of these levels (`acr`) is needed, or this one. */
  readonly acr?: string | readonly string[] | undefined
}

/** What is demanded of a path, in front of all routes; null: nothing. */
export type GuardFor = (path: string) => FreshOptions | null

/** What a guard lets through, and what it answers otherwise. */
export interface Guard {
  readonly admits: (auth: MountedAuth, current: RequestAuth) => current is SignedInAuth
  readonly refuse: (auth: MountedAuth, current: RequestAuth, head: RequestHead) => Response
}

const noDemand: Demand = Object.freeze({})

/**
 * Lets signed-in people through. `satisfies` is asked in every guard: it knows whether the session is one that this `auth`
 * has read, and not an object that another middleware, or another `auth`, has left there.
 */
export function userGuard({ api, allow }: GuardOptions): Guard {
  return {
    admits: (auth, current): current is SignedInAuth =>
      isSignedIn(current) && auth.satisfies(current.session, noDemand) && isAllowed(auth, current, allow),
    refuse: (auth, current, head) =>
      auth.refuse(head, { isApi: api, error: current?.error, isForbidden: knows(auth, current) }),
  }
}

/** A session that this `auth` has read: what is missing is not a sign-in. */
function knows(auth: MountedAuth, current: RequestAuth | undefined): boolean {
  return isSignedIn(current) && auth.satisfies(current.session, noDemand)
}

function isAllowed(auth: MountedAuth, current: SignedInAuth, allow: GuardOptions['allow']): boolean {
  if (!allow) return true
  const user = auth.userOf({ latchkey: current })
  // Strictly: a promise that is forgotten must not open the door.
  return user !== null && allow(user as GuardedUser, current.session) === true
}

/** Lets people through who signed in recently, or strongly enough; sends others to do so and back to the same place. */
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

/** What a route passes on may be anything; undefined is no session. */
function isSignedIn(current: RequestAuth | undefined): current is SignedInAuth {
  return typeof current?.session === 'object' && current.session !== null
}

/** The base user: what is the application's own about them, `auth.userOf(request)` knows with its type. */
function known(reader: MountedAuth, { session, setCookies, refusal }: SessionCheck<AnyUser>): Reading {
  const user = session === null ? null : session.user
  return { reader, auth: { user, session, error: refusal }, setCookies }
}

function unknown(reader: MountedAuth, error: unknown): Reading {
  return { reader, auth: { user: null, session: null, error }, setCookies: [] }
}
