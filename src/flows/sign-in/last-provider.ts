// Which provider was used last in this browser, for a mark beside its button: many people no longer know which of them they
// took. The cookie has the provider's id and nothing of the person; it outlives the session, and a planted one moves a mark.
import { readCookie, setCookie } from '../../web/cookies.ts'
import type { Visit } from '../request/parts.ts'

/** Half a year, from the last sign-in on. */
const KEPT_SECONDS = 180 * 86_400

/** The Set-Cookie value that remembers this provider. */
export function rememberProvider({ place }: Pick<Visit, 'place'>, providerId: string): string {
  const { lastProvider, secure } = place.cookies
  return setCookie(lastProvider, providerId, { maxAgeSeconds: KEPT_SECONDS, secure })
}

/** What the browser says, unchecked: it may be compared with the ids of providers, and nothing else. */
export function lastProviderIn({
  cookieHeader,
  place,
}: Pick<Visit, 'cookieHeader' | 'place'>): string | null {
  return readCookie(cookieHeader, place.cookies.lastProvider)
}
