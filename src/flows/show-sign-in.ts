// The sign-in page: one plain form for each provider.
import { redirect } from '../web/responses.ts'
import { safeReturnPath } from '../web/return-path.ts'
import { noticeOf } from './notices.ts'
import { answerPage, buttonOf, frameOf } from './page-frame.ts'
import { type Parts, pathTo, sessionOf, type Visit } from './parts.ts'

/** `GET /auth/login?returnTo=` */
export async function showSignIn(parts: Parts, visit: Visit): Promise<Response> {
  const elsewhere = atItsOneName(visit)
  if (elsewhere) return redirect(elsewhere)
  const returnTo = safeReturnPath(visit.url.searchParams.get('returnTo'))
  const { user } = await sessionOf(parts, visit).catch(() => ({ user: null }))
  const html = await parts.pages.signIn({
    frame: frameOf(parts),
    providers: parts.providers.list.map((provider) =>
      buttonOf(provider, pathTo(parts, `/login/${provider.id}`, { returnTo })),
    ),
    signedInAs: user ? (user.name ?? user.email ?? 'your account') : null,
    continueHref: user ? returnTo : null,
    notice: noticeOf(visit.url),
  })
  return answerPage(visit, html)
}

/** A page opened at 127.0.0.1 moves to localhost before a login starts there: their cookies do not mix. */
export function atItsOneName({ url, place, request }: Visit): string | null {
  if (!place.isLoopback || request.method !== 'GET' || url.hostname === place.hostname) return null
  return `${place.origin}${url.pathname}${url.search}`
}
