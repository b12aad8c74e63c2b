// Ends all sessions of an identity that can no longer sign in: it was unlinked, or its provider reported it.
import type { IdentityKey } from '../../contracts/identity.ts'
import { type Parts, storeOf } from '../request/parts.ts'

/** Returns the ids of the ended sessions. The session of a concurrent sign-in of this identity is ended a little later. */
export async function endSessionsOfIdentity(
  parts: Parts,
  { issuer, subject }: IdentityKey,
): Promise<readonly string[]> {
  const { now, clockToleranceSeconds } = parts.settings
  const named = { issuer, subject, providerSessionId: null, startedBefore: now() }
  parts.secondLooks.add(named)
  // The clock of the server that stored a session may be ahead.
  const startedBefore = named.startedBefore + clockToleranceSeconds * 1000
  return storeOf(parts).sessions.deleteOfProvider({ ...named, startedBefore })
}
