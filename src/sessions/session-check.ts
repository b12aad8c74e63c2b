// The session check: who makes a request, by the first credential that it shows. The ways to show one stand in a list, each
// an entry of it. Nothing here is asynchronous unless the sessions are.
import { type MaybePromise, whenReady } from '../contracts/maybe-promise.ts'
import type { AnyUser } from '../contracts/user.ts'
import { type CookieNames, readCookie, sessionCookies } from '../web/cookies.ts'
import { headerOf, type SessionSource } from './session-source.ts'
import type { Credential, ReadSession, RefusedCredential, SessionCheck } from './sessions.ts'

/** One way in which a request can show its session at one place. */
export interface CredentialReader {
  readonly credential: Credential
  /** The token, or null where the request shows none in this way. One that is shown decides, also where it is worth nothing. */
  readonly find: (source: SessionSource) => string | null
  /** The Set-Cookie values by which the browser keeps its session. */
  readonly answer: (read: ReadSession, token: string) => readonly string[]
}

/** A credential that a request shows. */
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

/** The first credential of the place's list that the request shows. Null for most visitors: no more work for them. */
export function findCredential(
  source: SessionSource,
  readers: readonly CredentialReader[],
): ShownCredential | null {
  // By number: an iterator would cost an anonymous request more than the scan of its header.
  for (let at = 0; at < readers.length; at++) {
    const reader = readers[at] as CredentialReader
    const token = reader.find(source)
    // A second credential never rides along: the first that is shown decides.
    if (token !== null) return { reader, token }
  }
  return null
}

/**
 * The check's answer for what was read by this credential. `userOf` answers the application's own user of the session;
 * null: not there any more.
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

/** In the order in which they are looked for. Made once for each place, so that a request pays for none that cannot be there. */
export function credentialReaders(cookies: CookieNames, bearer = false): readonly CredentialReader[] {
  const { formerSession } = cookies
  return Object.freeze([
    // Who chose the header shows no cookie: what a browser adds by itself must not decide who somebody is.
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

/** The cookie under the name that it had before (ports, base paths, a whole domain): moved to its new name. */
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

/** `Authorization: Bearer` or `DPoP`. What is found is the whole header, whatever stands behind the word. */
const authorizationReader: CredentialReader = {
  credential: 'bearer',
  find: (source) => bearerAuthorizationOf(headerOf(source, 'authorization')),
  answer: () => none,
}

/** The word alone, however badly the rest is written: what is behind it is judged later (RFC 9110 §5.6.2, §11.4). */
const OWN_SCHEME = /^\s*(?:bearer|dpop)(?![\w!#$%&'*+\-.^`|~])/i

/** The value of an `Authorization` header that is ours to judge; null for other schemes, such as a password in front. */
export function bearerAuthorizationOf(header: string | null): string | null {
  return header !== null && OWN_SCHEME.test(header) ? header : null
}
