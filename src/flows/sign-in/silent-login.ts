// Silent login (`prompt=none`, OpenID Connect Core §3.1.2.1), once per visit, if the application enables it: a person who is
// signed in at the provider is signed in here without a click; others get the sign-in page.
import { readCookie, setCookie } from '../../web/cookies.ts'
import { navigationOf } from '../../web/navigation.ts'
import { hasRoomForUnasked } from '../attempt/attempt-cookies.ts'
import type { AttemptWish } from '../attempt/login-attempt.ts'
import { reportRefusal } from '../request/answer-error.ts'
import type { Parts, Visit } from '../request/parts.ts'
import { sendToProvider } from './send-to-provider.ts'

/** The length of a "visit": at most one attempt per hour. Signing out counts as an attempt too. */
const VISIT_SECONDS = 3_600

/** Returns null if it is off, was already tried, or cannot begin now. */
export async function trySilently(
  parts: Parts,
  visit: Visit,
  { returnTo, carried }: Pick<AttemptWish, 'returnTo' | 'carried'>,
): Promise<Response | null> {
  const { silentLogin } = parts.settings
  const { headers, method } = visit.request
  if (!silentLogin || method !== 'GET') return null
  // Only navigations count: frames and scripts are not visitors.
  if (navigationOf(headers) === 'other' || !hasRoomForUnasked(visit)) return null
  if (readCookie(visit.cookieHeader, visit.place.cookies.visit)) return null
  try {
    // The list of providers may depend on the visit.
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
    // The person did not start this login, so its failure is not shown.
    await reportRefusal(parts, visit, { error, providerId: silentLogin })
    return null
  }
}

/** Returns the Set-Cookie value that marks the visit as tried. */
export function silentMark({ place }: Visit): string {
  return setCookie(place.cookies.visit, '1', { maxAgeSeconds: VISIT_SECONDS, secure: place.cookies.secure })
}
