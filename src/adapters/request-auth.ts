// What an adapter hands to a route: who is signed in. One copy for all hosts.
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { Session } from '../contracts/session.ts'
import type { User } from '../contracts/user.ts'
import type { Auth, SessionSource } from '../latchkey.ts'
import type { SessionCheck } from '../sessions/sessions.ts'

/** Who is signed in at this request. */
export interface RequestAuth {
  /** Null for an anonymous visitor, and while nobody can tell (`error`). */
  readonly user: User | null
  readonly session: Session | null
  /** Why nobody can tell: the store does not answer. Public pages go on; guards answer 503. */
  readonly error: unknown
}

/** Behind a guard: somebody is signed in. */
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

/** Never rejects: a store that is down makes nobody signed in, and no public page fail. */
export function readAuth(auth: Auth, source: SessionSource): MaybePromise<ReadAuth> {
  try {
    const check = auth.session(source)
    return check instanceof Promise ? check.then(known, unknown) : known(check)
  } catch (error) {
    return unknown(error)
  }
}

/** Applies the answer's headers: a shared cache must keep one person's page from another (CVE-2025-48947). */
export function deliver(
  { auth, setCookies }: ReadAuth,
  headers: { set: (name: string, value: string) => void; append: (name: string, value: string) => void },
): void {
  headers.append('Vary', 'Cookie')
  if (!auth.session && auth.error === null) return
  headers.set('Cache-Control', 'no-store')
  for (const cookie of setCookies) headers.append('Set-Cookie', cookie)
}

/** Options of the guards. */
export interface GuardOptions {
  /** The route answers programs: 401 JSON, whatever the request accepts. Default: false. */
  readonly api?: boolean | undefined
}

function known({ user, session, setCookies }: SessionCheck): ReadAuth {
  return { auth: { user, session, error: null }, setCookies }
}

function unknown(error: unknown): ReadAuth {
  return { auth: { user: null, session: null, error }, setCookies: [] }
}
