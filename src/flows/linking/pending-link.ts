// The identity that waits for confirmation, sealed into a cookie of this browser together with the limits of the session that
// may start from it. Its size is limited before sealing, since browsers drop cookies of more than 4,096 bytes.
import type { Identity } from '../../contracts/identity.ts'
import type { EpochMilliseconds } from '../../contracts/user.ts'
import { LatchkeyError } from '../../errors.ts'
import { clearCookie, readCookie, setCookie } from '../../web/cookies.ts'
import type { Parts, Visit } from '../request/parts.ts'
import type { SignInFacts } from '../session/sign-in-facts.ts'
import type { Carried } from '../sign-in/carried-data.ts'

export const PENDING_SECONDS = 600
/** Leaves room for the cookie's name and attributes. */
const MOST_SEALED_CHARACTERS = 3_800

export interface PendingLink {
  /** Contains only the claims that the application names. */
  readonly identity: Identity
  readonly facts: SignInFacts
  /** Only these users may confirm. */
  readonly userIds: readonly string[]
  /** The providers with which the person is asked to sign in. */
  readonly providerIds: readonly string[]
  /** The previous provider in a migration: a sign-in with it may confirm the link. */
  readonly formerProvider: string | null
  readonly returnTo: string
  readonly carried: Carried | null
  readonly since: EpochMilliseconds
}

/** Returns the Set-Cookie value. Throws `session_too_large`. */
export async function keepPending(parts: Parts, visit: Visit, pending: PendingLink): Promise<string> {
  const { pendingLink, secure } = visit.place.cookies
  const value = await sealPending(parts, pending)
  return setCookie(pendingLink, value, { maxAgeSeconds: PENDING_SECONDS, secure })
}

async function sealPending(parts: Parts, pending: PendingLink): Promise<string> {
  const { identity, facts, since } = pending
  const expiresAt = Math.min(since + PENDING_SECONDS * 1000, facts.endsBefore ?? Number.POSITIVE_INFINITY)
  // Picture and name are sent again at the next sign-in; nothing else may be omitted.
  for (const shorter of [
    identity,
    { ...identity, picture: null },
    { ...identity, picture: null, name: null },
  ]) {
    const value = await parts.seal.seal('pending-link', { ...pending, identity: shorter }, { expiresAt })
    if (value.length <= MOST_SEALED_CHARACTERS) return value
  }
  const sizes = Object.entries({ ...facts.claims, ...facts.fields })
    .map(([name, value]) => `${name} (${JSON.stringify(value)?.length ?? 0} characters)`)
    .join(', ')
  throw new LatchkeyError('session_too_large', { detail: `The identity that waits to be linked: ${sizes}` })
}

/** Returns null if there is none, or it has expired. */
export async function openPending(parts: Parts, visit: Visit): Promise<PendingLink | null> {
  const value = readCookie(visit.cookieHeader, visit.place.cookies.pendingLink)
  if (!value) return null
  const opened = await parts.seal.open<PendingLink>('pending-link', value, { now: parts.settings.now() })
  return opened.state === 'valid' ? opened.payload : null
}

/** Throws `account_link_expired`. */
export async function getPending(parts: Parts, visit: Visit): Promise<PendingLink> {
  const pending = await openPending(parts, visit)
  if (!pending) throw new LatchkeyError('account_link_expired')
  return pending
}

/** Returns the Set-Cookie value that deletes it. */
export function endPending({ place }: Visit): string {
  return clearCookie(place.cookies.pendingLink, { secure: place.cookies.secure })
}
