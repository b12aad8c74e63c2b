// What a route may require of a sign-in: how recent and how strong it is (OpenID Connect Core §3.1.2.1).
import type { Session } from '../../contracts/session.ts'
import { LatchkeyError } from '../../errors.ts'

/** The authentication time of a session whose provider proved none. */
export const UNKNOWN_MOMENT = 0

const MOST_ACR_VALUES = 5
/** Limited, since the value is kept in the attempt's cookie. */
const MOST_ACR_CHARACTERS = 512

/** What a route requires of a sign-in; requested from the provider and checked in its response. */
export interface Demand {
  /** The maximum time since the person authenticated, in seconds. */
  readonly maxAgeSeconds?: number | undefined
  /** The accepted levels (`acr`); one of them is required. */
  readonly acrValues?: readonly string[] | undefined
}

/** Whether the session satisfies the demand now. A pure function that the guards of all hosts use. */
export function satisfies(session: Session, demand: Demand, now: number): boolean {
  const { maxAgeSeconds, acrValues } = demand
  const provedAt = session.authenticatedAt.getTime()
  // A sign-in of unknown age is never recent, whatever the maximum age is.
  const isRecent =
    maxAgeSeconds === undefined || (provedAt > UNKNOWN_MOMENT && now - provedAt <= maxAgeSeconds * 1000)
  const isHighEnough = acrValues === undefined || (session.acr !== null && acrValues.includes(session.acr))
  return isRecent && isHighEnough
}

/**
 * Whether the person has actively signed in here since then, as linking requires. Uses the proven authentication time; if none
 * is known, the start of the session, unless the sign-in was silent.
 */
export function hasSignedInSince(session: Session, since: number): boolean {
  const provedAt = session.authenticatedAt.getTime()
  if (provedAt > UNKNOWN_MOMENT) return provedAt >= since
  return !session.isSilent && session.createdAt.getTime() >= since
}

/** Reads `?maxAge=300&acr=…` of Latchkey's links. Returns null if nothing is demanded. Throws `request_malformed`. */
export function demandIn(query: URLSearchParams): Demand | null {
  const maxAge = query.get('maxAge')
  const acr = query.get('acr')
  if (acr !== null && acr.length > MOST_ACR_CHARACTERS) {
    throw new LatchkeyError('request_malformed', { detail: 'The parameter acr is too long.' })
  }
  const acrValues = acr?.split(' ').filter(Boolean).slice(0, MOST_ACR_VALUES)
  // Ignoring an invalid value would drop the demand.
  if (maxAge !== null && !/^\d{1,8}$/.test(maxAge)) {
    throw new LatchkeyError('request_malformed', { detail: 'The parameter maxAge is no number of seconds.' })
  }
  if (maxAge === null && !acrValues?.length) return null
  const maxAgeSeconds = maxAge === null ? undefined : Number(maxAge)
  return { maxAgeSeconds, acrValues: acrValues?.length ? acrValues : undefined }
}

/** Returns the query that `demandIn` reads. */
export function demandQuery({ maxAgeSeconds, acrValues }: Demand): Record<string, string> {
  return {
    ...(maxAgeSeconds === undefined ? {} : { maxAge: String(maxAgeSeconds) }),
    ...(acrValues === undefined ? {} : { acr: acrValues.join(' ') }),
  }
}
