// Sign-out: the session here always ends first; the provider's own session only if requested (OpenID Connect RP-Initiated
// Logout 1.0 §2).
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

/** How long the logout at the provider may take. */
const STATE_MILLISECONDS = 600_000

/** `POST /auth/logout?returnTo=&provider=1` */
export async function signOut(parts: Parts, visit: Visit): Promise<Response> {
  try {
    return await endSession(parts, visit)
  } catch (cause) {
    // The person must not be signed in again when the store recovers: delete this browser's cookie in any case; the page says
    // what could not be done.
    return answerError(parts, visit, new LatchkeyError('session_not_ended', { cause }), {
      setCookies: endCookies(visit),
    })
  }
}

/** `GET /auth/logout`: shows the sign-out button, since a GET must not sign out. */
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
  // Read it before the session is deleted.
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
  // Signing out at the provider also revokes the tokens, so that nothing acts in the person's name afterwards.
  if (isWhole || parts.settings.revokeTokensAtSignOut) {
    await revokeAfterLastSession(parts, visit.place, session.user.id)
  }
  const atProvider = isWhole ? await providerLogout(parts, visit, { session, idTokenHint, returnTo }) : null
  const mark = parts.settings.silentLogin ? [silentMark(visit)] : []
  return redirect(atProvider ?? returnTo, [...endCookies(visit), ...mark])
}

/** `GET /auth/signed-out`: the provider redirects here. Confirms the sign-out, or continues to the return target. */
export async function showSignedOut(parts: Parts, visit: Visit): Promise<Response> {
  const state = visit.url.searchParams.get('state')
  const opened = state ? await parts.seal.open<string>('logout', state, { now: parts.settings.now() }) : null
  // Without a valid state, just show the page.
  if (opened?.state === 'valid' && opened.payload !== '/') return redirect(safeTarget(parts, opened.payload))
  const html = await parts.pages.signedOut({
    frame: await frameOf(parts, visit),
    signInHref: pathTo(parts, '/login'),
    notice: await noticeOf(visit),
  })
  return answerPage(visit, html)
}

/** Returns Set-Cookie values that delete the session's cookie, under its former name too. */
export function endCookies({ place, cookieHeader }: Visit): readonly string[] {
  const { cookies } = place
  return sessionCookies(cookies, { token: '', maxAgeSeconds: 0 }, hasFormerSession(cookies, cookieHeader))
}

/** Also ends the session of a cookie under the former name. */
async function endFormer(parts: Parts, { place, cookieHeader }: Visit, ended: Session): Promise<void> {
  const { formerSession } = place.cookies
  const token = formerSession === undefined ? null : readCookie(cookieHeader, formerSession)
  const former = token === null ? null : await parts.sessions.read(token)
  if (former && former.session.id !== ended.id) await parts.sessions.end(former.session)
}

/** Returns the logout address for this session's provider; null if the provider has no logout or does not respond. */
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
    // The person is already signed out here, so a failing provider must not cause an error page.
    logEvent(parts, visit, { event: 'provider_logout_failed', level: 'warn', detail: String(error) })
    return null
  }
}

/** Returns null also if the store fails, since that must not prevent the sign-out. */
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
