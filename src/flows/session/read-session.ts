// `GET /auth/session`: the signed-in user, as a front end may see it, for requests with the browser's cookie or a client's
// token.
import { bearerChallenge } from '../../oauth/clients/client-refusal.ts'
import { json } from '../../web/responses.ts'
import { type Parts, sessionOf, type Visit } from '../request/parts.ts'
import { clientSession } from './client-session.ts'

export async function readSession(parts: Parts, visit: Visit): Promise<Response> {
  const { clientFields } = parts.settings
  const own = clientFields.length > 0 ? await parts.checkOwn(visit.request, visit.place, () => visit) : null
  const { session, setCookies, refusal } = own ?? (await sessionOf(parts, visit))
  // RFC 9110 §11.6.1: the status is still 200, and the challenge says why the token was refused.
  if (refusal) return json(null, { headers: { 'WWW-Authenticate': bearerChallenge(refusal) } })
  return json(session && clientSession(session, own?.user ?? null, clientFields), { setCookies })
}
