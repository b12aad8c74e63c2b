// Gives the session a new id after its privileges have changed (session fixation).
import type { Session } from '../../contracts/session.ts'
import type { Parts, Visit } from '../request/parts.ts'
import { deviceOf, replaceSession } from './start-session.ts'

/** Returns Set-Cookie values. The authentication time does not change, since a new id proves nothing about the person. */
export async function renewSession(parts: Parts, visit: Visit, session: Session): Promise<readonly string[]> {
  const record = await parts.settings.store?.sessions.find(session.id)
  const { setCookies } = await replaceSession(parts, visit, {
    user: session.user,
    identity: session.identity,
    acr: session.acr,
    isSilent: session.isSilent,
    claims: session.claims,
    sealedIdToken: record?.session.sealedIdToken ?? null,
    authenticatedAt: session.authenticatedAt.getTime(),
    continues: session,
    ...deviceOf(visit),
  })
  return setCookies
}
