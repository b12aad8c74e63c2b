// Sign-out: the session here ends first and always; the provider's own session only when asked for
// (OpenID Connect RP-Initiated Logout 1.0 §2).
import type { Session } from '../../contracts/session.ts'
import { LatchkeyError } from '../../errors.ts'
import { hasFormerSession, readCookie, sessionCookies } from '../../web/cookies.ts'
import { redirect } from '../../web/responses.ts'
import { isIssuedBy } from '../linking/is-issued-by.ts'
import { revokeAfterLastSession } from '../provider-tokens/revoke-tokens.ts'
import { answerError } from '../request/answer-error.ts'
import { logEvent } from '../request/log-event.ts'
import { noticeOf } from '../request/notices.ts'
import { answerPage, frameOf } from '../request/page-frame.ts'
import { type Parts, pathTo, sessionOf, type Visit } from '../request/parts.ts'
import { report } from '../request/report.ts'
import { returnTargetOf, safeTarget } from '../request/return-target.ts'
import { silentMark } from '../sign-in/silent-login.ts'

/** How long the provider's logout page may take. */
const STATE_MILLISECONDS = 600_000

/** `POST /auth/logout?returnTo=&provider=1` */
export async function signOut(parts: Parts, visit: Visit): Promise<Response> {
  try {
    return await endSession(parts, visit)
  } catch (cause) {
    // A person who signs out must not be signed in again when the store is back: this browser deletes the
    // session in any case, and the page says what could not be done.
    return answerError(parts, visit, new LatchkeyError('session_not_ended', { cause }), {
      setCookies: endCookies(visit),
    })
  }
}

/** `GET /auth/logout`: a link leads to the button, since a GET must not sign out. */
export async function showSignOut(parts: Parts, visit: Visit): Promise<Response> {
  const query = visit.url.searchParams
  const returnTo = returnTargetOf(parts, visit)
  const check = await sessionOf(parts, visit).catch(() => null)
  if (check && !check.session) return showSignedOut(parts, visit)
  const html = await parts.pages.signOut({
    frame: await frameOf(parts, visit),
    signedInAs: check?.user ? (check.user.name ?? check.user.email) : null,
    signOut: {
      action: pathTo(parts, '/logout', {
        returnTo,
        ...(query.get('provider') === '1' ? { provider: '1' } : {}),
      }),
    },
    stayHref: returnTo,
  })
  return answerPage(visit, html)
}

async function endSession(parts: Parts, visit: Visit): Promise<Response> {
  const returnTo = returnTargetOf(parts, visit)
  const { session } = await sessionOf(parts, visit)
  if (!session) return redirect(returnTo, endCookies(visit))
  // Read before the session goes; used after.
  const idTokenHint = await idTokenOf(parts, session)
  await parts.sessions.end(session)
  await endFormer(parts, visit, session)
  await report(parts, visit, {
    type: 'signed_out',
    provider: session.identity.provider,
    userId: session.user.id,
    sessionId: session.id,
  })
  const isWhole = visit.url.searchParams.get('provider') === '1'
  // Who leaves the provider too leaves nothing behind that acts in their name.
  if (isWhole || parts.settings.revokeTokensAtSignOut) {
    await revokeAfterLastSession(parts, visit.place, session.user.id)
  }
  const atProvider = isWhole ? await providerLogout(parts, visit, { session, idTokenHint, returnTo }) : null
  const mark = parts.settings.silentLogin ? [silentMark(visit)] : []
  return redirect(atProvider ?? returnTo, [...endCookies(visit), ...mark])
}

/** `GET /auth/signed-out`: where the provider sends the browser. Says it, and where to go on. */
export async function showSignedOut(parts: Parts, visit: Visit): Promise<Response> {
  const state = visit.url.searchParams.get('state')
  const opened = state ? await parts.seal.open<string>('logout', state, { now: parts.settings.now() }) : null
  // Missing, foreign or old: the page is the same and does no harm.
  if (opened?.state === 'valid' && opened.payload !== '/') return redirect(safeTarget(parts, opened.payload))
  const html = await parts.pages.signedOut({
    frame: await frameOf(parts, visit),
    signInHref: pathTo(parts, '/login'),
    notice: await noticeOf(visit),
  })
  return answerPage(visit, html)
}

/** Clears the session's cookie, and the one that it has under an older name. */
export function endCookies({ place, cookieHeader }: Visit): readonly string[] {
  const { cookies } = place
  return sessionCookies(cookies, { token: '', maxAgeSeconds: 0 }, hasFormerSession(cookies, cookieHeader))
}

/** A browser may have a session under the older name too: one sign-out ends both. */
async function endFormer(parts: Parts, { place, cookieHeader }: Visit, ended: Session): Promise<void> {
  const { formerSession } = place.cookies
  const token = formerSession === undefined ? null : readCookie(cookieHeader, formerSession)
  const former = token === null ? null : await parts.sessions.read(token)
  if (former && former.session.id !== ended.id) await parts.sessions.end(former.session)
}

/** This session's provider account, never another one. Null where the provider has no logout or does not answer. */
async function providerLogout(
  parts: Parts,
  visit: Visit,
  leaving: { readonly session: Session; readonly idTokenHint: string | null; readonly returnTo: string },
): Promise<string | null> {
  const { identity } = leaving.session
  try {
    const { provider, client } = await parts.providers.get(identity.provider, visit, {
      issuer: identity.issuer,
    })
    if (!isIssuedBy(identity, provider)) return null
    const state = await parts.seal.seal('logout', leaving.returnTo, {
      expiresAt: parts.settings.now() + STATE_MILLISECONDS,
    })
    const postLogoutRedirectUri = `${visit.place.origin}${pathTo(parts, '/signed-out')}`
    const url = await client.endSessionUrl({ idTokenHint: leaving.idTokenHint, postLogoutRedirectUri, state })
    return url?.href ?? null
  } catch (error) {
    // The person is signed out here already; a provider that fails must not turn that into an error page.
    logEvent(parts, visit, { event: 'provider_logout_failed', level: 'warn', detail: String(error) })
    return null
  }
}

/** Null also where the store fails: that must not keep the session from ending. */
async function idTokenOf(parts: Parts, session: Session): Promise<string | null> {
  const { store, now } = parts.settings
  try {
    const sealed = (await store?.sessions.find(session.id))?.session.sealedIdToken
    if (!sealed) return null
    const opened = await parts.seal.open<string>('id-token', sealed, { now: now() })
    return opened.state === 'valid' ? opened.payload : null
  } catch {
    return null
  }
}
