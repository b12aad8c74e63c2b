// What a route may demand of a sign-in beyond being one: how recent, and how strong (OpenID Connect Core §3.1.2.1).
import type { Session } from '../../contracts/session.ts'
import { LatchkeyError } from '../../errors.ts'

/** Of a session whose provider proved no moment. */
export const UNKNOWN_MOMENT = 0

const MOST_ACR_VALUES = 5
/** It travels in the attempt's cookie. */
const MOST_ACR_CHARACTERS = 512

/** What is asked of the provider beyond a sign-in, and checked on return. */
export interface Demand {
  /** How long ago the person may have proved who they are. */
  readonly maxAgeSeconds?: number | undefined
  /** One of these levels (`acr`). */
  readonly acrValues?: readonly string[] | undefined
}

/** Whether the session satisfies the demand now. Pure: the guards of all hosts ask it. */
export function satisfies(session: Session, demand: Demand, now: number): boolean {
  const { maxAgeSeconds, acrValues } = demand
  const provedAt = session.authenticatedAt.getTime()
  // A sign-in of unknown age is not recent, however long ago recent may be.
  const isRecent =
    maxAgeSeconds === undefined || (provedAt > UNKNOWN_MOMENT && now - provedAt <= maxAgeSeconds * 1000)
  const isHighEnough = acrValues === undefined || (session.acr !== null && acrValues.includes(session.acr))
  return isRecent && isHighEnough
}

/**
 * Whether the person signed in here since then, with a click: what linking asks for. A moment that the provider names decides;
 * where none is known, the round trip counts, but for a silent one.
 */
export function hasSignedInSince(session: Session, since: number): boolean {
  const provedAt = session.authenticatedAt.getTime()
  if (provedAt > UNKNOWN_MOMENT) return provedAt >= since
  return !session.isSilent && session.createdAt.getTime() >= since
}

/** `?maxAge=300&acr=…` of our own links. Null when nothing is demanded. Throws `request_malformed`. */
export function demandIn(query: URLSearchParams): Demand | null {
  const maxAge = query.get('maxAge')
  const acr = query.get('acr')
  if (acr !== null && acr.length > MOST_ACR_CHARACTERS) {
    throw new LatchkeyError('request_malformed', { detail: 'The parameter acr is too long.' })
  }
  const acrValues = acr?.split(' ').filter(Boolean).slice(0, MOST_ACR_VALUES)
  // Left out in silence, a demand that is misspelt would be none.
  if (maxAge !== null && !/^\d{1,8}$/.test(maxAge)) {
    throw new LatchkeyError('request_malformed', { detail: 'The parameter maxAge is no number of seconds.' })
  }
  if (maxAge === null && !acrValues?.length) return null
  const maxAgeSeconds = maxAge === null ? undefined : Number(maxAge)
  return { maxAgeSeconds, acrValues: acrValues?.length ? acrValues : undefined }
}

/** The query that `demandIn` reads. */
export function demandQuery({ maxAgeSeconds, acrValues }: Demand): Record<string, string> {
  return {
    ...(maxAgeSeconds === undefined ? {} : { maxAge: String(maxAgeSeconds) }),
    ...(acrValues === undefined ? {} : { acr: acrValues.join(' ') }),
  }
}
