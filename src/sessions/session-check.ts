// The session check: identifies the user of a request by the first credential found. The kinds of credential are entries of a
// list. Nothing here is asynchronous unless the sessions are.
import { type MaybePromise, whenReady } from '../contracts/maybe-promise.ts'
import type { AnyUser } from '../contracts/user.ts'
import { type CookieNames, readCookie, sessionCookies } from '../web/cookies.ts'
import { headerOf, type SessionSource } from './session-source.ts'
import type { Credential, ReadSession, RefusedCredential, SessionCheck } from './sessions.ts'

/** One kind of credential with which a request can identify its session, at one origin. */
export interface CredentialReader {
  readonly credential: Credential
  /** Returns the token, or null if the request has none of this kind. A token that is found decides, even if it is invalid. */
  readonly find: (source: SessionSource) => string | null
  /** Returns the Set-Cookie values that keep the browser's session. */
  readonly answer: (read: ReadSession, token: string) => readonly string[]
}

/** A credential found in a request. */
export interface ShownCredential {
  readonly reader: CredentialReader
  readonly token: string
}

const none: readonly string[] = Object.freeze([])
export const ANONYMOUS: SessionCheck = Object.freeze({
  user: null,
  session: null,
  credential: null,
  setCookies: none,
  refusal: null,
})

/** Returns the first credential of the list that the request has; null for most visitors, who cost no further work. */
export function findCredential(
  source: SessionSource,
  readers: readonly CredentialReader[],
): ShownCredential | null {
  // By index: an iterator would cost an anonymous request more than the scan of its header.
  for (let at = 0; at < readers.length; at++) {
    const reader = readers[at] as CredentialReader
    const token = reader.find(source)
    // The first credential found decides; others are ignored.
    if (token !== null) return { reader, token }
  }
  return null
}

/**
 * Returns the result of the check for the session that was read. `userOf` returns the application's own user of the session, or
 * null if the user no longer exists.
 */
export function answerFor(
  { reader, token }: ShownCredential,
  read: MaybePromise<ReadSession | RefusedCredential | null>,
  userOf: (read: ReadSession) => MaybePromise<AnyUser | null>,
): MaybePromise<SessionCheck<AnyUser>> {
  return whenReady(read, (found) => {
    if (!found) return ANONYMOUS
    if ('refusal' in found) return { ...ANONYMOUS, refusal: found.refusal }
    return whenReady(userOf(found), (user) => {
      if (!user) return ANONYMOUS
      const setCookies = reader.answer(found, token)
      return { user, session: found.session, credential: reader.credential, setCookies, refusal: null }
    })
  })
}

/**
 * Returns the readers in the order in which they are tried. Created once per origin, so that a request does not pay for kinds
 * that are not enabled.
 */
export function credentialReaders(cookies: CookieNames, bearer = false): readonly CredentialReader[] {
  const { formerSession } = cookies
  return Object.freeze([
    // The header comes first: a request that sends it must not be identified by a cookie that the browser adds by itself.
    ...(bearer ? [authorizationReader] : []),
    cookieReader(cookies),
    ...(formerSession === undefined ? [] : [formerCookieReader(cookies, formerSession)]),
  ])
}

function cookieReader(cookies: CookieNames): CredentialReader {
  return {
    credential: 'cookie',
    find: (source) => readCookie(headerOf(source, 'cookie'), cookies.session),
    answer: ({ renewed }) => (renewed ? sessionCookies(cookies, renewed, false) : none),
  }
}

/** Reads the cookie under its former name (other ports, base paths, a parent domain), and moves it to its new name. */
function formerCookieReader(cookies: CookieNames, formerName: string): CredentialReader {
  return {
    credential: 'cookie',
    find: (source) => readCookie(headerOf(source, 'cookie'), formerName),
    answer({ renewed, session }, token) {
      const lifetime = Math.ceil((session.endsAt.getTime() - session.createdAt.getTime()) / 1000)
      return sessionCookies(cookies, renewed ?? { token, maxAgeSeconds: lifetime }, true)
    },
  }
}

/** `Authorization: Bearer` or `DPoP`. Finds the whole header, whatever follows the scheme. */
const authorizationReader: CredentialReader = {
  credential: 'bearer',
  find: (source) => bearerAuthorizationOf(headerOf(source, 'authorization')),
  answer: () => none,
}

/** Matches the scheme only; the rest is checked later, even if it is malformed (RFC 9110 §5.6.2, §11.4). */
const OWN_SCHEME = /^\s*(?:bearer|dpop)(?![\w!#$%&'*+\-.^`|~])/i

/**
 * Returns the value of an `Authorization` header with one of these schemes; null for other schemes, such as `Basic` for a
 * proxy.
 */
export function bearerAuthorizationOf(header: string | null): string | null {
  return header !== null && OWN_SCHEME.test(header) ? header : null
}
