// Whether a cookie is one of Latchkey's own at this origin.
import type { CookieNames } from '../../web/cookies.ts'

export function ownCookies(names: CookieNames): (name: string) => boolean {
  const exact = new Set([
    names.session,
    names.formerSession,
    names.pendingLink,
    names.visit,
    names.lastProvider,
  ])
  return (name) => exact.has(name) || name.startsWith(names.attemptPrefix)
}
