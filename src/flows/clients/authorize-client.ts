// `GET /auth/authorize`: a first-party client asks for a session (RFC 6749 §4.1.1, RFC 8252). Nothing is stored: during the
// sign-in, the request is kept as the address to return to.
import type { Session } from '../../contracts/session.ts'
import { LatchkeyError } from '../../errors.ts'
import {
  type AnswerTarget,
  answerUrl,
  authorizationQuery,
  type ClientAuthorization,
  readAnswerTarget,
  readClientAuthorization,
} from '../../oauth/clients/authorization-request.ts'
import { describeForClient, oauthErrorOf } from '../../oauth/clients/client-refusal.ts'
import { redirectKind } from '../../oauth/clients/redirect-uri.ts'
import { redirect } from '../../web/responses.ts'
import { safeReturnPath } from '../../web/return-path.ts'
import { atItsOneName } from '../request/one-name.ts'
import { answerPage, frameOf } from '../request/page-frame.ts'
import { type Parts, pathTo, sessionOf, type Visit } from '../request/parts.ts'
import { refusalEvent } from '../request/refusal-event.ts'
import { report } from '../request/report.ts'
import { satisfies } from '../sign-in/demand.ts'
import { sealCode } from './authorization-code.ts'
import { checkClientsAreServed } from './clients-are-served.ts'
import { issuerOf } from './issuer-of.ts'

/** The person's decision on the confirmation page. */
type Decision = 'allow' | 'deny'

export async function authorizeClient(parts: Parts, visit: Visit): Promise<Response> {
  const elsewhere = atItsOneName(parts, visit)
  if (elsewhere) return redirect(elsewhere)
  return answerAuthorization(parts, visit, async (asked) => {
    const { session } = await sessionOf(parts, visit)
    const signIn = signInPath(parts, asked, session)
    if (signIn !== null || !session) return redirect(signIn ?? pathTo(parts, '/login'))
    // RFC 8252 §8.6: any program on the device can claim a scheme or listen on loopback, so the person confirms each time.
    if (redirectKind(asked.redirectUri) !== 'https') return askForYes(parts, visit, { asked, session })
    return redirect(await codeUrl(parts, visit, { asked, session }))
  })
}

/** `POST /auth/authorize`: the person's decision on that page, in the same session. */
export async function confirmClient(parts: Parts, visit: Visit): Promise<Response> {
  return answerAuthorization(parts, visit, async (asked) => {
    const query = visit.url.searchParams
    const { session } = await sessionOf(parts, visit)
    const isShown = session !== null && session.id === query.get('session')
    // The person signed out or changed accounts: show the page again, with the right name.
    if (!isShown || signInPath(parts, asked, session) !== null) return redirect(requestPath(parts, asked))
    if (query.get('decision') !== 'allow') throw new LatchkeyError('client_denied')
    return redirect(await codeUrl(parts, visit, { asked, session }))
  })
}

/** A fault in the client id or redirect URI is shown on an error page; other errors are sent to the client's redirect URI. */
async function answerAuthorization(
  parts: Parts,
  visit: Visit,
  answer: (asked: ClientAuthorization) => Promise<Response>,
): Promise<Response> {
  checkClientsAreServed(parts, 'code')
  const target = readAnswerTarget(visit.url.searchParams, parts.settings.clients)
  try {
    return await answer(readClientAuthorization(visit.url.searchParams, target))
  } catch (error) {
    if (error instanceof LatchkeyError && error.code.startsWith('client_')) {
      return refuseAtClient(parts, visit, { target, error })
    }
    throw error
  }
}

interface Asking {
  readonly asked: ClientAuthorization
  readonly session: Session
}

async function codeUrl(parts: Parts, visit: Visit, { asked, session }: Asking): Promise<string> {
  return answerUrl(asked, issuerOf(parts, visit.place), { code: await sealCode(parts, asked, session.id) })
}

async function askForYes(parts: Parts, visit: Visit, { asked, session }: Asking): Promise<Response> {
  const { client, redirectUri } = asked
  const answer = (decision: Decision) =>
    pathTo(parts, '/authorize', { ...authorizationQuery(asked), session: session.id, decision })
  const { name, email } = session.user
  const html = await parts.pages.clientConfirm({
    frame: await frameOf(parts, visit),
    client: { id: client.id, name: client.name },
    isOnThisDevice: redirectKind(redirectUri) === 'loopback',
    user: { name, email },
    allow: { action: answer('allow') },
    deny: { action: answer('deny') },
    otherAccountHref: pathTo(parts, '/login', { returnTo: requestPath(parts, asked) }),
  })
  return answerPage(visit, html, { formTargets: [formTargetOf(redirectUri)] })
}

/** Returns null if the session exists and is recent enough; otherwise the path at which the person signs in. */
function signInPath(parts: Parts, asked: ClientAuthorization, session: Session | null): string | null {
  const returnTo = requestPath(parts, asked)
  if (!session) return pathTo(parts, '/login', { returnTo })
  const { maxAgeSeconds } = asked
  if (maxAgeSeconds === null || satisfies(session, { maxAgeSeconds }, parts.settings.now())) return null
  return pathTo(parts, '/login', { returnTo, maxAge: String(maxAgeSeconds) })
}

/** Returns this request as a return path. Throws `client_request_invalid` if it is too long. */
function requestPath(parts: Parts, asked: ClientAuthorization): string {
  const path = pathTo(parts, '/authorize', authorizationQuery(asked))
  if (safeReturnPath(path) === path) return path
  throw new LatchkeyError('client_request_invalid', {
    detail: `The request has ${path.length} bytes, and must have at most 512 to survive the sign-in: shorten state.`,
  })
}

async function refuseAtClient(
  parts: Parts,
  visit: Visit,
  { target, error }: { readonly target: AnswerTarget; readonly error: LatchkeyError },
): Promise<Response> {
  await report(parts, visit, refusalEvent(error))
  return redirect(
    answerUrl(target, issuerOf(parts, visit.place), {
      error: oauthErrorOf(error),
      error_description: describeForClient(error),
    }),
  )
}

/** Returns the source that the Content-Security-Policy must allow as form target. It cannot express IPv6 addresses. */
function formTargetOf(redirectUri: string): string {
  const { protocol, hostname } = new URL(redirectUri)
  return protocol === 'http:' && !hostname.startsWith('[') ? `http://${hostname}:*` : protocol
}
