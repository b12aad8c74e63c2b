// Remembers the provider that was used last in this browser, to mark its button, since many people forget which one they used.
// The cookie contains the provider's id and no personal data. It is kept after the session; a forged one only moves the mark.
import { readCookie, setCookie } from '../../web/cookies.ts'
import type { Visit } from '../request/parts.ts'

/** Half a year after the last sign-in. */
const KEPT_SECONDS = 180 * 86_400

/** Returns the Set-Cookie value for this provider. */
export function rememberProvider({ place }: Pick<Visit, 'place'>, providerId: string): string {
  const { lastProvider, secure } = place.cookies
  return setCookie(lastProvider, providerId, { maxAgeSeconds: KEPT_SECONDS, secure })
}

/** Returns the cookie's value, unchecked: compare it with the ids of providers only. */
export function lastProviderIn({
  cookieHeader,
  place,
}: Pick<Visit, 'cookieHeader' | 'place'>): string | null {
  return readCookie(cookieHeader, place.cookies.lastProvider)
}
