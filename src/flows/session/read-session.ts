// `GET /auth/session`: who is signed in, as a front end may know it, for whoever asks with this browser's cookie.
import { json } from '../../web/responses.ts'
import { type Parts, sessionOf, type Visit } from '../request/parts.ts'
import { clientSession } from './client-session.ts'

export async function readSession(parts: Parts, visit: Visit): Promise<Response> {
  const { clientFields } = parts.settings
  const own = clientFields.length > 0 ? await parts.checkOwn(visit.request, visit.place, () => visit) : null
  const { session, setCookies } = own ?? (await sessionOf(parts, visit))
  return json(session && clientSession(session, own?.user ?? null, clientFields), { setCookies })
}
