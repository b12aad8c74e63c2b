// Linking while signed in: begun by POST in a fresh session, and completed only in the same session.
import { signInIdentity } from '../../accounts/sign-in-identity.ts'
import type { Session } from '../../contracts/session.ts'
import { LatchkeyError } from '../../errors.ts'
import { redirect } from '../../web/responses.ts'
import type { TakenAttempt } from '../attempt/login-attempt.ts'
import { accountParts, type Parts, pathTo, sessionOf, storeOf, type Visit } from '../request/parts.ts'
import { report } from '../request/report.ts'
import { namedReturnTarget } from '../request/return-target.ts'
import { renewSession } from '../session/renew-session.ts'
import { hasSignedInSince } from '../sign-in/demand.ts'
import { contextOf } from '../sign-in/fetch-identity.ts'
import { keepAnswer, type ProviderAnswer } from '../sign-in/keep-answer.ts'
import { loginPlaceIn } from '../sign-in/login-place.ts'
import { sendToProvider } from '../sign-in/send-to-provider.ts'

/** `POST /auth/link/:provider` */
export async function beginLink(parts: Parts, visit: Visit, providerId: string): Promise<Response> {
  storeOf(parts)
  const session = await freshSession(parts, visit)
  return sendToProvider(parts, visit, {
    providerId,
    which: await loginPlaceIn(visit, await parts.providers.find(providerId, visit)),
    returnTo: namedReturnTarget(parts, visit) ?? pathTo(parts, '/account', { notice: 'linked' }),
    intent: { kind: 'link', sessionId: session.id },
  })
}

/** The callback of a link: adds the identity to the user of the session that began it. */
export async function finishLink(
  parts: Parts,
  visit: Visit,
  { taken, ...answer }: ProviderAnswer & { readonly taken: TakenAttempt },
): Promise<Response> {
  const { identity } = answer
  const { intent, returnTo } = taken.attempt
  const { session } = await sessionOf(parts, visit)
  // The person signed out or changed accounts, so the request no longer applies.
  if (intent.kind !== 'link' || session?.id !== intent.sessionId || !isFresh(parts, session)) {
    throw new LatchkeyError('attempt_session_changed')
  }
  const outcome = await signInIdentity(accountParts(parts, await visit.providers()), {
    identity,
    linkTo: { userId: session.user.id },
    context: contextOf(answer.ready.provider, identity, null),
  })
  if (outcome.kind !== 'signed-in') throw new LatchkeyError('account_refused')
  await keepAnswer(parts, answer)
  if (outcome.isLinked) {
    await report(parts, visit, { type: 'linked', provider: identity.provider, userId: session.user.id })
  }
  return redirect(returnTo, [taken.clearing, ...(await renewSession(parts, visit, session))])
}

/** Returns the session if its sign-in is recent. Throws `session_required`, `session_not_fresh`. */
export async function freshSession(parts: Parts, visit: Visit): Promise<Session> {
  const { session } = await sessionOf(parts, visit)
  if (!session) throw new LatchkeyError('session_required')
  if (!isFresh(parts, session)) throw new LatchkeyError('session_not_fresh')
  return session
}

export function isFresh(parts: Parts, session: Session): boolean {
  const { freshSeconds, now } = parts.settings
  return hasSignedInSince(session, now() - freshSeconds * 1000)
}
