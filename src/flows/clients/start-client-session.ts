// The session of a client: stored, listed and ended like any other session. It continues the sign-in of the browser in which
// the person consented: it has the same user, `acr` and authentication time, and the same absolute end.
import type { FirstPartyClient } from '../../contracts/client.ts'
import type { StoredSession } from '../../contracts/store.ts'
import { LatchkeyError } from '../../errors.ts'
import { readDetails } from '../../sessions/session-details.ts'
import type { StartedSession } from '../../sessions/sessions.ts'
import { type Parts, storeOf, type Visit } from '../request/parts.ts'
import { report } from '../request/report.ts'
import { deviceOf } from '../session/start-session.ts'

export interface ClientSession {
  /** The session's id, if it was chosen with the authorization code. */
  readonly id?: string
  readonly client: FirstPartyClient
  /** The session in which the person consented. */
  readonly sourceId: string
}

/** Throws `client_grant_invalid` if that session has ended. */
export async function startClientSession(
  parts: Parts,
  visit: Visit,
  { id, client, sourceId }: ClientSession,
): Promise<StartedSession> {
  const { session: record, user } = await livingSession(parts, sourceId)
  const { provider, issuer, subject, providerSessionId } = record
  const { isSilent, claims } = readDetails(record.details)
  const started = await parts.sessions.start({
    ...(id !== undefined && { id }),
    user,
    identity: { provider, issuer, subject, providerSessionId },
    acr: record.acr,
    authenticatedAt: record.authenticatedAt,
    isSilent,
    claims,
    sealedIdToken: null,
    clientId: client.id,
    continues: { createdAt: new Date(record.createdAt), endsAt: new Date(record.endsAt) },
    ...deviceOf(visit),
  })
  try {
    // If the person signed out while this was stored, end the new session too.
    await livingSession(parts, sourceId)
  } catch (error) {
    await parts.sessions.end(started.session)
    throw error
  }
  await report(parts, visit, {
    type: 'signed_in',
    userId: user.id,
    sessionId: started.session.id,
    provider,
    intent: 'client',
    clientId: client.id,
  })
  return started
}

async function livingSession(parts: Parts, sessionId: string): Promise<StoredSession> {
  const found = await storeOf(parts).sessions.find(sessionId)
  const moment = parts.settings.now()
  if (found && found.session.expiresAt > moment && found.session.endsAt > moment) return found
  throw new LatchkeyError('client_grant_invalid', {
    detail: 'The session in which the person allowed this has ended.',
  })
}
