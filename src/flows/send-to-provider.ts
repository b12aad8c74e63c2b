// The last step out: the attempt sealed into its cookie, the browser sent to the provider (RFC 6749 §4.1.1, RFC 7636).
import { redirect } from '../web/responses.ts'
import { type AttemptWish, attemptCookies, createAttempt } from './login-attempt.ts'
import type { Parts, Visit } from './parts.ts'
import { askFor } from './step-up.ts'

/** Throws `provider_unknown`, `provider_unavailable`. */
export async function sendToProvider(
  parts: Parts,
  visit: Visit,
  wish: AttemptWish & { readonly providerId: string; readonly loginHint?: string | undefined },
): Promise<Response> {
  const ready = await parts.providers.get(wish.providerId, visit.place)
  const attempt = await createAttempt(parts, visit, { ...wish, ready })
  const url = await ready.client.authorizationUrl({
    redirectUri: attempt.redirectUri,
    state: attempt.state,
    nonce: attempt.nonce,
    codeVerifier: attempt.codeVerifier,
    loginHint: wish.loginHint,
    ...askFor(ready, attempt.demand),
    ...(attempt.intent.kind === 'silent' ? { prompt: 'none' } : {}),
  })
  // 303, so that the form's POST is not repeated at the provider (RFC 9700 §4.12).
  return redirect(url.href, await attemptCookies(parts, visit, attempt))
}
