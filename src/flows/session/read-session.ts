// `GET /auth/session`: who is signed in, as a front end may know it, for requests with this browser's cookie, or with a
// token of a client.
import { bearerChallenge } from '../../oauth/clients/client-refusal.ts'
import { json } from '../../web/responses.ts'
import { type Parts, sessionOf, type Visit } from '../request/parts.ts'
import { clientSession } from './client-session.ts'

export async function readSession(parts: Parts, visit: Visit): Promise<Response> {
  const { clientFields } = parts.settings
  const own = clientFields.length > 0 ? await parts.checkOwn(visit.request, visit.place, () => visit) : null
  const { session, setCookies, refusal } = own ?? (await sessionOf(parts, visit))
  // RFC 9110 §11.6.1: 200 as ever, and why the token of this request is worth nothing.
  if (refusal) return json(null, { headers: { 'WWW-Authenticate': bearerChallenge(refusal) } })
  return json(session && clientSession(session, own?.user ?? null, clientFields), { setCookies })
}
