// Silent login (`prompt=none`, OpenID Connect Core §3.1.2.1), once per visit, where the application asks for it: who is
// signed in at the provider is signed in here without a click; everybody else gets the page with the buttons.
import { readCookie, setCookie } from '../../web/cookies.ts'
import { navigationOf } from '../../web/navigation.ts'
import { hasRoomForUnasked } from '../attempt/attempt-cookies.ts'
import type { AttemptWish } from '../attempt/login-attempt.ts'
import { reportRefusal } from '../request/answer-error.ts'
import type { Parts, Visit } from '../request/parts.ts'
import { sendToProvider } from './send-to-provider.ts'

/** What "once per visit" means: an hour, and again only after it. Signing out counts as an attempt, too. */
const VISIT_SECONDS = 3_600

/** Null when it is off, was tried already, or cannot be begun now. */
export async function trySilently(
  parts: Parts,
  visit: Visit,
  { returnTo, carried }: Pick<AttemptWish, 'returnTo' | 'carried'>,
): Promise<Response | null> {
  const { silentLogin } = parts.settings
  const { headers, method } = visit.request
  if (!silentLogin || method !== 'GET') return null
  // In a frame or from a script there is no visitor; only a page that is opened counts.
  if (navigationOf(headers) === 'other' || !hasRoomForUnasked(visit)) return null
  if (readCookie(visit.cookieHeader, visit.place.cookies.visit)) return null
  try {
    // Which providers there are may depend on the visit.
    const isThere = (await visit.providers()).some(
      ({ id, protocol }) => id === silentLogin && protocol === 'oidc',
    )
    if (!isThere) return null
    const response = await sendToProvider(parts, visit, {
      providerId: silentLogin,
      returnTo,
      intent: { kind: 'silent' },
      isUnasked: true,
      carried,
    })
    response.headers.append('Set-Cookie', silentMark(visit))
    return response
  } catch (error) {
    // The person did not ask for this login, so its failure is shown on no page.
    await reportRefusal(parts, visit, { error, providerId: silentLogin })
    return null
  }
}

/** The cookie that says "tried during this visit". */
export function silentMark({ place }: Visit): string {
  return setCookie(place.cookies.visit, '1', { maxAgeSeconds: VISIT_SECONDS, secure: place.cookies.secure })
}
