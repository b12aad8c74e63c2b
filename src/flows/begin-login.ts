// The way out: from the button to the provider (RFC 6749 §4.1.1, RFC 7636, OpenID Connect Core §3.1.2.1).
import { LatchkeyError } from '../errors.ts'
import { redirect } from '../web/responses.ts'
import { safeReturnPath } from '../web/return-path.ts'
import { isPrefetch, isSameOrigin } from '../web/same-origin.ts'
import { type AttemptWish, attemptCookies, createAttempt } from './login-attempt.ts'
import type { Parts, Visit } from './parts.ts'
import { showSignIn } from './show-sign-in.ts'

/** `POST /auth/login/:provider?returnTo=`; GET only when it is proven same-origin, else the sign-in page answers. */
export async function beginLogin(parts: Parts, visit: Visit, providerId: string): Promise<Response> {
  if (!isSameOrigin(visit.request.headers, visit.place.origin)) {
    // A link from elsewhere must not start a login (CVE-2015-9284); it gets the page with the buttons.
    if (visit.request.method === 'GET') return showSignIn(parts, visit)
    throw new LatchkeyError('request_cross_site')
  }
  if (isPrefetch(visit.request.headers)) return showSignIn(parts, visit)
  const returnTo = safeReturnPath(visit.url.searchParams.get('returnTo'))
  return sendToProvider(parts, visit, { providerId, returnTo, intent: { kind: 'login' } })
}

/** Seals an attempt into its cookie and sends the browser off. Throws `provider_unknown`, `provider_unavailable`. */
export async function sendToProvider(
  parts: Parts,
  visit: Visit,
  wish: AttemptWish & { readonly providerId: string },
): Promise<Response> {
  const ready = await parts.providers.get(wish.providerId, visit.place)
  const attempt = await createAttempt(parts, visit, { ...wish, ready })
  const url = await ready.client.authorizationUrl({
    redirectUri: attempt.redirectUri,
    state: attempt.state,
    nonce: attempt.nonce,
    codeVerifier: attempt.codeVerifier,
  })
  // 303, so that the form's POST is not repeated at the provider (RFC 9700 §4.12).
  return redirect(url.href, await attemptCookies(parts, visit, attempt))
}
