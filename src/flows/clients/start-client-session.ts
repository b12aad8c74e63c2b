// The session of a client: a stored one like any other, listed and ended like any other. It continues the sign-in of the
// browser in which the person said yes: who, how strongly and how long ago come from there, and nothing outlives it.
import type { FirstPartyClient } from '../../contracts/client.ts'
import type { StoredSession } from '../../contracts/store.ts'
import { LatchkeyError } from '../../errors.ts'
import { readDetails } from '../../sessions/session-details.ts'
import type { StartedSession } from '../../sessions/sessions.ts'
import { type Parts, storeOf, type Visit } from '../request/parts.ts'
import { report } from '../request/report.ts'
import { deviceOf } from '../session/start-session.ts'

export interface ClientSession {
  /** Its handle, where that was fixed when the code was made. */
  readonly id?: string
  readonly client: FirstPartyClient
  /** The session of the person who said yes. */
  readonly sourceId: string
}

/** Throws `client_grant_invalid` where that session has ended. */
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
    // A sign-out that came while this was stored must not be outlived.
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
