// The session check: who makes a request, by the first credential that it shows. The ways to show one stand in a list; a way
// that is added, such as a bearer token, is an entry of it. Nothing here is asynchronous unless the sessions are.
import { type MaybePromise, whenReady } from '../contracts/maybe-promise.ts'
import type { AnyUser } from '../contracts/user.ts'
import { type CookieNames, readCookie, sessionCookies } from '../web/cookies.ts'
import { headerOf, type SessionSource } from './session-source.ts'
import type { Credential, ReadSession, SessionCheck } from './sessions.ts'

/** One way in which a request can show its session. */
export interface CredentialReader {
  readonly credential: Credential
  /** The token, or null where the request shows none in this way. One that is shown decides, also where it is worth nothing. */
  readonly find: (source: SessionSource, cookies: CookieNames) => string | null
  /** The Set-Cookie values by which the browser keeps its session. */
  readonly answer: (read: ReadSession, token: string, cookies: CookieNames) => readonly string[]
}

/** A credential that a request shows. */
export interface ShownCredential {
  readonly reader: CredentialReader
  readonly token: string
  readonly cookies: CookieNames
}

/** What the check asks of one application. */
export interface SessionCheckParts {
  readonly read: (token: string) => MaybePromise<ReadSession | null>
  /** Who the user of this session is to the application; null: not there any more. */
  readonly userOf: (read: ReadSession) => MaybePromise<AnyUser | null>
}

const none: readonly string[] = Object.freeze([])
export const ANONYMOUS: SessionCheck = Object.freeze({
  user: null,
  session: null,
  credential: null,
  setCookies: none,
})

/** The first credential of the list that the request shows. Null for most visitors: no more work for them. */
export function findCredential(source: SessionSource, cookies: CookieNames): ShownCredential | null {
  // By number: an iterator would cost an anonymous request more than the scan of its header.
  for (let at = 0; at < credentialReaders.length; at++) {
    const reader = credentialReaders[at] as CredentialReader
    const token = reader.find(source, cookies)
    // A second credential never rides along: the first that is shown decides.
    if (token !== null) return { reader, token, cookies }
  }
  return null
}

export function checkCredential(
  { reader, token, cookies }: ShownCredential,
  { read, userOf }: SessionCheckParts,
): MaybePromise<SessionCheck<AnyUser>> {
  return whenReady(read(token), (found) => {
    if (!found) return ANONYMOUS
    return whenReady(userOf(found), (user) => {
      if (!user) return ANONYMOUS
      const setCookies = reader.answer(found, token, cookies)
      return { user, session: found.session, credential: reader.credential, setCookies }
    })
  })
}

const cookie: CredentialReader = {
  credential: 'cookie',
  find: (source, { session }) => readCookie(headerOf(source, 'cookie'), session),
  answer: ({ renewed }, _token, cookies) => (renewed ? sessionCookies(cookies, renewed, false) : none),
}

/** The cookie under the name that it had before (ports, base paths, a whole domain): moved to its new name. */
const formerCookie: CredentialReader = {
  credential: 'cookie',
  find: (source, { formerSession }) =>
    formerSession === undefined ? null : readCookie(headerOf(source, 'cookie'), formerSession),
  answer({ renewed, session }, token, cookies) {
    const lifetime = Math.ceil((session.endsAt.getTime() - session.createdAt.getTime()) / 1000)
    const moved = renewed ?? { token, maxAgeSeconds: lifetime }
    return sessionCookies(cookies, moved, true)
  },
}

/** In the order in which they are looked for. */
const credentialReaders: readonly CredentialReader[] = Object.freeze([cookie, formerCookie])
