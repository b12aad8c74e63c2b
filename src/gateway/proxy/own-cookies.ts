// Recognizes Latchkey's own cookies at these origins.
import type { CookieNames } from '../../web/cookies.ts'

export function ownCookies(places: readonly CookieNames[]): (name: string) => boolean {
  const exact = new Set(
    places.flatMap(({ session, formerSession, pendingLink, visit, lastProvider }) => [
      session,
      formerSession,
      pendingLink,
      visit,
      lastProvider,
    ]),
  )
  return (name) => exact.has(name) || places.some(({ attemptPrefix }) => name.startsWith(attemptPrefix))
}
