// The cookies of logins under way: how each is called, and which have to make room for a new one. What a browser sends
// below our prefix may be anybody's: only names of our own shape are read, counted and written back.
import { readCookiesWithPrefix } from '../../web/cookies.ts'
import type { Visit } from '../request/parts.ts'

/** At most so many logins under way in one browser, within so many bytes of Cookie header; the oldest go first. */
const MOST_ATTEMPTS = 10
const MOST_COOKIE_BYTES = 3_500
/** Of these, logins that no click on our pages began: another site can cause them. */
const MOST_UNASKED = 2
/** Longer than such a login's cookie. */
const UNASKED_BYTES = 1_000

interface AttemptCookie {
  readonly name: string
  readonly value: string
  readonly isUnasked: boolean
}

/** The name carries eight characters of the attempt's id, and says whether a click began it. */
export function attemptCookieName({ place }: Visit, id: string, isUnasked: boolean): string {
  return `${place.cookies.attemptPrefix}${isUnasked ? '~' : ''}${id.slice(0, 8)}`
}

/** Whether any login is under way in this browser. */
export function hasAttempts(visit: Visit): boolean {
  return attemptsOf(visit).length > 0
}

/** Whether a login that no click began finds room without pushing out one that a click began. */
export function hasRoomForUnasked(visit: Visit): boolean {
  const asked = attemptsOf(visit).filter(({ isUnasked }) => !isUnasked)
  return asked.length < MOST_ATTEMPTS && bytesOf(asked) + UNASKED_BYTES <= MOST_COOKIE_BYTES
}

/** Names of the cookies that go, so that the new one finds room: those that no click began first, then the oldest. */
export function attemptsToDrop(
  visit: Visit,
  { isUnasked, newBytes }: { readonly isUnasked: boolean; readonly newBytes: number },
): readonly string[] {
  const all = attemptsOf(visit)
  const unasked = all.filter((attempt) => attempt.isUnasked)
  const asked = all.filter((attempt) => !attempt.isUnasked)
  // Else a pop-up of another site could push out the login that the person is in the middle of.
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
