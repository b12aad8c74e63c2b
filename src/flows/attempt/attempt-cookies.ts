// The cookies of logins in progress: their names, and which are dropped for a new one. Another site may set cookies with this
// prefix, so only names in the expected format are read, counted and written.
import { readCookiesWithPrefix } from '../../web/cookies.ts'
import type { Visit } from '../request/parts.ts'

/** The most logins in progress in one browser, and the most bytes of their Cookie header; the oldest are dropped first. */
const MOST_ATTEMPTS = 10
const MOST_COOKIE_BYTES = 3_500
/** The most of these that were begun without a click on Latchkey's pages: another site can cause them. */
const MOST_UNASKED = 2
/** An upper bound for the cookie of such a login. */
const UNASKED_BYTES = 1_000

interface AttemptCookie {
  readonly name: string
  readonly value: string
  readonly isUnasked: boolean
}

/** The name contains eight characters of the attempt's id, and whether a click began it. */
export function attemptCookieName({ place }: Visit, id: string, isUnasked: boolean): string {
  return `${place.cookies.attemptPrefix}${isUnasked ? '~' : ''}${id.slice(0, 8)}`
}

/** Whether any login is in progress in this browser. */
export function hasAttempts(visit: Visit): boolean {
  return attemptsOf(visit).length > 0
}

/** Whether a login that no click began fits without dropping one that a click began. */
export function hasRoomForUnasked(visit: Visit): boolean {
  const asked = attemptsOf(visit).filter(({ isUnasked }) => !isUnasked)
  return asked.length < MOST_ATTEMPTS && bytesOf(asked) + UNASKED_BYTES <= MOST_COOKIE_BYTES
}

/** Returns the names of the cookies to drop for the new one: first those that no click began, then the oldest. */
export function attemptsToDrop(
  visit: Visit,
  { isUnasked, newBytes }: { readonly isUnasked: boolean; readonly newBytes: number },
): readonly string[] {
  const all = attemptsOf(visit)
  const unasked = all.filter((attempt) => attempt.isUnasked)
  const asked = all.filter((attempt) => !attempt.isUnasked)
  // Otherwise a pop-up of another site could drop the login that the person is completing.
  const candidates = isUnasked ? unasked : [...unasked, ...asked]
  const kept = new Set(all)
  const tooManyUnasked = () =>
    isUnasked && [...kept].filter((attempt) => attempt.isUnasked).length >= MOST_UNASKED
  const isFull = () => kept.size >= MOST_ATTEMPTS || bytesOf([...kept]) + newBytes > MOST_COOKIE_BYTES
  const dropped: string[] = []
  for (const attempt of candidates) {
    if (!isFull() && !tooManyUnasked()) break
    kept.delete(attempt)
    dropped.push(attempt.name)
  }
  return dropped
}

/** Cookie headers list older cookies first (RFC 6265 §5.4). */
function attemptsOf({ cookieHeader, place }: Visit): readonly AttemptCookie[] {
  const { attemptPrefix } = place.cookies
  return readCookiesWithPrefix(cookieHeader, attemptPrefix).flatMap(({ name, value }) => {
    const [, mark, id] = /^(~?)([\w-]{8})$/.exec(name.slice(attemptPrefix.length)) ?? []
    return id === undefined ? [] : [{ name, value, isUnasked: mark === '~' }]
  })
}

function bytesOf(attempts: readonly AttemptCookie[]): number {
  return attempts.reduce((sum, { name, value }) => sum + name.length + value.length + 3, 0)
}
