// A one-time code or token was used twice: two parties have it, and it is unknown which one is the attacker, so the session is
// ended (RFC 9700 §4.14.2).
import { type Parts, storeOf, type Visit } from '../request/parts.ts'
import { report } from '../request/report.ts'

export async function endReused(parts: Parts, visit: Visit, sessionId: string): Promise<void> {
  const { sessions } = storeOf(parts)
  const found = await sessions.find(sessionId)
  if (!found || !(await sessions.delete(sessionId))) return
  await report(parts, visit, {
    type: 'session_ended',
    userId: found.session.userId,
    sessionId,
    by: 'reuse',
  })
}
